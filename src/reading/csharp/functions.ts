import type { Node } from "web-tree-sitter";
import { blockOf, fieldOf, hasToken, partsOf } from "../program/nodes";
import type { Annotation, Code, FunctionDeclaration, Parameter } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpArguments } from "./arguments";
import { csharpCode } from "./code";
import { csharpType } from "./types";

/** The modifiers written before a declaration. */
export function modifiersOf(node: Node): ReadonlySet<string> {
  return new Set(
    partsOf(node)
      .filter((part) => part.type === "modifier")
      .map((part) => part.text),
  );
}

/** The attributes before a declaration, by name without `Attribute`, with their first text or type. */
export function attributesOf(node: Node): readonly Annotation[] {
  return partsOf(node)
    .filter((part) => /^(?:attribute_list|global_attribute)$/.test(part.type))
    .flatMap(partsOf)
    .filter((part) => part.type === "attribute")
    .map((attribute) => {
      const [value] = attribute.descendantsOfType(["string_literal", "typeof_expression"]);
      const text = value?.type === "typeof_expression" ? fieldOf(value, "type")?.text : undefined;
      return {
        name: (fieldOf(attribute, "name")?.text ?? "")
          .replace(/^.*\./, "")
          .replace(/Attribute$/, ""),
        text: text ?? value?.text.slice(1, -1),
      };
    });
}

/** The parameters in a C# parameter list. */
export function csharpParameters(file: ParsedFile, list: Node | undefined): readonly Parameter[] {
  if (list && list.type !== "parameter_list") {
    return [
      { name: list.text, node: list, type: undefined, kind: "positional", initial: undefined },
    ];
  }
  return partsOf(list)
    .filter((part) => part.type === "parameter")
    .map((parameter) => {
      const type = fieldOf(parameter, "type");
      const name = fieldOf(parameter, "name");
      const initial = partsOf(parameter).at(-1);
      const hasInitial = initial && parameter.children.some((child) => child.type === "=");
      return {
        name: name?.text ?? "_",
        node: parameter,
        type: type && csharpType(type),
        kind: modifiersOf(parameter).has("params") ? "rest" : "positional",
        initial: hasInitial ? csharpCode(file, initial) : undefined,
      };
    });
}

/** A constructor's body after the call of `base(...)` or `this(...)`. */
function withInitializer(file: ParsedFile, above: Node | undefined, body: Code): Code {
  if (!above) return body;
  const name = hasToken(above, "this") ? "this" : "base";
  const list = partsOf(above).find((part) => part.type === "argument_list");
  const call: Code = {
    kind: "call",
    node: above,
    callee: { kind: "name", node: above, name },
    arguments: csharpArguments(file, list),
  };
  return blockOf(above, [call, body], false);
}

/** A C# method, constructor, local function or lambda. */
export function csharpFunction(file: ParsedFile, node: Node): FunctionDeclaration {
  const modifiers = modifiersOf(node);
  const body = fieldOf(node, "body");
  const above = partsOf(node).find((part) => part.type === "constructor_initializer");
  const result = fieldOf(node, "returns") ?? fieldOf(node, "type");
  return {
    name: fieldOf(node, "name")?.text,
    file,
    node,
    parameters: csharpParameters(file, fieldOf(node, "parameters")),
    results: result ? [csharpType(result)] : [],
    resultNames: [],
    body: body && withInitializer(file, above, csharpCode(file, body)),
    givesLast: body !== undefined && body.type !== "block",
    isAsync: modifiers.has("async"),
    isStatic: modifiers.has("static"),
    isPublic: modifiers.has("public"),
    annotations: attributesOf(node),
    receiver: undefined,
  };
}
