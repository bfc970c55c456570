import { type Cursor, type Mark, sees, skipBlank, take, Unreadable, type ValueNode } from "./node";
import { readString, seesString } from "./text";

/** Reads the value where the cursor stands; undefined when the text ends in it. */
export type ReadValue = (cursor: Cursor, depth: number) => ValueNode | undefined;

type Content = ValueNode extends infer Node
  ? Node extends ValueNode
    ? Omit<Node, "start" | "end">
    : never
  : never;

/** Words that are values, with the notation they give away. */
const literals = new Map<string, { content: Content; mark?: Mark }>([
  ["true", { content: { kind: "boolean", value: true } }],
  ["false", { content: { kind: "boolean", value: false } }],
  ["null", { content: { kind: "null" } }],
  ["True", { content: { kind: "boolean", value: true }, mark: "python" }],
  ["False", { content: { kind: "boolean", value: false }, mark: "python" }],
  ["None", { content: { kind: "null" }, mark: "python" }],
  ["nil", { content: { kind: "null" }, mark: "ruby" }],
  ["undefined", { content: { kind: "absent" }, mark: "inspect" }],
  ["NaN", { content: { kind: "number", value: "NaN" }, mark: "not-a-number" }],
  ["Infinity", { content: { kind: "number", value: "Infinity" }, mark: "not-a-number" }],
  ["nan", { content: { kind: "number", value: "NaN" }, mark: "python" }],
  ["inf", { content: { kind: "number", value: "Infinity" }, mark: "python" }],
]);

