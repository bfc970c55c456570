import type { Node } from "web-tree-sitter";
import * as z from "zod/mini";
import type { ObservedInvocation } from "../invocation/invocation";
import { evidenceOf, isFunction, type Place } from "../reading/javascript/syntax";
import type { CodeReading } from "../reading/reading";
import type { Evidence } from "../submission/evidence";
import type { Situation } from "./cause";

/** A line of the user's own files that an error's trace names; counting from 1. */
interface TracedLine {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const frames: readonly RegExp[] = [
  /\/var\/task\/([^\s():?"]+):(\d+)(?::(\d+))?/,
  /File "\/var\/task\/([^"]+)", line (\d+)/,
];

const rejectionSchema = z.object({ reason: z.object({ stack: z.array(z.string()) }) });

/** The trace of a rejection that ended the process, which the log alone has. */
function rejectionTrace({ logs, error }: ObservedInvocation): readonly string[] {
  if (error?.errorType !== "Runtime.UnhandledPromiseRejection") return [];
  const text = logs.find((line) => line.includes("\tUnhandled Promise Rejection \t"));
  try {
    return rejectionSchema.parse(JSON.parse(text?.split("\t").at(-1) ?? "")).reason.stack;
  } catch {
    return [];
  }
}

/** The lines of the user's own files in the error's trace, the innermost first. */
export function tracedLines({ invocation, submission }: Situation): readonly TracedLine[] {
  const { decidedAt } = invocation.observations.prediction ?? {};
  if (decidedAt) return [decidedAt];
  const paths = new Set(submission.files.map(({ path }) => path));
  const trace = [...(invocation.error?.trace ?? []), ...rejectionTrace(invocation)];
  return trace.flatMap((text): readonly TracedLine[] => {
    const match = frames.map((frame) => frame.exec(text)).find(Boolean);
    const [, file, line, column] = match ?? [];
    if (!file || !line || !paths.has(file) || file.startsWith("node_modules/")) return [];
    return [{ file, line: Number(line), column: Number(column ?? 1) }];
  });
}

/** The code when this is a submission of code whose function failed; undefined otherwise. */
export function failedCode(situation: Situation): CodeReading | undefined {
  const { invocation, reading } = situation;
  return invocation.outcome === "function-error" ? reading.code : undefined;
}

/** The statement around a node; the node itself where there is none. */
export function statementAround(node: Node): Node {
  for (let outer: Node | null = node; outer; outer = outer.parent) {
    if (isFunction(outer)) return node;
    if (/(?:_statement|_declaration)$/.test(outer.type) && outer.type !== "statement_block") {
      return outer;
    }
  }
  return node;
}

/** What stands at a traced line: the smallest expression there, as far as the file could be read. */
export function placeAt(code: CodeReading, at: TracedLine): Place | undefined {
  const file = code.files.find(({ path }) => path === at.file);
  const line = file?.text.split("\n", at.line).at(-1) ?? "";
  // A trace may name the line alone, whose indentation belongs to what stands around it.
  const first = line.search(/\S/);
  const position = { row: at.line - 1, column: Math.max(at.column - 1, first, 0) };
  const node = file?.tree.rootNode.namedDescendantForPosition(position);
  return file && node ? { file, node } : undefined;
}

/** The innermost place in the user's own code that the error's trace names. */
export function failingPlace(situation: Situation): Place | undefined {
  const code = situation.reading.code;
  const [first] = tracedLines(situation);
  return code && first ? placeAt(code, first) : undefined;
}

/** Where the function failed, as evidence: the statement, or the line when the file could not be read. */
export function failureEvidence(situation: Situation): readonly Evidence[] {
  const place = failingPlace(situation);
  if (place) return [evidenceOf({ ...place, node: statementAround(place.node) })];
  const [first] = tracedLines(situation);
  if (!first) return [];
  const { file, line, column } = first;
  return [{ in: "code", file, line, column, endLine: line, endColumn: column + 1 }];
}

/** Whether the error's trace names a line that this node covers; true when the trace names none. */
export function isOnTrace(situation: Situation, { file, node }: Place): boolean {
  const lines = tracedLines(situation);
  return (
    lines.length === 0 ||
    lines.some(
      (at) =>
        at.file === file.path &&
        at.line >= node.startPosition.row + 1 &&
        at.line <= node.endPosition.row + 1,
    )
  );
}
