import type { Node } from "web-tree-sitter";
import { fieldOf, partsOf, plainType } from "../program/nodes";
import type {
  FieldDeclaration,
  FunctionDeclaration,
  Module,
  TypeDeclaration,
} from "../program/program";
import type { ParsedFile } from "../reading";
import { rubyCode } from "./code";
import { rubyFunction } from "./functions";

/** The members that `attr_reader :a, :b` and its relatives make readable. */
function attributesOf(members: readonly Node[]): readonly FieldDeclaration[] {
  return members
    .filter((member) => /^attr_(?:reader|accessor)$/.test(fieldOf(member, "method")?.text ?? ""))
    .flatMap((member) => partsOf(fieldOf(member, "arguments")))
    .map((symbol) => ({
      name: symbol.text.replace(/^:/, ""),
      node: symbol,
      type: undefined,
      initial: undefined,
      getter: undefined,
      isPublic: true,
      isStatic: false,
      form: "property",
      annotations: [],
    }));
}

/** Methods below `class << self` or `module_function` are called on the type itself. */
function methodsOf(file: ParsedFile, members: readonly Node[]): readonly FunctionDeclaration[] {
  let isStatic = false;
  return members.flatMap((member) => {
    if (member.text === "module_function" || member.text === "extend self") isStatic = true;
    if (member.type === "singleton_class") {
      return partsOf(fieldOf(member, "body"))
        .filter((inner) => inner.type === "method")
        .map((inner) => ({ ...rubyFunction(file, inner), isStatic: true }));
    }
    if (member.type !== "method" && member.type !== "singleton_method") return [];
    const method = rubyFunction(file, member);
    return [{ ...method, isStatic: method.isStatic || isStatic }];
  });
}

function typeOf(file: ParsedFile, node: Node): TypeDeclaration {
  const members = partsOf(fieldOf(node, "body"));
  const methods = methodsOf(file, members);
  const base = partsOf(fieldOf(node, "superclass"))[0];
  return {
    name: (fieldOf(node, "name")?.text ?? "").replace(/^.*::/, ""),
    file,
    node,
    form: node.type === "module" ? "module" : "class",
    bases: base ? [plainType(base.text.replace(/^.*::/, ""))] : [],
    fields: attributesOf(members),
    methods,
    constructors: methods.filter(({ name }) => name === "initialize"),
    constants: [],
    annotations: [],
    isLibrary: false,
  };
}

/** A Ruby file in the common language; `alias new old` gives a method a second name. */
export function rubyModule(file: ParsedFile): Module {
  const root = file.tree.rootNode;
  const top = partsOf(root);
  const functions = top
    .filter((node) => node.type === "method" || node.type === "singleton_method")
    .map((node) => rubyFunction(file, node));
  const aliases = top
    .filter((node) => node.type === "alias")
    .flatMap((node) => {
      const target = functions.find(({ name }) => name === fieldOf(node, "alias")?.text);
      return target ? [{ ...target, name: fieldOf(node, "name")?.text }] : [];
    });
  const inTypes = root
    .descendantsOfType(["class", "module"])
    .filter((node) => node.isNamed && fieldOf(node, "name"));
  const constants = inTypes
    .flatMap((node) => partsOf(fieldOf(node, "body")))
    .filter((node) => node.type === "assignment");
  return {
    file,
    types: inTypes.map((node) => typeOf(file, node)),
    functions: [...functions, ...aliases],
    body: [...constants, ...top].map((node) => rubyCode(file, node)),
  };
}
