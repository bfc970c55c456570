import { type Edit, insertAfter, replaceNode } from "../reading/edit";
import {
  type EventRead,
  eventReads,
  parsed,
  readsFromNothing,
  valueInEvent,
} from "../reading/javascript/event";
import { statementBefore } from "../reading/javascript/rewrite/catch-errors";
import { boundNames, declarationOf } from "../reading/javascript/scope";
import {
  argumentsOf,
  bare,
  functionAround,
  isAsync,
  memberOf,
  type Place,
} from "../reading/javascript/syntax";
import type { CodeReading } from "../reading/reading";
import type { GatewayKind } from "../submission/submission";
import type { Situation } from "./cause";
import { statementAround, tracedLines } from "./failure";
import { nodeVersion } from "./reach";

/** The event that the handler received. */
export function eventOf({ event }: Situation): unknown {
  return JSON.parse(event);
}

/** What is known of how each kind of gateway says in the event that the request lacks something. */
export const eventFacts: Readonly<Record<GatewayKind, string>> = {
  rest: "rest.event-nulls",
  "rest-custom": "rest.event-nulls",
  http1: "http1.event",
  http2: "http2.event-absent",
  url: "url.event",
  alb: "alb.event",
};

/** Whether the innermost line of the user's code in the error's trace is one that this place covers; true when the trace names none. */
export function isWhereItFailed(situation: Situation, { file, node }: Place): boolean {
  const [first] = tracedLines(situation);
  if (!first) return true;
  const [from, to] = [node.startPosition.row + 1, node.endPosition.row + 1];
  return first.file === file.path && first.line >= from && first.line <= to;
}

/** The reads of a member of the event, of a deeper one or of itself, that made the handler fail, since it is missing there. */
export function failingReads(situation: Situation, member: string): readonly EventRead[] {
  const { invocation, reading } = situation;
  const { error, outcome } = invocation;
  if (outcome !== "function-error" || error?.errorType !== "TypeError" || !reading.code) return [];
  const event = eventOf(situation);
  const missing = (valueInEvent(event, [member]) ?? undefined) === undefined;
  const reads = eventReads(reading.code).filter(
    (read) => missing && read.path[0] === member && isWhereItFailed(situation, read),
  );
  const deeper = reads.filter((read) => read.path.length > 1 && readsFromNothing(event, read));
  return deeper.length > 0 ? deeper : reads.filter(usesAsObject);
}

/** Whether a value itself is put where nothing but an object will do: `Object.keys(x)`, `name in x`. */
function usesAsObject({ node, path, guard }: EventRead): boolean {
  const parent = node.parent;
  if (path.length !== 1 || guard === "nullish" || !parent) return false;
  if (parent.type === "arguments") {
    const callee = parent.parent?.childForFieldName("function")?.text ?? "";
    return /^Object\.(?:keys|values|entries)$/.test(callee);
  }
  return (
    parent.type === "binary_expression" &&
    parent.childForFieldName("operator")?.type === "in" &&
    parent.childForFieldName("right")?.id === node.id
  );
}

/** The expression that stands for `path` where a deeper read takes it from; undefined inside a pattern. */
function holderOf({ node }: EventRead): Place["node"] | undefined {
  return memberOf(node)?.object;
}

/** The initial value of the variable or pattern that a name in the code was bound by. */
function initialValue(name: Place["node"]): Place["node"] | undefined {
  const declaration = declarationOf(name);
  if (declaration?.kind !== "variable" || declaration.steps.length > 1) return undefined;
  return declaration.value;
}

/** Edits after which these reads do no harm when what they read from is missing. */
export function guardReads(code: CodeReading, failing: readonly EventRead[]): readonly Edit[] {
  const heads = new Set(failing.map(({ path }) => path[0]));
  const all = eventReads(code).filter(
    (read) => heads.has(read.path[0]) && read.path.length === 2 && read.path[1] !== parsed,
  );
  const edits = [...all.filter(({ guard }) => guard !== "nullish"), ...failing].flatMap(guardRead);
  const unique = new Map(edits.map((edit) => [`${edit.file}:${edit.start}:${edit.end}`, edit]));
  return [...unique.values()];
}

function guardRead(read: EventRead): readonly Edit[] {
  const { file, node, path } = read;
  if (path.length === 1) return [insertAfter(file, node, " ?? {}")];
  const holder = holderOf(read);
  if (!holder) return fallbackFor(file, initialValue(node));
  const inner = bare(holder);
  if (inner.type === "identifier") {
    const value = initialValue(inner);
    if (value) return fallbackFor(file, value);
  }
  const isSubscript = node.type === "subscript_expression";
  const at = holder.endIndex;
  return [{ file: file.path, start: at, end: at, text: isSubscript ? "?." : "?" }];
}

