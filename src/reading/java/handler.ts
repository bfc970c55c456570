import { partsOf, rangeIn } from "../program/nodes";
import type { Handler, Module, TypeDeclaration } from "../program/program";
import type { Import, ParsedFile } from "../reading";

/** The classes and packages that a Java file imports. */
export function javaImports(file: ParsedFile): readonly Import[] {
  return file.tree.rootNode
    .descendantsOfType("import_declaration")
    .flatMap((node): readonly Import[] => {
      const [name] = partsOf(node);
      return name ? [{ specifier: name.text, how: "import", range: rangeIn(file, name) }] : [];
    });
}

function isRequestHandler({ bases }: TypeDeclaration): boolean {
  return bases.some(({ name }) => /^Request(?:Stream)?Handler$/.test(name));
}

function methodOf(type: TypeDeclaration, name: string): Handler | undefined {
  const named = type.methods.filter((method) => method.name === name);
  const declaration =
    named.find(({ parameters }) => parameters.some(({ type }) => type?.name === "Context")) ??
    named[0];
  return declaration && { declaration, type };
}

/** The method that a handler string such as `shop.Hello::handleRequest` names; where the string is only the usual one, the method that looks like a handler. */
export function javaHandler(
  modules: readonly Module[],
  handler: string,
  isUsual: boolean,
): Handler | undefined {
  const [className = "", method = "handleRequest"] = handler.split("::");
  const simple = className.replace(/^.*[.$]/, "");
  const types = modules.flatMap((module) => module.types);
  const named = types.find(({ name }) => name === simple);
  const found = named && methodOf(named, method);
  if (found || !isUsual) return found;
  const handling = types.find(isRequestHandler);
  if (handling) return methodOf(handling, "handleRequest");
  const functions = modules.flatMap((module) => module.functions);
  for (const type of types) {
    const declaration = type.methods.find(
      ({ isPublic, parameters }) =>
        isPublic && parameters.some((parameter) => parameter.type?.name === "Context"),
    );
    if (declaration) return { declaration, type };
  }
  const declaration = functions.find(({ name }) => /^handle(?:r|Request)?$/.test(name ?? ""));
  return declaration && { declaration, type: undefined };
}
