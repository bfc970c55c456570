import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf } from "../program/nodes";
import type { FunctionDeclaration, Parameter } from "../program/program";
import type { ParsedFile } from "../reading";
import { goCode } from "./code";
import { goType } from "./types";

function parametersOf(list: Node | undefined): readonly Parameter[] {
  return partsOf(list).flatMap((declared): readonly Parameter[] => {
    const written = fieldOf(declared, "type");
    const type = written && goType(written);
    const names = declared.childrenForFieldName("name").filter((name) => name.isNamed);
    const kind = declared.type === "variadic_parameter_declaration" ? "rest" : "positional";
    if (names.length === 0) return [{ name: "_", node: declared, type, kind, initial: undefined }];
    return names.map((node) => ({ name: node.text, node, type, kind, initial: undefined }));
  });
}

/** A Go function, method or function literal. */
export function goFunction(file: ParsedFile, node: Node): FunctionDeclaration {
  const name = fieldOf(node, "name")?.text;
  const result = fieldOf(node, "result");
  const body = fieldOf(node, "body");
  const results = result?.type === "parameter_list" ? parametersOf(result) : undefined;
  return {
    name,
    file,
    node,
    parameters: parametersOf(fieldOf(node, "parameters")),
    results:
      results?.flatMap(({ type }) => (type ? [type] : [])) ?? (result ? [goType(result)] : []),
    resultNames: results?.map((each) => each.name).filter((each) => each !== "_") ?? [],
    body: body && goCode(file, body),
    givesLast: false,
    isAsync: false,
    isStatic: false,
    isPublic: /^\p{Lu}/u.test(name ?? ""),
    annotations: [],
    receiver: parametersOf(fieldOf(node, "receiver"))[0],
  };
}
