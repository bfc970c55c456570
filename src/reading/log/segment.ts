import type { Header } from "../../submission/submission";
import type { Part, PartedLine } from "./line";
import type { LogFormat, OpenText, Side, Statement, Told } from "./statement";

/** A long text as it is gathered: the line it begins on and its lines. */
interface Gathered {
  line: number;
  readonly lines: string[];
}

/** What one side says about one request: its lines in order and what they tell. */
export interface Segment {
  readonly side: Side;
  readonly formats: Set<LogFormat>;
  readonly ids: Set<string>;
  readonly otherIds: Set<string>;
  readonly lines: PartedLine[];
  readonly told: Told;
  readonly texts: Partial<Record<OpenText, Gathered>>;
  closed: boolean;
  /** The long text that unrecognised lines go on with. */
  open: OpenText | undefined;
  /** Header lines of the request or the answer may follow. */
  headers: "request" | "answer" | undefined;
}

export function newSegment(side: Side): Segment {
  return {
    side,
    formats: new Set(),
    ids: new Set(),
    otherIds: new Set(),
    lines: [],
    told: {},
    texts: {},
    closed: false,
    open: undefined,
    headers: undefined,
  };
}

/** What a line that goes on with a long text is. */
const partOfOpen: Readonly<Record<OpenText, Part>> = {
  event: "data",
  "request-body": "data",
  payload: "payload",
  answer: "answer",
  trace: "error",
};

function isInterim(status: number | undefined): boolean {
  return status !== undefined && (status < 200 || (status >= 300 && status < 400));
}

/** The first line to say a thing is believed, but for an error without its type or words and an interim status. */
function tell(told: Told, more: Told): void {
  const error =
    told.error && more.error
      ? {
          ...more.error,
          ...told.error,
          errorMessage: told.error.errorMessage || more.error.errorMessage,
        }
      : (told.error ?? more.error);
  const status = isInterim(told.status)
    ? (more.status ?? told.status)
    : (told.status ?? more.status);
  const runtime = told.runtime ?? more.runtime;
  Object.assign(told, more, { ...told });
  if (error) told.error = error;
  if (status !== undefined) told.status = status;
  if (runtime !== undefined) told.runtime = runtime;
}

/** Adds a recognised line to its segment. */
export function addStatement(
  segment: Segment,
  number: number,
  text: string,
  statement: Statement,
): void {
  segment.formats.add(statement.format);
  if (statement.id !== undefined) segment.ids.add(statement.id);
  if (statement.otherId !== undefined) segment.otherIds.add(statement.otherId);
  if (statement.told) tell(segment.told, statement.told);
  if (statement.opens) {
    const { what, text: first } = statement.opens;
    segment.texts[what] = { line: number, lines: first === "" ? [] : [first] };
  }
  segment.lines.push({ number, text: statement.errorText ?? text, part: statement.part });
  segment.open = statement.opens?.what;
  segment.headers = statement.headers;
  if (statement.ends) segment.closed = true;
}

function gather(gathered: Gathered | undefined, number: number, text: string): void {
  if (!gathered || (gathered.lines.length === 0 && text.trim() === "")) return;
  if (gathered.lines.length === 0) gathered.line = number;
  gathered.lines.push(text);
}

/** Adds a line that nobody recognised: it goes on with the open text, or with what came before it. */
export function addText(segment: Segment, number: number, text: string): void {
  const { open } = segment;
  if (open !== undefined) {
    gather(segment.texts[open], number, text);
    segment.lines.push({ number, text, part: partOfOpen[open] });
    return;
  }
  if (text.trim() === "") return;
  const before = segment.lines.at(-1)?.part;
  segment.lines.push({ number, text, part: before === "own" ? "own" : "text" });
}

const headerLine = /^(?:[<>] )?([\w!#$%&'*+.^`|~-]{1,200}): ?(.*)$/s;

/** Takes a line as a header of the request or the answer where headers may stand; false when it is none. */
export function addHeader(segment: Segment, number: number, text: string): boolean {
  const { headers } = segment;
  if (headers === undefined) return false;
  if (/^[<>]?\s*$/.test(text)) {
    segment.headers = undefined;
    return true;
  }
  const [, name, value = ""] = headerLine.exec(text) ?? [];
  if (name === undefined || /^(?:https?|curl)$/i.test(name)) {
    segment.headers = undefined;
    return false;
  }
  const member = headers === "request" ? "requestHeaders" : "answerHeaders";
  const header: Header = [name, value.trim()];
  segment.told[member] = [...(segment.told[member] ?? []), header];
  segment.lines.push({
    number,
    text: `${name}: ${value.trim()}`,
    part: headers === "request" ? "data" : "answer-header",
  });
  return true;
}
