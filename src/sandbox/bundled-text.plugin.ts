import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Alias, build, type Plugin, type PluginOption } from "vite";
import { type License, licensesIn, writeLicenses } from "./licenses.ts";
import { pageHeaders, pagePolicy } from "./policy.ts";

interface BundledText {
  readonly text: string;
  readonly hash: string;
  readonly licenses: readonly License[];
  readonly files: readonly string[];
}

/** What replaces modules inside the bundles. */
interface BundleSettings {
  readonly alias: readonly Alias[];
  readonly plugins: readonly PluginOption[];
}

const licenseFile = "licenses.json";
const suffix = "?bundled";
const frameBootstrap = fileURLToPath(new URL("frame.ts", import.meta.url));
const developmentNonce = "development";

/**
 * Bundles a TypeScript file into the text of one classic script. Names are kept, because user code can
 * see them: in stack traces and as `constructor.name`.
 */
async function bundle(entry: string, { alias, plugins }: BundleSettings): Promise<BundledText> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    resolve: { alias: [...alias] },
    plugins: [...plugins],
    define: { global: "globalThis" },
    build: {
      write: false,
      target: "es2022",
      license: { fileName: licenseFile },
      lib: { entry, formats: ["iife"], name: "bundled" },
      rolldownOptions: {
        output: { minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } } },
      },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !("output" in output)) throw new Error(`${entry} was not bundled`);
  const [{ code, moduleIds }, ...others] = output.output;
  const text = code.trimEnd();
  const hash = `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const licenses = others.flatMap((file) =>
    file.type === "asset" && file.fileName === licenseFile ? licensesIn(file) : [],
  );
  return { text, hash, licenses, files: moduleIds.filter((id) => !id.startsWith("\0")) };
}

/**
 * Turns `file.ts?bundled` into a module that exports the file, bundled into one classic script, as
 * `text`, with the `hash` by which a Content-Security-Policy names it. Writes the page's policy, which
 * names the frame's bootstrap in this way, into every HTML page and into the `_headers` file.
 */
export function bundledTexts(settings: BundleSettings): Plugin {
  const bundles = new Map<string, Promise<BundledText>>();
  let serving = false;

  function bundled(entry: string): Promise<BundledText> {
    const known = bundles.get(entry);
    if (known) return known;
    const made = bundle(entry, settings);
    bundles.set(entry, made);
    return made;
  }

  return {
    name: "bundled-texts",
    enforce: "pre",
    config(_, { command }) {
      serving = command === "serve";
      return serving ? { html: { cspNonce: developmentNonce } } : {};
    },
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return undefined;
      const resolved = await this.resolve(source.slice(0, -suffix.length), importer);
      return resolved ? `${resolved.id}${suffix}` : undefined;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return undefined;
      const { text, hash, files } = await bundled(id.slice(0, -suffix.length));
      for (const file of files) this.addWatchFile(file);
      const code = `export const text = ${JSON.stringify(text)};\nexport const hash = "${hash}";\n`;
      return { code, map: null, moduleSideEffects: false };
    },
    async watchChange(changed) {
      for (const [entry, made] of bundles) {
        if ((await made).files.includes(changed)) bundles.delete(entry);
      }
    },
    async hotUpdate({ file }) {
      for (const [entry, made] of bundles) {
        if ((await made).files.includes(file)) bundles.delete(entry);
      }
    },
    async transformIndexHtml() {
      const { hash } = await bundled(frameBootstrap);
      const policy = serving ? developmentPolicy(hash) : pagePolicy(hash);
      return [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: policy },
          injectTo: "head-prepend",
        },
      ];
    },
    async generateBundle() {
      const { hash } = await bundled(frameBootstrap);
      const lines = Object.entries(pageHeaders(hash)).map(([name, value]) => `  ${name}: ${value}`);
      const made = await Promise.all(bundles.values());
      this.emitFile({
        type: "asset",
        fileName: "licenses-of-workers.md",
        source: writeLicenses(made.flatMap(({ licenses }) => licenses)),
      });
      this.emitFile({
        type: "asset",
        fileName: "_headers",
        source: `/*\n${lines.join("\n")}\n`,
      });
    },
  };
}

/** The page's policy with what the development server needs: its inline script and its socket. */
function developmentPolicy(bootstrapHash: string): string {
  return pagePolicy(bootstrapHash)
    .replace("script-src ", `script-src 'nonce-${developmentNonce}' `)
    .replace("connect-src 'self'", "connect-src 'self' ws:");
}
