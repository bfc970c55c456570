import type { Node } from "web-tree-sitter";
import type { Edit } from "../worker/modules/edited-source";
import { insertion } from "./edits";

const onlyTypes: ReadonlySet<string> = new Set([
  "interface_declaration",
  "type_alias_declaration",
  "ambient_declaration",
  "comment",
  "import_alias",
]);

function isNamespace({ type, isNamed }: Node): boolean {
  return isNamed && (type === "internal_module" || type === "module");
}

/** The declaration that a statement makes, without `export` or the expression around a namespace. */
function declarationOf(statement: Node): Node {
  if (statement.type === "export_statement") {
    return statement.childForFieldName("declaration") ?? statement;
  }
  const [first] = statement.namedChildren;
  return statement.type === "expression_statement" && first && isNamespace(first)
    ? first
    : statement;
}

/** Whether anything of the namespace is left when its types are gone. */
function isInstantiated(namespace: Node): boolean {
  const statements = namespace.childForFieldName("body")?.namedChildren ?? [];
  return statements.map(declarationOf).some((declaration) => {
    if (isNamespace(declaration)) return isInstantiated(declaration);
    return !onlyTypes.has(declaration.type);
  });
}

/** The names that a pattern binds. */
function boundNames(pattern: Node): readonly string[] {
  const bindings = ["identifier", "shorthand_property_identifier_pattern"];
  if (bindings.includes(pattern.type)) return [pattern.text];
  const target =
    pattern.childForFieldName("value") ??
    (/^(?:object_)?assignment_pattern$/.test(pattern.type)
      ? pattern.childForFieldName("left")
      : null);
  return (target ? [target] : pattern.namedChildren).flatMap(boundNames);
}

/** The names that a declaration gives to values. */
function declaredNames(declaration: Node): readonly string[] {
  if (onlyTypes.has(declaration.type) && declaration.type !== "import_alias") return [];
  if (/^(?:lexical|variable)_declaration$/.test(declaration.type)) {
    return declaration
      .descendantsOfType("variable_declarator")
      .filter(({ parent }) => parent?.id === declaration.id)
      .flatMap((declarator) => boundNames(declarator.childForFieldName("name") ?? declarator));
  }
  const name = declaration.childForFieldName("name") ?? declaration.firstNamedChild;
  return name && declaration.type !== "function_signature" ? [name.text] : [];
}

/** Makes a declared name a member of its namespace, which changes as the name does. */
function exportedAs(namespace: string, name: string, isConstant: boolean): string {
  return isConstant
    ? ` ${namespace}.${name} = ${name};`
    : ` Object.defineProperty(${namespace}, "${name}", { get: () => ${name}, set: (value) => { ${name} = value; }, enumerable: true, configurable: true });`;
}

function withoutExport(statement: Node): readonly Edit[] {
  const keyword = statement.children.find(({ type }) => type === "export");
  return keyword ? [{ start: keyword.startIndex, removed: 6, inserted: "" }] : [];
}

function statementEdits(statement: Node, namespace: string, seen: Set<string>): readonly Edit[] {
  const declaration = declarationOf(statement);
  const isExported = statement.type === "export_statement";
  if (isNamespace(declaration)) {
    const within = isExported ? namespace : undefined;
    const made = namespaceOf(declaration, seen, "let", within);
    return made.length > 0 && isExported ? [...withoutExport(statement), ...made] : made;
  }
  const inner = declarationEdits(declaration);
  if (!isExported) return inner;
  const isConstant = !/^(?:let|var)\b/.test(declaration.text);
  const members = declaredNames(declaration).map((name) => exportedAs(namespace, name, isConstant));
  return [
    ...withoutExport(statement),
    ...inner,
    ...(members.length > 0 ? [insertion(statement.endIndex, `;${members.join("")}`)] : []),
  ];
}

/** The edits of one namespace; none where it has only types, which go with it. */
function namespaceOf(
  namespace: Node,
  seen: Set<string>,
  keyword: "var" | "let",
  within?: string,
): readonly Edit[] {
  const name = namespace.childForFieldName("name");
  const body = namespace.childForFieldName("body");
  if (!name || !body || name.type === "string" || !isInstantiated(namespace)) return [];
  const names = name.text.split(/\s*\.\s*/);
  const last = names.at(-1) ?? name.text;
  let opening = "";
  let closing = "";
  names.forEach((each, index) => {
    const above = index === 0 ? within : names[index - 1];
    const declares = index > 0 || !seen.has(each);
    const declared = declares ? `${index === 0 ? keyword : "let"} ${each}; ` : "";
    const member =
      above === undefined ? "" : `${each} = ${above}.${each} || (${above}.${each} = {})`;
    opening += `${declared}(function (${each}) {`;
    closing = `})(${member === "" ? `${each} || (${each} = {})` : member});${closing}`;
  });
  seen.add(names[0] ?? name.text);
  const declaredInside = new Set<string>();
  const statements = body.namedChildren;
  return [
    { start: namespace.startIndex, removed: name.endIndex - namespace.startIndex, inserted: "" },
    { start: body.startIndex, removed: 1, inserted: opening },
    ...statements.flatMap((statement) =>
      statementEdits(statement, last, noted(statement, declaredInside)),
    ),
    { start: body.endIndex - 1, removed: 1, inserted: closing },
  ];
}

/** Adds the function, class or enum that a statement declares, which a namespace of its name adds to. */
function noted(statement: Node, seen: Set<string>): Set<string> {
  const declaration = declarationOf(statement);
  if (
    /^(?:function|generator_function|class|abstract_class|enum)_declaration$/.test(declaration.type)
  ) {
    for (const name of declaredNames(declaration)) seen.add(name);
  }
  return seen;
}

/** The edits of the namespaces that stand somewhere below a node. */
function declarationEdits(node: Node): readonly Edit[] {
  if (node.type === "ambient_declaration") return [];
  const seen = new Set<string>();
  return node.namedChildren.flatMap((child) => {
    const declaration = declarationOf(child);
    noted(child, seen);
    if (!isNamespace(declaration)) return declarationEdits(child);
    return namespaceOf(declaration, seen, "var");
  });
}

/** Edits that make functions and objects of a file's namespaces. */
export function namespaceEdits(root: Node): readonly Edit[] {
  return declarationEdits(root);
}
