import { partsOf, rangeIn } from "../program/nodes";
import type { FunctionDeclaration, Handler, Module, TypeDeclaration } from "../program/program";
import type { Import, ParsedFile } from "../reading";

/** The namespaces that a C# file uses. */
export function csharpImports(file: ParsedFile): readonly Import[] {
  return file.tree.rootNode
    .descendantsOfType("using_directive")
    .flatMap((node): readonly Import[] => {
      const name = partsOf(node).at(-1);
      return name ? [{ specifier: name.text, how: "import", range: rangeIn(file, name) }] : [];
    });
}

/** The class and the method in `Assembly::Namespace.Class::Method`. */
export function parseCsharpHandler(handler: string): {
  readonly type: string;
  readonly method: string;
} {
  const [, type = "", method = ""] = handler.split("::");
  return { type: type.replace(/^.*[.+]/, ""), method };
}

function methodsOf(modules: readonly Module[]): readonly Handler[] {
  const typeOf = (type: TypeDeclaration): readonly Handler[] =>
    type.form === "interface" ? [] : type.methods.map((declaration) => ({ declaration, type }));
  const functions = modules.flatMap((module) => module.functions);
  return [
    ...modules.flatMap(({ types }) => types.flatMap(typeOf)),
    ...functions.map((declaration) => ({ declaration, type: undefined })),
  ];
}

const usualNames = /^(?:FunctionHandler(?:Async)?|Handler(?:Async)?|Handle(?:Async|Request)?)$/;

function hasContext({ parameters }: FunctionDeclaration): boolean {
  return parameters.some(({ type }) => type?.name === "ILambdaContext");
}

/** The method that a handler string names; where the string is only the usual one, the method that looks like a handler. */
export function csharpHandler(
  modules: readonly Module[],
  handler: string,
  isUsual: boolean,
): Handler | undefined {
  const wanted = parseCsharpHandler(handler);
  const methods = methodsOf(modules);
  const named = methods.find(
    ({ declaration, type }) => declaration.name === wanted.method && type?.name === wanted.type,
  );
  if (named || !isUsual) return named;
  const candidates = methods.filter(({ declaration }) => declaration.isPublic);
  return (
    candidates.find(({ declaration }) => hasContext(declaration)) ??
    candidates.find(({ declaration }) => usualNames.test(declaration.name ?? "")) ??
    methods.find(
      ({ declaration, type }) =>
        (type === undefined && hasContext(declaration)) || usualNames.test(declaration.name ?? ""),
    )
  );
}
