import { accessLog, loadBalancerLog } from "./access-log";
import { browserConsole } from "./browser";
import { clientTranscript } from "./client";
import { executionLog } from "./execution-log";
import { firstCharacters } from "./first-character";
import { functionLog } from "./function-log";
import { jsonStatement } from "./json-line";
import type { Line, PartedLine } from "./line";
import { localTools } from "./local-tools";
import { ObjectFinder } from "./objects";
import { unprefixed } from "./prefix";
import { addHeader, addStatement, addText, newSegment, type Segment } from "./segment";
import type { Recogniser, Side, Statement } from "./statement";

const recognisers: readonly Recogniser[] = [
  ...functionLog,
  ...executionLog,
  ...accessLog,
  ...loadBalancerLog,
  ...localTools,
  ...clientTranscript,
  ...browserConsole,
];

const byFirstCharacter = new Map<string, readonly Recogniser[]>();

/** The recognisers that can match a line which begins like this one, in their order. */
function recognisersOf(text: string): readonly Recogniser[] {
  const first = text.charAt(0);
  const known = byFirstCharacter.get(first);
  if (known) return known;
  const able = recognisers.filter(
    ({ text: pattern }) => firstCharacters(pattern)?.has(first) ?? true,
  );
  if (first < "\u0100") byFirstCharacter.set(first, able);
  return able;
}

function recognise(text: string, next: () => string): Statement | undefined {
  for (const { text: pattern, needs, state } of recognisersOf(text)) {
    if (needs !== undefined && !text.includes(needs)) continue;
    const match = pattern.exec(text);
    const statement = match && state(match, next);
    if (statement) return statement;
  }
  return undefined;
}

/** Whether the statement says again what the request has said already, and so is about another one. */
function repeats({ told, texts }: Segment, statement: Statement): boolean {
  const { told: more = {}, opens } = statement;
  return (
    (more.method !== undefined && told.method !== undefined) ||
    (more.status !== undefined && told.status !== undefined) ||
    (opens !== undefined && texts[opens.what] !== undefined)
  );
}

/** How many lines before the first recognised one are kept. */
const mostWaiting = 2000;

/** Reads the lines one by one and hands each to the request that it is about. */
class Scan {
  readonly segments: Segment[] = [];
  readonly #byId = new Map<string, Segment>();
  readonly #last: Partial<Record<Side, Segment>> = {};
  #current: Segment | undefined;
  /** Lines that wait for the request that they are about. */
  #waiting: PartedLine[] = [];

  #begin(side: Side): Segment {
    const segment = newSegment(side);
    this.segments.push(segment);
    this.#deliver(segment);
    return segment;
  }

  #deliver(segment: Segment): void {
    if (this.#waiting.length === 0) return;
    segment.lines.push(...this.#waiting.splice(0, mostWaiting));
    this.#waiting = [];
  }

  #withId(side: Side, id: string): Segment {
    const key = `${side} ${id}`;
    const last = this.#last[side];
    const adopts = last && !last.closed && last.ids.size === 0;
    const segment = this.#byId.get(key) ?? (adopts ? last : this.#begin(side));
    this.#byId.set(key, segment);
    return segment;
  }

  #withoutId(statement: Statement): Segment {
    const { side, begins = false, headers, told } = statement;
    const last = this.#last[side];
    if (!last) return this.#begin(side);
    const goesOn = headers === "request" ? last.told.status === undefined : !begins;
    if (!goesOn) return this.#begin(side);
    if (statement.format === "http" && headers === "answer") {
      const { status } = last.told;
      const answered = status !== undefined && status >= 200 && (status < 300 || status >= 400);
      return answered ? this.#begin(side) : last;
    }
    if (!last.closed) return last;
    const failsAnew = side === "function" && told?.failed !== undefined && !statement.weak;
    return failsAnew || repeats(last, statement) ? this.#begin(side) : last;
  }

  #touch(segment: Segment): void {
    this.#current = segment;
    this.#last[segment.side] = segment;
  }

  statement(number: number, text: string, found: Statement, requestId: string | undefined): void {
    const statement: Statement =
      requestId === undefined ? found : { ...found, side: "gateway", id: requestId };
    const { side, id } = statement;
    const segment = id === undefined ? this.#withoutId(statement) : this.#withId(side, id);
    this.#touch(segment);
    this.#deliver(segment);
    addStatement(segment, number, text, statement);
  }

  aside(number: number, text: string): void {
    if (this.#current) this.#current.open = undefined;
    this.#waiting.push({ number, text, part: "note" });
  }

  text(number: number, text: string, requestId: string | undefined): void {
    if (requestId !== undefined) this.#touch(this.#withId("gateway", requestId));
    const segment = this.#current;
    if (segment) {
      if (text.trim() !== "") this.#deliver(segment);
      addText(segment, number, text);
    } else if (text.trim() !== "") this.#waiting.push({ number, text, part: "text" });
  }

  /** Whether the line goes on with data rather than being a line of a log. */
  isData(statement: Statement): boolean {
    const open = this.#current?.open;
    return statement.weak === true && open !== undefined && open !== "trace";
  }

  header(number: number, text: string): boolean {
    return this.#current !== undefined && addHeader(this.#current, number, text);
  }

  end(): readonly Segment[] {
    if (this.#current) this.#deliver(this.#current);
    else if (this.#waiting.length > 0) this.#begin("function");
    return this.segments;
  }
}

/** The segments of a log: for each side what it says about each request, in the order of their first lines. */
export function scan(lines: readonly Line[]): readonly Segment[] {
  const scanned = new Scan();
  const objects = new ObjectFinder(lines);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const { text, requestId } = unprefixed(line.text);
    if (scanned.header(line.number, text)) continue;
    const found = objects.at(index, text);
    const next = () => unprefixed(lines[index + 1]?.text ?? "").text;
    const statement = found ? jsonStatement(found.object, found.text) : recognise(text, next);
    if (statement?.aside) scanned.aside(line.number, text);
    else if (statement && !scanned.isData(statement)) {
      scanned.statement(line.number, found?.text ?? text, statement, requestId);
      index += (found?.lines ?? 1) - 1;
    } else scanned.text(line.number, text, requestId);
  }
  return scanned.end();
}
