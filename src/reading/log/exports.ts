import { type Line, splitLines } from "./line";

/** A record of an export: where its message begins in the paste, and when it was written, where that is told. */
interface LogRecord {
  readonly time: string;
  readonly lines: readonly Line[];
}

/** Logs Insights gives the newest record first; a log is read forwards. */
function inOrderOfTime(records: readonly LogRecord[]): Line[] {
  const first = records[0]?.time ?? "";
  const last = records.at(-1)?.time ?? "";
  const ordered = first > last && last !== "" ? records.toReversed() : records;
  return ordered.flatMap(({ lines }) => lines);
}

interface Field {
  readonly text: string;
  readonly line: number;
}

/** The records of a CSV text (RFC 4180), each field with the line that it begins on. */
function* csvRecords(text: string): Generator<readonly Field[]> {
  const separator = /[,\r\n]/g;
  let line = 1;
  let fields: Field[] = [];
  for (let at = 0; at <= text.length; ) {
    const start = line;
    let field = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
      line += splitLines(field).length - 1;
    }
    separator.lastIndex = at;
    const end = separator.exec(text)?.index ?? text.length;
    fields.push({ text: field + text.slice(at, end), line: start });
    at = end + 1;
    if (text[end] === ",") continue;
    if (text[end] === "\r" && text[end + 1] === "\n") at += 1;
    line += 1;
    yield fields;
    fields = [];
  }
}

const csvHeader = /^\uFEFF?"?@?[\w.]+"?(?:,"?@?[\w.]+"?)*(?=\r|\n)/;
const messageColumn = /^@?message$/i;
const timeColumn = /^@?timestamp$/i;

/** The messages of a CSV that CloudWatch or Logs Insights exported; undefined when it is none. */
function csvMessages(text: string): Line[] | undefined {
  const header = csvHeader
    .exec(text)?.[0]
    .replace(/["\uFEFF]/g, "")
    .split(",");
  const message = header?.findIndex((name) => messageColumn.test(name)) ?? -1;
  if (!header || message < 0 || header.length < 2) return undefined;
  const time = header.findIndex((name) => timeColumn.test(name));
  const records: LogRecord[] = [];
  for (const fields of csvRecords(text)) {
    const field = fields[message];
    if (field)
      records.push({ time: fields[time]?.text ?? "", lines: splitLines(field.text, field.line) });
  }
  return inOrderOfTime(records.slice(1));
}

/** The offset of the quote that closes the JSON string whose first quote stands at `from`; -1 when it is cut. */
function closingQuote(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return quote;
  }
  return -1;
}

function unescaped(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal);
    return String(value);
  } catch {
    return literal.slice(1, -1);
  }
}

/** What an export, and nothing else, has beside its messages. */
const jsonExport =
  /"(?:@message|logStreamName|ingestionTime|logEvents|eventId|searchedLogStreams)"|"log"\s*:\s*"Execution log for/;
const jsonMessage =
  /"(?:@?message|log)"\s*:\s*(?=")|"field"\s*:\s*"@message"\s*,\s*"value"\s*:\s*(?=")|"(?:@?timestamp)"\s*:\s*"?([\d\-: .TZ]{8,30})|"field"\s*:\s*"@timestamp"\s*,\s*"value"\s*:\s*"([^"]{0,40})"/g;

/** The messages of an answer of the CloudWatch Logs API or of Logs Insights as JSON; undefined when it is none. */
function jsonMessages(text: string): Line[] | undefined {
  if (!/^\s*[[{]/.test(text) || !jsonExport.test(text)) return undefined;
  const records: LogRecord[] = [];
  let time = "";
  let number = 1;
  let counted = 0;
  jsonMessage.lastIndex = 0;
  for (let found = jsonMessage.exec(text); found; found = jsonMessage.exec(text)) {
    const stamp = found[1] ?? found[2];
    if (stamp !== undefined) {
      time = stamp;
      continue;
    }
    const open = jsonMessage.lastIndex;
    const close = closingQuote(text, open);
    const end = close < 0 ? text.length : close + 1;
    for (let at = text.indexOf("\n", counted); at >= 0 && at < open; ) {
      number += 1;
      counted = at + 1;
      at = text.indexOf("\n", counted);
    }
    const lines = splitLines(unescaped(text.slice(open, end))).map((line) => ({
      number,
      text: line.text,
    }));
    records.push({ time, lines });
    jsonMessage.lastIndex = end;
  }
  return records.length > 0 ? inOrderOfTime(records) : undefined;
}

/**
 * The lines of a log as it was written: out of a CSV or JSON export the messages' lines, each with the
 * number of the line that it stands on in the paste, in order of time; else the text's own lines.
 */
export function loggedLines(text: string): { lines: readonly Line[]; exported: boolean } {
  const messages = csvMessages(text) ?? jsonMessages(text);
  return messages
    ? { lines: messages, exported: true }
    : { lines: splitLines(text), exported: false };
}
