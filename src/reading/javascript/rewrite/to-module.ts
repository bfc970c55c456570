import type { Node } from "web-tree-sitter";
import type { SourceFile } from "../../../submission/submission";
import { type Edit, replaceNode } from "../../edit";
import type { ParsedFile } from "../../reading";
import { commonjsSyntaxIn } from "../module-syntax";
import { fileImported } from "../modules";
import { argumentsOf, bare, dottedName, keyName, stringValue } from "../syntax";

/** The specifier as `import` wants it: a file of the package with its extension. */
function exactSpecifier(files: readonly SourceFile[], file: ParsedFile, specifier: string): string {
  const found = fileImported(files, file.path, specifier);
  if (!found || /\.[mc]?js(?:on)?$/.test(specifier)) return specifier;
  const rest = /(?:\/index)?\.[^./]+$/.exec(found.path)?.[0] ?? "";
  return `${specifier.replace(/\/$/, "")}${rest}`;
}

/** The pattern of a `const {a, b: c} = require(…)` as import names; undefined where it has defaults or depth. */
function importNames(pattern: Node): string | undefined {
  const names = pattern.namedChildren.map((child) => {
    if (child.type === "shorthand_property_identifier_pattern") return child.text;
    const key = child.childForFieldName("key");
    const value = child.childForFieldName("value");
    return child.type === "pair_pattern" && value?.type === "identifier"
      ? `${key?.text} as ${value.text}`
      : undefined;
  });
  return names.includes(undefined) ? undefined : `{ ${names.join(", ")} }`;
}

/** `const x = require("y")` at the top level as an import. */
function importFor(
  file: ParsedFile,
  files: readonly SourceFile[],
  call: Node,
): readonly Edit[] | undefined {
  const [first] = argumentsOf(call);
  const specifier = first ? stringValue(first) : undefined;
  const declarator = call.parent;
  const statement = declarator?.parent;
  if (!first || specifier === undefined || !statement) return undefined;
  const quote = first.text[0];
  const source = `${quote}${exactSpecifier(files, file, specifier)}${quote}`;
  if (declarator.type === "expression_statement" && statement.type === "program") {
    return [replaceNode(file, call, `import ${source}`)];
  }
  const name = declarator.childForFieldName("name");
  const isOnly = statement.namedChildren.length === 1 && statement.parent?.type === "program";
  if (declarator.type !== "variable_declarator" || !name || !isOnly) return undefined;
  const names = name.type === "object_pattern" ? importNames(name) : name.text;
  if (names === undefined) return undefined;
  const ends = statement.lastChild?.type === ";" ? ";" : "";
  return [replaceNode(file, statement, `import ${names} from ${source}${ends}`)];
}

/** `exports.x = …` or `module.exports = {…}` at the top level as an export. */
function exportFor(file: ParsedFile, assignment: Node): readonly Edit[] | undefined {
  const left = assignment.childForFieldName("left");
  const right = assignment.childForFieldName("right");
  const name = left ? dottedName(left) : undefined;
  if (!left || !right || assignment.parent?.parent?.type !== "program") return undefined;
  const single = /^(?:module\.)?exports\.([A-Za-z_$][\w$]*)$/.exec(name ?? "")?.[1];
  if (single !== undefined) {
    const value = bare(right);
    const isAlias = value.type === "identifier" && value.text === single;
    return isAlias
      ? [replaceNode(file, assignment, `export { ${single} }`)]
      : [replaceNode(file, left, `export const ${single}`)];
  }
  const object = bare(right);
  if (name !== "module.exports" || object.type !== "object") return undefined;
  const [only, ...others] = object.namedChildren;
  const key = only?.type === "pair" ? only.childForFieldName("key") : null;
  const value = only?.childForFieldName("value");
  if (only && others.length === 0 && key && value && value.type !== "identifier") {
    const { startIndex: start } = assignment;
    return [
      { file: file.path, start, end: value.startIndex, text: `export const ${keyName(key)} = ` },
      { file: file.path, start: value.endIndex, end: assignment.endIndex, text: "" },
    ];
  }
  const names = object.namedChildren.map((member) => {
    if (member.type === "shorthand_property_identifier") return member.text;
    const from = member.childForFieldName("value");
    const to = member.childForFieldName("key");
    return from?.type === "identifier" && to ? `${from.text} as ${keyName(to)}` : undefined;
  });
  if (names.length === 0 || names.includes(undefined)) return undefined;
  return [replaceNode(file, assignment, `export { ${names.join(", ")} }`)];
}

/**
 * Rewrites a CommonJS file's requires and exports as imports and exports; undefined when it has a
 * use of CommonJS that has no like in an ES module.
 */
export function toModule(
  file: ParsedFile,
  files: readonly SourceFile[],
): readonly Edit[] | undefined {
  const rewritten = commonjsSyntaxIn(file).map((name): readonly Edit[] | undefined => {
    const call = name.parent;
    if (name.text === "require" && call?.type === "call_expression") {
      return importFor(file, files, call);
    }
    let target: Node | null = name;
    while (target?.parent?.type === "member_expression") target = target.parent;
    const assignment = target?.parent;
    const isTarget = assignment?.childForFieldName("left")?.id === target?.id;
    return assignment?.type === "assignment_expression" && isTarget
      ? exportFor(file, assignment)
      : undefined;
  });
  return rewritten.includes(undefined) ? undefined : rewritten.flatMap((edits) => edits ?? []);
}
