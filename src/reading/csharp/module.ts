import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf } from "../program/nodes";
import type {
  Code,
  FieldDeclaration,
  FunctionDeclaration,
  Module,
  TypeDeclaration,
} from "../program/program";
import type { ParsedFile } from "../reading";
import { csharpCode } from "./code";
import { attributesOf, csharpFunction, csharpParameters, modifiersOf } from "./functions";
import { csharpType } from "./types";

const forms: Readonly<Record<string, TypeDeclaration["form"]>> = {
  class_declaration: "class",
  struct_declaration: "struct",
  record_declaration: "record",
  record_struct_declaration: "record",
  enum_declaration: "enum",
  interface_declaration: "interface",
};

function getterOf(file: ParsedFile, property: Node): FunctionDeclaration | undefined {
  const arrow = fieldOf(property, "value");
  const accessor = partsOf(fieldOf(property, "accessors")).find(
    (part) => fieldOf(part, "name")?.text === "get" && fieldOf(part, "body"),
  );
  if (accessor) return csharpFunction(file, accessor);
  return arrow?.type === "arrow_expression_clause"
    ? { ...csharpFunction(file, property), body: csharpCode(file, arrow), givesLast: true }
    : undefined;
}

/** `new()` gets its type from the member that it is the first value of. */
function initialOf(file: ParsedFile, value: Node | undefined, type: Node | undefined) {
  const code: Code | undefined = value && csharpCode(file, value);
  return code?.kind === "create" && code.type?.name === "new" && type
    ? { ...code, type: csharpType(type) }
    : code;
}

function membersOf(file: ParsedFile, member: Node): readonly FieldDeclaration[] {
  const modifiers = modifiersOf(member);
  const shared = {
    isPublic: modifiers.has("public"),
    isStatic: modifiers.has("static") || modifiers.has("const"),
    annotations: attributesOf(member),
  };
  if (member.type === "property_declaration") {
    const type = fieldOf(member, "type");
    const value = fieldOf(member, "value");
    const initial = value?.type === "arrow_expression_clause" ? undefined : value;
    return [
      {
        ...shared,
        name: fieldOf(member, "name")?.text ?? "",
        node: member,
        type: type && csharpType(type),
        initial: initialOf(file, initial, type),
        getter: getterOf(file, member),
        form: "property",
      },
    ];
  }
  const declaration = partsOf(member).find((part) => part.type === "variable_declaration");
  const type = declaration && fieldOf(declaration, "type");
  return partsOf(declaration)
    .filter((part) => part.type === "variable_declarator")
    .map((declarator) => {
      const name = fieldOf(declarator, "name");
      const initial = partsOf(declarator).findLast((part) => part.id !== name?.id);
      return {
        ...shared,
        name: name?.text ?? "",
        node: declarator,
        type: type && csharpType(type),
        initial: initialOf(file, initial, type),
        getter: undefined,
        form: "field" as const,
      };
    });
}

function typeOf(file: ParsedFile, node: Node): TypeDeclaration {
  const body = fieldOf(node, "body");
  const members = partsOf(body);
  const form = forms[node.type] ?? "class";
  const parameters = partsOf(node).find((part) => part.type === "parameter_list");
  const bases = partsOf(node).find((part) => part.type === "base_list");
  const components = form === "record" ? csharpParameters(file, parameters) : [];
  const isInterface = form === "interface";
  return {
    name: fieldOf(node, "name")?.text ?? "",
    file,
    node,
    form,
    bases: partsOf(bases)
      .map((base) => (base.type === "primary_constructor_base_type" ? partsOf(base)[0] : base))
      .flatMap((base) => (base ? [csharpType(base)] : [])),
    fields: [
      ...components.map(
        (component): FieldDeclaration => ({
          name: component.name,
          node: component.node,
          type: component.type,
          initial: component.initial,
          getter: undefined,
          isPublic: true,
          isStatic: false,
          form: "component",
          annotations: attributesOf(component.node),
        }),
      ),
      ...members
        .filter((member) => /^(?:property|field)_declaration$/.test(member.type))
        .flatMap((member) => membersOf(file, member)),
    ],
    methods: members
      .filter((member) => member.type === "method_declaration")
      .map((member) => csharpFunction(file, member))
      .map((method) => (isInterface ? { ...method, isPublic: true } : method)),
    constructors: members
      .filter((member) => member.type === "constructor_declaration")
      .map((member) => csharpFunction(file, member)),
    constants: members
      .filter((member) => member.type === "enum_member_declaration")
      .map((member) => fieldOf(member, "name")?.text ?? ""),
    annotations: attributesOf(node),
    isLibrary: false,
  };
}

/** A C# file in the common language; statements outside every type are its body. */
export function csharpModule(file: ParsedFile): Module {
  const root = file.tree.rootNode;
  const statements = partsOf(root).filter(
    (part) =>
      part.type === "global_statement" && partsOf(part)[0]?.type !== "local_function_statement",
  );
  return {
    file,
    types: root.descendantsOfType(Object.keys(forms)).map((node) => typeOf(file, node)),
    functions: root
      .descendantsOfType("local_function_statement")
      .filter((node) => node.parent?.type === "global_statement")
      .map((node) => csharpFunction(file, node)),
    body: statements.map((node) => csharpCode(file, node)),
  };
}
