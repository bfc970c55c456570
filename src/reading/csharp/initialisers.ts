import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf } from "../program/nodes";
import type { Code, Entry } from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpArguments } from "./arguments";
import { csharpCode } from "./code";
import { csharpType } from "./types";

/** The members and items between the braces of `new T { ... }`. */
export function initialised(
  file: ParsedFile,
  braces: Node | undefined,
): { readonly members: readonly Entry[]; readonly items: readonly Code[] } {
  const members: Entry[] = [];
  const items: Code[] = [];
  for (const part of partsOf(braces)) {
    const [left, right] = [fieldOf(part, "left"), fieldOf(part, "right")];
    if (part.type === "assignment_expression" && left && right) {
      const indexed = left.type === "element_binding_expression";
      const inner = indexed ? partsOf(partsOf(left)[0])[0] : left;
      const key: Code =
        indexed && inner ? csharpCode(file, inner) : { kind: "name", node: left, name: left.text };
      const value = right.type === "initializer_expression" ? listOrMap(file, right) : undefined;
      members.push({
        kind: "entry",
        node: part,
        key,
        value: value ?? csharpCode(file, right),
      });
    } else if (part.type === "initializer_expression") {
      const [key, value] = partsOf(part);
      if (!key || !value) continue;
      members.push({
        kind: "entry",
        node: part,
        key: csharpCode(file, key),
        value: csharpCode(file, value),
      });
    } else {
      items.push(csharpCode(file, part));
    }
  }
  return { members, items };
}

/** Braces without a type: a list, or a map where every part has a key. */
export function listOrMap(file: ParsedFile, braces: Node): Code {
  const { members, items } = initialised(file, braces);
  return members.length > 0
    ? { kind: "map", node: braces, type: undefined, entries: members }
    : { kind: "list", node: braces, type: undefined, items };
}

/** `new { ... }`, whose members name themselves where they are read from a member. */
export function anonymousObject(file: ParsedFile, node: Node): Code {
  const children = node.children.filter((child) => child.isNamed || child.type === "=");
  const members: Entry[] = [];
  for (let index = 0; index < children.length; index++) {
    const part = children[index];
    if (!part?.isNamed || part.type === "comment") continue;
    const isNamed = children[index + 1]?.type === "=";
    const value = isNamed ? children[index + 2] : part;
    if (!value) break;
    const name = isNamed ? part.text : (fieldOf(part, "name")?.text ?? part.text);
    members.push({
      kind: "entry",
      node: part,
      key: { kind: "name", node: part, name },
      value: csharpCode(file, value),
    });
    if (isNamed) index += 2;
  }
  return { kind: "create", node, type: undefined, arguments: [], members };
}

/** `new T(...) { ... }`: a list where the braces hold items, else an object. */
export function created(file: ParsedFile, node: Node): Code {
  const type = fieldOf(node, "type");
  const braces =
    fieldOf(node, "initializer") ??
    partsOf(node).find((part) => part.type === "initializer_expression");
  const list =
    fieldOf(node, "arguments") ?? partsOf(node).find((part) => part.type === "argument_list");
  const { members, items } = initialised(file, braces);
  const typeName = type && csharpType(type);
  return items.length > 0
    ? { kind: "list", node, type: typeName, items }
    : {
        kind: "create",
        node,
        type: typeName ?? { name: "new", qualifier: undefined, arguments: [], nullable: false },
        arguments: csharpArguments(file, list),
        members,
      };
}
