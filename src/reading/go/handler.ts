import { fieldOf, partsOf, rangeIn } from "../program/nodes";
import type { Code, FunctionDeclaration, Handler, Module } from "../program/program";
import { codesIn } from "../program/walk";
import type { Import, ParsedFile } from "../reading";

/** The packages that a Go file imports. */
export function goImports(file: ParsedFile): readonly Import[] {
  return file.tree.rootNode.descendantsOfType("import_spec").flatMap((spec): readonly Import[] => {
    const path = fieldOf(spec, "path");
    if (!path) return [];
    const specifier = path.text.slice(1, -1);
    return [{ specifier, how: "import", range: rangeIn(file, path) }];
  });
}

/** The names that a Go file gives to the packages it imports, by the name that the package has itself. */
export function goPackageNames(file: ParsedFile): ReadonlyMap<string, string> {
  const names = file.tree.rootNode.descendantsOfType("import_spec").flatMap((spec) => {
    const alias = partsOf(spec).find((part) => part.type === "package_identifier")?.text;
    const path = fieldOf(spec, "path")?.text.slice(1, -1) ?? "";
    const own = path.replace(/\/v\d+$/, "").replace(/^.*\//, "");
    return alias ? [[alias, own] as const] : [];
  });
  return new Map(names);
}

/** The function that a Go program hands to `lambda.Start`. */
function startedBy(code: Code): Code | undefined {
  for (const inner of codesIn(code)) {
    if (inner.kind !== "call" || inner.callee.kind !== "member") continue;
    const { object, name } = inner.callee;
    const isLambda = object.kind === "name" && /lambda$/i.test(object.name);
    const given = name === "StartWithContext" ? inner.arguments[1] : inner.arguments[0];
    if (isLambda && /^Start/.test(name)) return given?.value;
  }
  return undefined;
}

const usualName = /^(?:handle(?:r|request)?|lambdahandler|hello)$/i;

function handlesEvents({ results, parameters }: FunctionDeclaration): boolean {
  return [...results, ...parameters.flatMap(({ type }) => type ?? [])].some(
    ({ qualifier, arguments: [inner] }) => qualifier === "events" || inner?.qualifier === "events",
  );
}

/** The handler of a Go program: what main starts, or in an excerpt the function that looks like one. */
export function goHandler(modules: readonly Module[]): Handler | undefined {
  const functions = modules.flatMap((module) => module.functions);
  const methods = modules.flatMap(({ types }) =>
    types.flatMap((type) => type.methods.map((method) => ({ type, method }))),
  );
  const main = functions.find(({ name }) => name === "main");
  const started = main?.body && startedBy(main.body);
  switch (started?.kind) {
    case "name": {
      const declaration = functions.find(({ name }) => name === started.name);
      return declaration && { declaration, type: undefined };
    }
    case "function":
      return { declaration: started.declaration, type: undefined };
    case "member": {
      const found = methods.find(({ method }) => method.name === started.name);
      return found && { declaration: found.method, type: found.type };
    }
    case undefined: {
      if (main) return undefined;
      const declaration =
        functions.find(({ name }) => usualName.test(name ?? "")) ?? functions.find(handlesEvents);
      return declaration && { declaration, type: undefined };
    }
    default:
      return undefined;
  }
}
