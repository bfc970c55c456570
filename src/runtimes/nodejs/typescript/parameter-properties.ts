import type { Node } from "web-tree-sitter";
import type { Edit } from "../worker/modules/edited-source";
import { insertion, removalOf } from "./edits";

/** The names of the members that a constructor makes of its parameters. */
function parameterProperties(maker: Node): ReadonlySet<string> {
  const parameters = maker.childForFieldName("parameters")?.namedChildren ?? [];
  const made = parameters.filter(({ children }) =>
    children.some(({ type }) =>
      /^(?:accessibility_modifier|override_modifier|readonly)$/.test(type),
    ),
  );
  return new Set(made.map((parameter) => parameter.childForFieldName("pattern")?.text ?? ""));
}

/** Whether an initialiser reads one of these members of `this`. */
function readsMember(value: Node, names: ReadonlySet<string>): boolean {
  return [value, ...value.descendantsOfType("member_expression")].some(
    (node) =>
      node.childForFieldName("object")?.type === "this" &&
      names.has(node.childForFieldName("property")?.text ?? ""),
  );
}

/** A field's initialiser as a method of its own, which the constructor calls. */
function fieldEdits(field: Node, value: Node, method: string): readonly Edit[] {
  const name = field.childForFieldName("name");
  const key = name?.text ?? "";
  const isName =
    name?.type === "property_identifier" || name?.type === "private_property_identifier";
  const member = isName ? `.${key}` : key.startsWith("[") ? key : `[${key}]`;
  const decorators = field.children.filter(({ type }) => type === "decorator");
  const start = decorators.at(-1)?.endIndex ?? field.startIndex;
  return [
    ...removalOf(field, start, value.startIndex),
    insertion(value.startIndex, `${method}() { this${member} = `),
    insertion(value.endIndex, "; }"),
  ];
}

function classEdits(body: Node): readonly Edit[] {
  const maker = body.namedChildren.find(
    (member) =>
      member.type === "method_definition" &&
      member.childForFieldName("name")?.text === "constructor",
  );
  const block = maker?.childForFieldName("body");
  if (!maker || !block) return [];
  const fields = body.namedChildren.flatMap((field) => {
    const value = field.childForFieldName("value");
    const isStatic = field.children.some(({ type }) => type === "static");
    const isField = field.type === "public_field_definition" && !isStatic;
    return isField && value ? [{ field, value }] : [];
  });
  const names = parameterProperties(maker);
  if (!fields.some(({ value }) => readsMember(value, names))) return [];
  const parent = block.namedChildren.find(
    ({ type, firstNamedChild }) =>
      type === "expression_statement" &&
      firstNamedChild?.childForFieldName("function")?.type === "super",
  );
  const methods = fields.map((_, index) => `#field${index}`);
  const calls = methods.map((method) => ` this.${method}();`).join("");
  return [
    ...fields.flatMap(({ field, value }, index) => fieldEdits(field, value, methods[index] ?? "")),
    insertion(parent?.endIndex ?? block.startIndex + 1, calls),
  ];
}

/**
 * Edits that let fields be initialised after the constructor's parameter properties where they read them,
 * as TypeScript does for targets before ES2022; for later ones it refuses such code.
 */
export function parameterPropertyEdits(root: Node): readonly Edit[] {
  return root.descendantsOfType("class_body").flatMap(classEdits);
}
