import type { CodeReading } from "../reading";
import { bodyOf, keyName, type Place } from "./syntax";

/** The first name that would be a key if the braces were an object's. */
function firstKey(body: Place["node"]): string | undefined {
  const first = body.namedChildren.find(({ type }) => type !== "comment");
  if (body.type === "object") {
    const key = first?.type === "pair" ? first.childForFieldName("key") : null;
    return key?.type === "property_identifier" ? keyName(key) : undefined;
  }
  return first?.type === "labeled_statement" ? first.childForFieldName("label")?.text : undefined;
}

const envelopeKeys: ReadonlySet<string> = new Set([
  "statusCode",
  "headers",
  "multiValueHeaders",
  "body",
  "isBase64Encoded",
]);

/** A block that was meant to be an object. */
export interface BlockLikeObject extends Place {
  /** Its first key. */
  readonly key: string;
}

/** The bodies of arrow functions that look like an object but are a block; those like a response first. */
export function blocksLikeObjects(code: CodeReading): readonly BlockLikeObject[] {
  const found = code.files.flatMap((file) =>
    file.tree.rootNode.descendantsOfType("arrow_function").flatMap((arrow) => {
      const node = bodyOf(arrow);
      const key = node ? firstKey(node) : undefined;
      return node && key !== undefined ? [{ file, node, key }] : [];
    }),
  );
  return found.toSorted(
    (one, other) => Number(envelopeKeys.has(other.key)) - Number(envelopeKeys.has(one.key)),
  );
}
