import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import { declarationOf } from "./scope";
import { argumentsOf, bare, bodyOf, dottedName, keyName, stringValue } from "./syntax";

/** A name under which a file exports something. */
export interface ExportedName {
  /** `default` for an ES module's default export; `module.exports` for the whole of a CommonJS module. */
  readonly name: string;
  readonly file: ParsedFile;
  /** Where the name stands. */
  readonly node: Node;
  /** The expression or declaration that it stands for. */
  readonly value?: Node;
  /** `export { x } from "./y"`: the module and the name there. */
  readonly from?: { readonly specifier: string; readonly name: string };
  readonly form: "commonjs" | "module";
}

function objectMembers(file: ParsedFile, object: Node): readonly ExportedName[] {
  return object.namedChildren.flatMap((member): readonly ExportedName[] => {
    if (member.type === "shorthand_property_identifier") {
      return [{ name: member.text, file, node: member, value: member, form: "commonjs" }];
    }
    const key = member.childForFieldName("key") ?? member.childForFieldName("name");
    const name = key ? keyName(key) : undefined;
    if (!key || name === undefined) return [];
    const value = member.childForFieldName("value") ?? member;
    return [{ name, file, node: key, value, form: "commonjs" }];
  });
}

/** The exported name on the left of an assignment: `module.exports` itself, or a name below it. */
function exportedTarget(left: Node): { readonly name: string; readonly node: Node } | undefined {
  const dotted = dottedName(left);
  if (dotted === undefined) return undefined;
  if (dotted === "module.exports") return { name: "module.exports", node: left };
  const name = /^(?:module\.)?exports\.([^.]+)$/.exec(dotted)?.[1];
  if (name === undefined) return undefined;
  const key = left.childForFieldName("property") ?? left.childForFieldName("index") ?? left;
  return { name, node: key };
}

function assigned(file: ParsedFile, assignment: Node): readonly ExportedName[] {
  const left = assignment.childForFieldName("left");
  let value = assignment.childForFieldName("right");
  const target = left ? exportedTarget(left) : undefined;
  if (!target || !value) return [];
  while (value.type === "assignment_expression") {
    const next = value.childForFieldName("right");
    if (!next) break;
    value = next;
  }
  const inner = bare(value);
  const whole: ExportedName = { ...target, file, value: inner, form: "commonjs" };
  return target.name === "module.exports" && inner.type === "object"
    ? [whole, ...objectMembers(file, inner)]
    : [whole];
}

/** `Object.assign(exports, {...})`, `Object.defineProperty(exports, "x", {...})` and a bundler's `__export(target, { x: () => x })`. */
function defined(file: ParsedFile, call: Node): readonly ExportedName[] {
  const callee = call.childForFieldName("function");
  const name = callee ? dottedName(callee) : undefined;
  const [target, second, third] = argumentsOf(call);
  if (!target || !second) return [];
  const ontoExports = /^(?:module\.)?exports$/.test(dottedName(target) ?? "");
  if (name === "Object.assign" && ontoExports && second.type === "object") {
    return objectMembers(file, second);
  }
  if (name === "Object.defineProperty" && ontoExports) {
    const exported = stringValue(second);
    if (exported === undefined || exported === "__esModule") return [];
    const value = third?.descendantsOfType("return_statement")[0]?.firstNamedChild;
    return [{ name: exported, file, node: second, ...(value ? { value } : {}), form: "commonjs" }];
  }
  if (name === "__export" && second.type === "object") {
    return objectMembers(file, second).map((member) => {
      const body = member.value ? bodyOf(member.value) : undefined;
      return body ? { ...member, value: body } : member;
    });
  }
  return [];
}

function declared(file: ParsedFile, statement: Node): readonly ExportedName[] {
  const declaration = statement.childForFieldName("declaration");
  const value = statement.childForFieldName("value");
  const source = statement.childForFieldName("source");
  const form = "module";
  if (statement.children.some((child) => child.type === "default")) {
    const exported = value ?? declaration;
    return exported ? [{ name: "default", file, node: exported, value: exported, form }] : [];
  }
  if (declaration) {
    const own = declaration.childForFieldName("name");
    if (own) return [{ name: own.text, file, node: own, value: declaration, form }];
    return declaration.namedChildren.flatMap((declarator): readonly ExportedName[] => {
      const name = declarator.childForFieldName("name");
      const initial = declarator.childForFieldName("value");
      if (name?.type !== "identifier") return [];
      return [{ name: name.text, file, node: name, ...(initial ? { value: initial } : {}), form }];
    });
  }
  const specifier = source ? stringValue(source) : undefined;
  const clause = statement.namedChildren.find((child) => child.type === "export_clause");
  if (clause) {
    return clause.namedChildren.flatMap((item): readonly ExportedName[] => {
      const local = item.childForFieldName("name");
      if (!local) return [];
      const node = item.childForFieldName("alias") ?? local;
      const name = keyName(node) ?? node.text;
      return specifier === undefined
        ? [{ name, file, node, value: local, form }]
        : [{ name, file, node, from: { specifier, name: keyName(local) ?? local.text }, form }];
    });
  }
  const bareStar = statement.children.some((child) => child.type === "*");
  if (bareStar && specifier !== undefined) {
    return [{ name: "*", file, node: statement, from: { specifier, name: "*" }, form }];
  }
  return [];
}

/** The names under which a JavaScript or TypeScript file exports something, in the order of the text. */
export function exportsOf(file: ParsedFile): readonly ExportedName[] {
  return file.tree.rootNode
    .descendantsOfType(["assignment_expression", "call_expression", "export_statement"])
    .flatMap((node) => {
      switch (node.type) {
        case "assignment_expression":
          return assigned(file, node);
        case "call_expression":
          return defined(file, node);
        default:
          return declared(file, node);
      }
    })
    .filter(({ form, node }) => form === "module" || !shadowed(node));
}

/** Whether `exports` or `module` here is the user's own variable. */
function shadowed(node: Node): boolean {
  const root = /^(?:module|exports)$/;
  let inner: Node | null = node.type === "property_identifier" ? node.parent : node;
  while (inner && inner.type !== "identifier") inner = inner.childForFieldName("object");
  return inner !== null && root.test(inner.text) && declarationOf(inner) !== undefined;
}
