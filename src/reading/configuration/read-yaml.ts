import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";
import { deepest, type Entry, mapping, type Node, type Stretch, scalar } from "./node";
import type { ParsedText } from "./parsed-text";

/** `!GetAtt` is `Fn::GetAtt`; `Ref` and `Condition` have no prefix. */
function longForm(tag: string | undefined): string | undefined {
  const name = /^!([A-Za-z]+)$/.exec(tag ?? "")?.[1];
  if (name === undefined) return undefined;
  return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/**
 * Reads YAML with the place of everything in it, aliases and merge keys followed, CloudFormation's short
 * forms in their long form; what is there of a text that is cut off or broken.
 */
export function readYaml(file: string, text: string): ParsedText {
  const document = parseDocument(text, {
    strict: false,
    uniqueKeys: false,
    logLevel: "silent",
    prettyErrors: false,
  });
  const anchored = new Map<string, Node>();
  const at = ({ range: [start, end] }: ParsedNode): Stretch => ({ file, start, end });

  const plain = (node: ParsedNode, depth: number): Node | undefined => {
    if (isMap(node)) {
      const own: (readonly [string, Entry])[] = [];
      const merged: (readonly [string, Entry])[] = [];
      for (const { key, value } of node.items) {
        const name = keyText(key);
        const converted = value
          ? convert(value, depth + 1)
          : scalar("", key ? at(key) : at(node), false, true);
        if (name === undefined || !converted || !key) continue;
        if (name !== "<<") own.push([name, { key: at(key), value: converted }]);
        else if (converted.kind === "mapping") merged.push(...converted.entries);
      }
      return mapping([...merged, ...own], at(node));
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => convert(item, depth + 1) ?? []);
      return { kind: "list", items, at: at(node) };
    }
    if (isScalar(node)) {
      const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
      const written = node.type === "PLAIN" ? (node.source ?? "") : String(node.value);
      const isNull = node.value === null && node.tag === undefined;
      return scalar(written, at(node), !isBlock && !isNull, isNull);
    }
    return undefined;
  };

  const convert = (node: ParsedNode, depth: number): Node | undefined => {
    if (depth > deepest) return undefined;
    if (isAlias(node)) return anchored.get(node.source);
    const value = plain(node, depth);
    const name = longForm(node.tag);
    const whole = value && name ? mapping([[name, { key: at(node), value }]], at(node)) : value;
    const { anchor } = node;
    if (whole && anchor) anchored.set(anchor, whole);
    return whole;
  };

  const root = document.contents ? convert(document.contents, 0) : undefined;
  return { ...(root ? { root } : {}), isWhole: document.errors.length === 0 };
}
