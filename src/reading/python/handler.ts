import { fieldOf, partsOf, rangeIn } from "../program/nodes";
import type { Handler, Module } from "../program/program";
import type { Import, ParsedFile } from "../reading";

/** The modules that a Python file imports, by their whole names; relative ones with their dots. */
export function pythonImports(file: ParsedFile): readonly Import[] {
  return file.tree.rootNode
    .descendantsOfType(["import_statement", "import_from_statement"])
    .flatMap((node): readonly Import[] => {
      const module = fieldOf(node, "module_name");
      if (module) return [{ specifier: module.text, how: "import", range: rangeIn(file, module) }];
      return node.childrenForFieldName("name").map((name) => {
        const dotted = name.type === "aliased_import" ? (fieldOf(name, "name") ?? name) : name;
        return { specifier: dotted.text, how: "import", range: rangeIn(file, dotted) };
      });
    });
}

/** Takes a Python handler string apart at its last dot; `/` and `.` in the module are folders. */
export function parsePythonHandler(handler: string): {
  readonly path: string;
  readonly name: string;
} {
  const dot = handler.lastIndexOf(".");
  const module = handler.slice(0, Math.max(0, dot));
  return { path: `${module.replaceAll(".", "/")}.py`, name: handler.slice(dot + 1) };
}

/** The file whose module a Python handler string names. */
export function pythonHandlerModule(
  modules: readonly Module[],
  handler: string,
): Module | undefined {
  const { path } = parsePythonHandler(handler);
  return modules.find(({ file }) => file.path === path);
}

/** The function that a Python handler string names, an alias such as `lambda_handler = handler` followed. */
export function pythonHandler(modules: readonly Module[], handler: string): Handler | undefined {
  const module = pythonHandlerModule(modules, handler);
  let { name } = parsePythonHandler(handler);
  for (let way = 0; module && way < 5; way++) {
    const declaration = module.functions.findLast((each) => each.name === name);
    if (declaration) return { declaration, type: undefined };
    const assigned = module.body.findLast(
      (code) => code.kind === "assign" && code.target.kind === "name" && code.target.name === name,
    );
    if (assigned?.kind !== "assign") return undefined;
    if (assigned.value.kind === "function") {
      return { declaration: assigned.value.declaration, type: undefined };
    }
    if (assigned.value.kind !== "name") return undefined;
    name = assigned.value.name;
  }
  return undefined;
}

/** The names at the top level of a Python module. */
export function pythonNames(
  module: Module,
): readonly { readonly name: string; readonly node: Module["body"][number]["node"] }[] {
  return partsOf(module.file.tree.rootNode).flatMap((node) => {
    const definition = node.type === "decorated_definition" ? fieldOf(node, "definition") : node;
    const named = definition && fieldOf(definition, "name");
    if (named && /_definition$/.test(definition.type)) return [{ name: named.text, node: named }];
    const assignment = partsOf(node)[0];
    const left = assignment?.type === "assignment" ? fieldOf(assignment, "left") : undefined;
    return left?.type === "identifier" ? [{ name: left.text, node: left }] : [];
  });
}