function fallbackFor(file: Place["file"], value: Place["node"] | undefined): readonly Edit[] {
  if (!value || /\?\?|\|\|/.test(value.text)) return [];
  return [insertAfter(file, value, " ?? {}")];
}

/** A statement in front of the failing one that answers 400 when this expression is missing; nothing where `return` would not answer. */
export function answerBadRequest(
  { submission, reading }: Situation,
  { file, node }: Place,
  expression: string,
  message: string,
): readonly Edit[] {
  const handler = reading.code?.handler;
  const statement = statementAround(node);
  const fn = functionAround(statement);
  if (!handler || fn?.id !== handler.node.id) return [];
  const answers = isAsync(handler.node) || (nodeVersion(submission.runtime) ?? 0) >= 24;
  if (!answers || statement.parent?.type !== "statement_block") return [];
  const response = `{ statusCode: 400, body: JSON.stringify({ message: "${message}" }) }`;
  return [statementBefore(file, statement, `if (!${expression}) return ${response};`)];
}

/** The calls of JSON.parse that are given this member of the event. */
export function parsesOf(code: CodeReading, member: string): readonly EventRead[] {
  return eventReads(code).filter(
    ({ path }) => path.length === 2 && path[0] === member && path[1] === parsed,
  );
}

/** The argument that a call of JSON.parse was given. */
export function parsedArgument({ node }: EventRead): Place["node"] | undefined {
  return argumentsOf(node)[0];
}

/** The name that stands so many members before the end of an expression; undefined where something else does. */
function nameBefore(expression: Place["node"] | undefined, members: number): string | undefined {
  let node = expression;
  for (let left = members; left > 0 && node; left--) node = memberOf(bare(node))?.object;
  const root = node && bare(node);
  return root?.type === "identifier" ? root.text : undefined;
}

/** How the event is named where a member is read; undefined where it is reached through something else. */
export function eventNameAt({ node, path }: EventRead): string | undefined {
  if (memberOf(node)) return nameBefore(node, path.length);
  const around = patternAround(node);
  const steps = around?.names.find((name) => name.node.id === node.id)?.steps.length ?? 0;
  return around && nameBefore(around.value, path.length - steps);
}

/** The source text of what a read takes its last member from: `event.body` in `event.body.name`. */
export function sourceOfHolder({ node, path }: EventRead): string | undefined {
  if (path.length === 1) return memberOf(node) ? node.text : undefined;
  const object = memberOf(node)?.object;
  if (object) return bare(object).text;
  const around = patternAround(node);
  const steps = around?.names.find((name) => name.node.id === node.id)?.steps.length;
  return steps === 1 ? around?.value.text : undefined;
}

/** The pattern that a name stands in, with the value that it takes apart. */
function patternAround(name: Place["node"]) {
  for (let outer = name.parent; outer; outer = outer.parent) {
    if (outer.type !== "variable_declarator") continue;
    const pattern = outer.childForFieldName("name");
    const value = outer.childForFieldName("value");
    return pattern && value ? { declarator: outer, names: boundNames(pattern), value } : undefined;
  }
  return undefined;
}

/** Another member of the event in the place of a whole read; nothing where a pattern takes more than it apart. */
export function readInstead(read: EventRead, path: readonly string[]): readonly Edit[] {
  const { file, node } = read;
  if (memberOf(node)) {
    const event = eventNameAt(read);
    return event ? [replaceNode(file, node, [event, ...path].join("."))] : [];
  }
  const around = patternAround(node);
  const steps = around?.names.find((name) => name.node.id === node.id)?.steps.length ?? 0;
  if (read.path.length === 1 && steps <= 1) return renamedInPattern(read, path);
  const event = eventNameAt(read);
  if (!around || !event || around.names.length !== 1) return [];
  return [replaceNode(file, around.declarator, `${node.text} = ${[event, ...path].join(".")}`)];
}

/** In a pattern on the event itself, another pattern in the place of a name. */
function renamedInPattern({ file, node }: EventRead, path: readonly string[]): readonly Edit[] {
  const isShorthand = node.type === "shorthand_property_identifier_pattern";
  const target = isShorthand ? node : node.parent;
  if (!target || (!isShorthand && target.type !== "pair_pattern")) return [];
  const inner = path.toReversed().reduce((bound, name, index) => {
    if (index > 0) return `${name}: { ${bound} }`;
    return bound === name ? name : `${name}: ${bound}`;
  }, node.text);
  return [replaceNode(file, target, inner)];
}
