import { scriptUrl } from "../worker-scope";

/**
 * ES modules made of values that the runtime holds: Node.js's own modules, CommonJS modules, JSON. They
 * fetch their value from a bridge module, whose URL only they know.
 */

type Value = () => unknown;

const values: Value[] = [];
let bridgeUrl = "";

/** Loads the bridge. To be called before there is user code. */
export async function buildBridge(): Promise<void> {
  const name = "bridge";
  Object.defineProperty(globalThis, name, {
    configurable: true,
    value: (index: number) => values[index]?.(),
  });
  bridgeUrl = scriptUrl(`const take = ${name}; export { take };`);
  await import(/* @vite-ignore */ bridgeUrl);
  Reflect.deleteProperty(globalThis, name);
}

/** A statement that binds `name` to a value the runtime gives when the module is evaluated. */
export function bindingOf(name: string, value: Value): string {
  values.push(value);
  return `import { take as ${name}$ } from "${bridgeUrl}"; const ${name} = ${name}$(${values.length - 1}); `;
}

/** The URL of an ES module whose default export is this value, and whose named exports are its members. */
export function syntheticModule(value: Value, names: readonly string[]): string {
  const exported = names
    .filter((name) => name !== "default")
    .map((name, index) => {
      const quoted = JSON.stringify(name);
      return `const $${index} = value?.[${quoted}]; export { $${index} as ${quoted} };`;
    });
  return scriptUrl(`${bindingOf("value", value)}export default value;\n${exported.join("\n")}`);
}
