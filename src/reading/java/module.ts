import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf } from "../program/nodes";
import type {
  FieldDeclaration,
  FunctionDeclaration,
  Module,
  TypeDeclaration,
} from "../program/program";
import type { ParsedFile } from "../reading";
import { javaCode } from "./code";
import { annotationsOf, javaFunction, javaParameters, modifiersOf } from "./functions";
import { javaType } from "./types";

const forms: Readonly<Record<string, TypeDeclaration["form"]>> = {
  class_declaration: "class",
  record_declaration: "record",
  enum_declaration: "enum",
  interface_declaration: "interface",
};

function fieldsOf(file: ParsedFile, declared: Node): readonly FieldDeclaration[] {
  const modifiers = modifiersOf(declared);
  const type = fieldOf(declared, "type");
  return declared.childrenForFieldName("declarator").map((declarator) => {
    const value = fieldOf(declarator, "value");
    return {
      name: fieldOf(declarator, "name")?.text ?? "",
      node: declarator,
      type: type && javaType(type),
      initial: value && javaCode(file, value),
      getter: undefined,
      isPublic: modifiers.has("public"),
      isStatic: modifiers.has("static"),
      form: "field",
      annotations: annotationsOf(declared),
    };
  });
}

function basesOf(node: Node): TypeDeclaration["bases"] {
  const superclass = partsOf(fieldOf(node, "superclass"));
  const interfaces = partsOf(fieldOf(node, "interfaces")).flatMap(partsOf);
  return [...superclass, ...interfaces].map(javaType);
}

/** A constructor; a class's `static { }` counts as one that runs before its static fields are read. */
function javaConstructor(file: ParsedFile, node: Node): FunctionDeclaration {
  const declaration = javaFunction(file, node);
  if (node.type !== "static_initializer") return declaration;
  const block = partsOf(node)[0];
  return { ...declaration, isStatic: true, body: block && javaCode(file, block) };
}

function typeOf(file: ParsedFile, node: Node): TypeDeclaration {
  const members = partsOf(fieldOf(node, "body")).flatMap((member) =>
    member.type === "enum_body_declarations" ? partsOf(member) : [member],
  );
  const isRecord = node.type === "record_declaration";
  const components = isRecord ? javaParameters(fieldOf(node, "parameters")) : [];
  return {
    name: fieldOf(node, "name")?.text ?? "",
    file,
    node,
    form: forms[node.type] ?? "class",
    bases: basesOf(node),
    fields: [
      ...components.map(
        (component): FieldDeclaration => ({
          name: component.name,
          node: component.node,
          type: component.type,
          initial: undefined,
          getter: undefined,
          isPublic: true,
          isStatic: false,
          form: "component",
          annotations: annotationsOf(component.node),
        }),
      ),
      ...members
        .filter((member) => member.type === "field_declaration")
        .flatMap((member) => fieldsOf(file, member)),
    ],
    methods: members
      .filter((member) => member.type === "method_declaration")
      .map((member) => javaFunction(file, member)),
    constructors: members
      .filter((member) =>
        /^(?:(?:compact_)?constructor_declaration|static_initializer)$/.test(member.type),
      )
      .map((member) => javaConstructor(file, member)),
    constants: members
      .filter((member) => member.type === "enum_constant")
      .map((member) => fieldOf(member, "name")?.text ?? ""),
    annotations: annotationsOf(node),
    isLibrary: false,
  };
}

/** A Java file in the common language. Methods outside a class, as in an excerpt, count as functions. */
export function javaModule(file: ParsedFile): Module {
  const root = file.tree.rootNode;
  return {
    file,
    types: root.descendantsOfType(Object.keys(forms)).map((node) => typeOf(file, node)),
    functions: partsOf(root)
      .filter((node) => node.type === "method_declaration")
      .map((node) => javaFunction(file, node)),
    body: [],
  };
}
