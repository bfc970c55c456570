import type { Node } from "web-tree-sitter";
import { fieldOf, hasToken, partsOf } from "../program/nodes";
import type {
  Annotation,
  FieldDeclaration,
  FunctionDeclaration,
  Module,
  TypeDeclaration,
} from "../program/program";
import type { ParsedFile } from "../reading";
import { goCode } from "./code";
import { goFunction } from "./functions";
import { anonymousStruct, goType } from "./types";

/** The texts of a struct tag by key: `json:"name,omitempty"` is json with `name,omitempty`. */
function tagsOf(tag: Node | undefined): readonly Annotation[] {
  const written = tag?.text.slice(1, -1) ?? "";
  return Array.from(written.matchAll(/(\w+):"((?:[^"\\]|\\.)*)"/g), ([, name = "", text]) => ({
    name,
    text,
  }));
}

function fieldsOf(struct: Node): readonly FieldDeclaration[] {
  const list = partsOf(struct).find((child) => child.type === "field_declaration_list");
  return partsOf(list).flatMap((declared): readonly FieldDeclaration[] => {
    const written = fieldOf(declared, "type");
    if (!written) return [];
    const names = declared.childrenForFieldName("name").filter((name) => name.isNamed);
    const plain = goType(written);
    const isPointer = names.length === 0 && hasToken(declared, "*");
    const type = isPointer
      ? { name: "pointer", qualifier: undefined, arguments: [plain], nullable: true }
      : plain;
    const members = names.length > 0 ? names.map((name) => name.text) : [plain.name];
    return members.map((name, index) => ({
      name,
      node: names[index] ?? declared,
      type,
      initial: undefined,
      getter: undefined,
      isPublic: /^\p{Lu}/u.test(name),
      isStatic: false,
      form: names.length > 0 ? "field" : "embedded",
      annotations: tagsOf(fieldOf(declared, "tag")),
    }));
  });
}

function typeOf(
  file: ParsedFile,
  name: string,
  node: Node,
  type: Node,
  methods: readonly FunctionDeclaration[],
): TypeDeclaration {
  const isStruct = type.type === "struct_type";
  return {
    name,
    file,
    node,
    form: isStruct ? "struct" : type.type === "interface_type" ? "interface" : "alias",
    bases: isStruct ? [] : [goType(type)],
    fields: isStruct ? fieldsOf(type) : [],
    methods: methods.filter(({ receiver }) => {
      const { type: owner } = receiver ?? {};
      return (owner?.name === "pointer" ? owner.arguments[0]?.name : owner?.name) === name;
    }),
    constructors: [],
    constants: [],
    annotations: [],
    isLibrary: false,
  };
}

/** A Go file in the common language. */
export function goModule(file: ParsedFile): Module {
  const root = file.tree.rootNode;
  const top = partsOf(root);
  const functions = top
    .filter((node) => /^(?:function|method)_declaration$/.test(node.type))
    .map((node) => goFunction(file, node));
  const named = root.descendantsOfType(["type_spec", "type_alias"]).flatMap((node) => {
    const name = fieldOf(node, "name");
    const type = fieldOf(node, "type");
    return name && type ? [typeOf(file, name.text, node, type, functions)] : [];
  });
  const anonymous = root
    .descendantsOfType("struct_type")
    .filter((node) => node.parent?.type !== "type_spec")
    .map((node) => typeOf(file, anonymousStruct(node), node, node, []));
  return {
    file,
    types: [...named, ...anonymous],
    functions: functions.filter(({ receiver }) => !receiver),
    body: top
      .filter((node) => /^(?:var|const)_declaration$/.test(node.type))
      .map((node) => goCode(file, node)),
  };
}
