import { type Edit, insertAfter, replaceNode } from "../../edit";
import type { ParsedFile } from "../../reading";
import { listedIn, removeSiblings } from "../../remove-siblings";
import { bare, memberOf, type Place } from "../syntax";
import type { Member } from "../value";
import { indentationAt, lineEnd, quoteOf } from "./layout";

const identifier = /^[A-Za-z_$][\w$]*$/;

/** A property name as the file would write it: bare where it can be, else in the file's quotes. */
export function propertyName(file: ParsedFile, name: string): string {
  const quote = quoteOf(file);
  return identifier.test(name) ? name : `${quote}${name}${quote}`;
}

/** Gives a member another name and leaves its value; undefined where it is no plain member. */
export function renameMember({ file, node }: Member, name: string): readonly Edit[] | undefined {
  const written = (key: Place["node"]): readonly Edit[] => {
    const quoted = key.type === "string";
    const quote = key.text.charAt(0);
    return [replaceNode(file, key, quoted ? `${quote}${name}${quote}` : propertyName(file, name))];
  };
  switch (node.type) {
    case "shorthand_property_identifier":
      return [replaceNode(file, node, `${propertyName(file, name)}: ${node.text}`)];
    case "pair": {
      const key = node.childForFieldName("key");
      return key && key.type !== "computed_property_name" ? written(key) : undefined;
    }
    case "assignment_expression": {
      const target = node.childForFieldName("left");
      const member = target ? memberOf(target) : undefined;
      if (!member || (member.key.type !== "string" && !identifier.test(name))) return undefined;
      return written(member.key);
    }
    default:
      return undefined;
  }
}

/** Puts another value in the place of a member's, given the source text of the present one. */
export function rewriteValue(
  { file, node, value }: Member,
  rewrite: (source: string) => string,
): readonly Edit[] | undefined {
  if (node.type === "shorthand_property_identifier") {
    return [replaceNode(file, node, `${node.text}: ${rewrite(node.text)}`)];
  }
  if (!value || value.file !== file) return undefined;
  const inner = bare(value.node);
  return [replaceNode(file, inner, rewrite(inner.text))];
}

/** Gives a member another name and another value, given the source text of the present one. */
export function replaceMember(
  member: Member,
  name: string,
  rewrite: (source: string) => string,
): readonly Edit[] | undefined {
  const { file, node } = member;
  if (node.type === "shorthand_property_identifier") {
    return [replaceNode(file, node, `${propertyName(file, name)}: ${rewrite(node.text)}`)];
  }
  const renamed = renameMember(member, name);
  const rewritten = rewriteValue(member, rewrite);
  return renamed && rewritten && [...renamed, ...rewritten];
}

const objects: ReadonlySet<string> = new Set(["object"]);

/** Takes members out of their object literals; undefined when one of them is written otherwise. */
export function removeMembers(
  members: readonly (Member | undefined)[],
): readonly Edit[] | undefined {
  return removeSiblings(members, objects);
}

/** Adds a member behind the last one of an object literal, laid out as the others are. */
export function addMember({ file, node }: Place, source: string): readonly Edit[] | undefined {
  const object = bare(node);
  if (object.type !== "object") return undefined;
  const last = listedIn(object).at(-1);
  if (!last) return [replaceNode(file, object, `{ ${source} }`)];
  const ownLine = last.startPosition.row > object.startPosition.row;
  const gap = ownLine ? `${lineEnd(file)}${indentationAt(file, last)}` : " ";
  return [insertAfter(file, last, `,${gap}${source}`)];
}