const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const restOfPlaceholder = /[^,，}\]\n]*/y;
const callName = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?=\()/y;
const inspectName = /[A-Z_$][\w$]*(?:\(\d+\))?(?: \[[^\]\n]{0,80}\])*\s*(?=[{[])/y;
const unserialised =
  /^(?:Map|Set|WeakMap|WeakSet|Promise|Response|Request|Headers|FormData|Blob|URLSearchParams)\b/;

const containers = new Set([
  "OrderedDict",
  "defaultdict",
  "Counter",
  "dict",
  "deque",
  "list",
  "tuple",
]);
const scalars = new Set([
  "UUID",
  "date",
  "time",
  "datetime",
  "timedelta",
  "set",
  "frozenset",
  "Binary",
  "bytearray",
]);

const alternative = /\s*(?:\||\/(?![/*])|\bor\b)/y;

/** A template's placeholder runs to the end of its place. */
export function readPlaceholder(cursor: Cursor, start: number): ValueNode {
  take(cursor, restOfPlaceholder);
  cursor.placeholder ??= { start, end: cursor.at };
  return { kind: "null", start, end: cursor.at };
}

/** Whether a choice such as `true|false` goes on where the cursor stands. */
export function seesAlternative(cursor: Cursor): boolean {
  return sees(cursor, alternative);
}

function pairsToObject(node: ValueNode): ValueNode {
  if (node.kind !== "array") return node;
  const members = node.elements.flatMap((pair) => {
    const [name, value] = pair.kind === "array" ? pair.elements : [];
    if (name?.kind !== "string" || !value) return [];
    return [{ name: name.value, start: name.start, nameEnd: name.end, end: value.end, value }];
  });
  return { kind: "object", members, start: node.start, end: node.end };
}

const argumentName = /[A-Za-z_]\w*=/y;
const typeArgument = /<class '[^']*'>/y;

/** Reads `Decimal('1.20')`, `OrderedDict([...])` and the like, as Python writes them. */
function readCall(cursor: Cursor, name: string, depth: number, readValue: ReadValue): ValueNode {
  const start = cursor.at - name.length;
  const called = name.split(".").at(-1) ?? "";
  const known = called === "Decimal" || containers.has(called) || scalars.has(called);
  if (!known) throw new Unreadable(start, "a value");
  cursor.marks.add("python");
  cursor.at += 1;
  let last: ValueNode | undefined;
  for (;;) {
    skipBlank(cursor);
    if (take(cursor, /\)/y)) break;
    take(cursor, argumentName);
    if (!take(cursor, typeArgument)) last = readValue(cursor, depth + 1) ?? last;
    skipBlank(cursor);
    if (!take(cursor, /,/y) && !sees(cursor, /\)/y)) {
      if (cursor.at < cursor.text.length) throw new Unreadable(cursor.at, "`)`");
      cursor.cut = true;
      break;
    }
  }
  const end = cursor.at;
  if (called === "Decimal" && (last?.kind === "string" || last?.kind === "number")) {
    return { kind: "number", value: last.value, start, end };
  }
  if (called === "OrderedDict" && last) return { ...pairsToObject(last), start, end };
  if (containers.has(called))
    return last ? { ...last, start, end } : { kind: "object", members: [], start, end };
  return { kind: "string", value: cursor.text.slice(start, end), start, end };
}

/** Reads what begins with a letter: a literal, a call, a class name that util.inspect writes before its members, or a placeholder. */
export function readWord(
  cursor: Cursor,
  depth: number,
  readValue: ReadValue,
): ValueNode | undefined {
  const start = cursor.at;
  const called = take(cursor, callName)?.[0];
  if (called && !sees(cursor, /\(\d+\)\s*[{[]/y)) return readCall(cursor, called, depth, readValue);
  cursor.at = start;
  const named = take(cursor, inspectName)?.[0];
  if (named) {
    cursor.marks.add("inspect");
    const ruby = cursor.marks.has("ruby");
    const node = readValue(cursor, depth + 1);
    if (!ruby) cursor.marks.delete("ruby");
    if (!node) return undefined;
    if (unserialised.test(named)) return { kind: "object", members: [], start, end: node.end };
    return { ...node, start };
  }
  const text = take(cursor, word)?.[0] ?? "";
  const end = cursor.at;
  if (end === cursor.text.length && depth > 0) {
    cursor.cut = true;
    return undefined;
  }
  const literal = literals.get(text);
  if (!literal) {
    if (depth === 0 || sees(cursor, /[.(]/y)) throw new Unreadable(start, "a value");
    return readPlaceholder(cursor, start);
  }
  if (literal.mark) cursor.marks.add(literal.mark);
  return { ...literal.content, start, end };
}

const inspectMark =
  /\[(?:(Array)|Getter(?:\/Setter)?|Setter|Circular[^\]\n]{0,80}|(?:\w*Function|class)[^\]\n]{0,200}|Symbol\([^\]\n]{0,200}|[A-Z]\w*)\]/y;
const nullPrototype = /\[(?:Object: null prototype|Module: null prototype)\]\s*(?=\{)/y;
const boxed = /\[(?:String|Number|Boolean): ([^\n]{0,2000}?)\](?=\s*[,}\]\n]|$)/y;

/** Reads what util.inspect writes in brackets: `[Object]`, `[Function: run]`, `[Object: null prototype] {`. */
export function readInspectMark(
  cursor: Cursor,
  depth: number,
  readValue: ReadValue,
): ValueNode | undefined {
  const start = cursor.at;
  if (take(cursor, nullPrototype)) {
    cursor.marks.add("inspect");
    return readValue(cursor, depth + 1);
  }
  if (take(cursor, boxed)) {
    const end = cursor.at;
    cursor.marks.add("inspect");
    cursor.at = cursor.text.indexOf(":", start) + 2;
    const node = readValue(cursor, depth + 1);
    cursor.at = end;
    return node && { ...node, start, end };
  }
  const mark = take(cursor, inspectMark);
  if (!mark) return undefined;
  cursor.marks.add("inspect");
  const end = cursor.at;
  if (mark[1]) return { kind: "array", elements: [], start, end };
  return /^\[(?:\w*Function|class|Symbol)/.test(mark[0])
    ? { kind: "absent", start, end }
    : { kind: "object", members: [], start, end };
}

const angleMark =
  /<(?:(Buffer|Uint8Array)([ \da-f]*)[^>\n]{0,80}|ref \*\d+|[\w.]+: ([^>\n]{0,200})|[^>\n]{0,200})>/y;

/** Reads what stands in angle brackets: Node's buffers, Python's enumerations and objects, a template's `<name>`. */
export function readAngle(
  cursor: Cursor,
  depth: number,
  readValue: ReadValue,
): ValueNode | undefined {
  const start = cursor.at;
  const mark = take(cursor, angleMark);
  if (!mark) throw new Unreadable(start, "a value");
  const end = cursor.at;
  if (mark[0].startsWith("<ref *")) {
    cursor.marks.add("inspect");
    skipBlank(cursor);
    return readValue(cursor, depth + 1);
  }
  if (mark[1]) {
    cursor.marks.add("inspect");
    const elements = (mark[2] ?? "")
      .split(" ")
      .filter(Boolean)
      .map(
        (byte): ValueNode => ({
          kind: "number",
          value: String(Number.parseInt(byte, 16)),
          start,
          end,
        }),
      );
    const member = (name: string, value: ValueNode) => ({
      name,
      nameEnd: start,
      start,
      end,
      value,
    });
    return {
      kind: "object",
      members: [
        member("type", { kind: "string", value: "Buffer", start, end }),
        member("data", { kind: "array", elements, start, end }),
      ],
      start,
      end,
    };
  }
  if (mark[3]) {
    cursor.marks.add("python");
    cursor.at = end - 1 - mark[3].length;
    const node = seesString(cursor)
      ? ({ kind: "string", value: readString(cursor), start, end } as const)
      : ({ kind: "number", value: mark[3], start, end } as const);
    cursor.at = end;
    return node;
  }
  if (/^<[\w.]+ object at 0x/.test(mark[0])) {
    cursor.marks.add("python");
    return { kind: "string", value: mark[0], start, end };
  }
  if (depth === 0) throw new Unreadable(start, "a value");
  return readPlaceholder(cursor, start);
}
