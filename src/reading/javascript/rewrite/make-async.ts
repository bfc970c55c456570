import { type Edit, insertBefore, wrapNode } from "../../edit";
import { isAsync, type Place } from "../syntax";

/** Declares a function `async`, its declared return type included; nothing when it already is or cannot be. */
export function makeAsync({ file, node }: Place): readonly Edit[] {
  if (isAsync(node) || /^generator/.test(node.type)) return [];
  const name = node.type === "method_definition" ? node.childForFieldName("name") : node;
  if (!name) return [];
  const type = node.childForFieldName("return_type")?.firstNamedChild;
  const typed = type && !/^Promise\b/.test(type.text) ? wrapNode(file, type, "Promise<", ">") : [];
  return [insertBefore(file, name, "async "), ...typed];
}
