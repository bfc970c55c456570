import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf, plainType } from "../program/nodes";
import type { TypeName } from "../program/program";

/** A Java type as the common language writes it: `T[]` is `array<T>`, `a.b.T` is `T` with the qualifier `a.b`. */
export function javaType(node: Node): TypeName {
  const parts = partsOf(node).filter((part) => !/annotation$/.test(part.type));
  const [first] = parts;
  switch (node.type) {
    case "generic_type": {
      const list = parts.find((part) => part.type === "type_arguments");
      const base = first ? javaType(first) : plainType(node.text);
      return { ...base, arguments: partsOf(list).map(javaType) };
    }
    case "scoped_type_identifier": {
      const last = parts.at(-1);
      return { ...plainType(last?.text ?? node.text), qualifier: first?.text };
    }
    case "array_type": {
      const element = fieldOf(node, "element");
      return element ? plainType("array", javaType(element)) : plainType("array");
    }
    case "annotated_type": {
      const inner = parts.at(-1);
      return inner ? javaType(inner) : plainType(node.text);
    }
    case "identifier":
    case "scoped_identifier":
      return plainType(node.text.replace(/^.*\./, ""));
    default:
      return plainType(node.text);
  }
}
