import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf, plainType } from "../program/nodes";
import type { TypeName } from "../program/program";

/** A C# type as the common language writes it: `T[]` is `array<T>`, `T?` a nullable `T`, a tuple `tuple<...>`. */
export function csharpType(node: Node): TypeName {
  const parts = partsOf(node);
  const [first] = parts;
  switch (node.type) {
    case "nullable_type":
      return first ? { ...csharpType(first), nullable: true } : plainType(node.text);
    case "array_type": {
      const element = fieldOf(node, "type") ?? first;
      return element ? plainType("array", csharpType(element)) : plainType("array");
    }
    case "generic_name": {
      const list = parts.find((part) => part.type === "type_argument_list");
      return plainType(first?.text ?? "", ...partsOf(list).map(csharpType));
    }
    case "qualified_name":
    case "alias_qualified_name": {
      const name = fieldOf(node, "name");
      return name
        ? { ...csharpType(name), qualifier: fieldOf(node, "qualifier")?.text }
        : plainType(node.text);
    }
    case "tuple_type":
      return plainType("tuple", ...parts.flatMap((part) => typeOfElement(part)));
    case "ref_type":
    case "scoped_type":
      return first ? csharpType(first) : plainType(node.text);
    default:
      return plainType(node.text);
  }
}

function typeOfElement(element: Node): readonly TypeName[] {
  const type = fieldOf(element, "type");
  return type ? [csharpType(type)] : [];
}
