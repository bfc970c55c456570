import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf, plainType } from "../program/nodes";
import type { TypeName } from "../program/program";

/** The name that an anonymous struct's type goes by. */
export function anonymousStruct(node: Node): string {
  return `struct@${node.startIndex}`;
}

/** A Go type as the common language writes it: `*T` is `pointer<T>`, `[]T` `list<T>`, `map[K]V` `map<K, V>`. */
export function goType(node: Node): TypeName {
  const first = partsOf(node)[0];
  const inner = (name: string, ...nodes: readonly (Node | undefined)[]): TypeName =>
    plainType(name, ...nodes.flatMap((each) => (each ? [goType(each)] : [])));
  switch (node.type) {
    case "qualified_type":
      return {
        ...plainType(fieldOf(node, "name")?.text ?? ""),
        qualifier: fieldOf(node, "package")?.text,
      };
    case "pointer_type":
      return { ...inner("pointer", first), nullable: true };
    case "slice_type":
      return inner("list", fieldOf(node, "element"));
    case "array_type":
      return inner("array", fieldOf(node, "element"));
    case "map_type":
      return inner("map", fieldOf(node, "key"), fieldOf(node, "value"));
    case "interface_type":
      return plainType("any");
    case "function_type":
      return plainType("func");
    case "channel_type":
      return plainType("chan");
    case "struct_type":
      return plainType(anonymousStruct(node));
    case "generic_type": {
      const base = fieldOf(node, "type");
      return base ? goType(base) : plainType(node.text);
    }
    case "parenthesized_type":
      return first ? goType(first) : plainType(node.text);
    default:
      return plainType(node.text);
  }
}
