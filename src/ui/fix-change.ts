import { structuredPatch } from "diff";
import type { Submission } from "../submission/submission";
import { changedWords, type LinePart } from "./changed-words";

/** A line of a diff: kept, removed or added; in parts, to mark the words that changed within it. */
export interface DiffLine {
  readonly sign: " " | "-" | "+";
  readonly parts: readonly LinePart[];
}

/** What a fix does to one text: `file` is undefined for pasted text. Hunks are apart where lines between them stay; a very long text has none. */
export interface TextChange {
  readonly file: string | undefined;
  readonly hunks: readonly (readonly DiffLine[])[];
}

/** What a fix does to something that is not text: a member of the submission such as `runtime` or `settings.memoryMb`. */
export interface MemberChange {
  readonly member: string;
  readonly before: string;
  readonly after: string;
}

const contextLines = 1;
/** Where more lines than this changed in one place, their words are not compared one by one. */
const mostCompared = 24;
/** Longer texts are not compared: it would take longer than anybody waits. In characters. */
const longestCompared = 400_000;

function diffLine(line: string): DiffLine {
  const sign = line[0] === "+" || line[0] === "-" ? line[0] : " ";
  return { sign, parts: [{ text: line.slice(1), changed: false }] };
}

function textOf(line: DiffLine | undefined): string {
  return line?.parts.map(({ text }) => text).join("") ?? "";
}

/** Whether lines were taken apart or put together: what was struck out of one would be there still. */
function isRestructured(lines: readonly DiffLine[]): boolean {
  const count = (sign: DiffLine["sign"]) => lines.filter((line) => line.sign === sign).length;
  return Math.abs(count("+") - count("-")) > 1;
}

/** Marks the changed words of each removed line and of the added one that took its place. */
function withChangedWords(lines: readonly DiffLine[]): readonly DiffLine[] {
  const marked = [...lines];
  let paired = -1;
  lines.forEach((line, from) => {
    if (line.sign !== "-") return;
    const kept = lines.findIndex(({ sign }, at) => at > from && sign === " ");
    const end = kept === -1 ? lines.length : kept;
    const first = lines.findLastIndex(({ sign }, at) => at < from && sign === " ") + 1;
    if (end - from > mostCompared || isRestructured(lines.slice(first, end))) return;
    for (let to = Math.max(from, paired) + 1; to < end; to++) {
      const words = lines[to]?.sign === "+" && changedWords(textOf(line), textOf(lines[to]));
      if (!words) continue;
      marked[from] = { sign: "-", parts: words.before };
      marked[to] = { sign: "+", parts: words.after };
      paired = to;
      return;
    }
  });
  return marked;
}

function textChange(file: string | undefined, before: string, after: string): TextChange {
  if (before.length + after.length > longestCompared) return { file, hunks: [] };
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, {
    context: contextLines,
  });
  return {
    file,
    hunks: hunks.map(({ lines }) =>
      withChangedWords(lines.filter((line) => !line.startsWith("\\")).map(diffLine)),
    ),
  };
}

function fileChanges(before: Submission, after: Submission): TextChange[] {
  const sameCount = before.files.length === after.files.length;
  return after.files.flatMap(({ path, text }, index) => {
    const old = sameCount ? before.files[index] : before.files.find((file) => file.path === path);
    return old?.text === text ? [] : [textChange(path, old?.text ?? "", text)];
  });
}

/** The texts that a fix changes, line by line. */
export function textChanges(before: Submission, after: Submission): TextChange[] {
  const changes = fileChanges(before, after);
  if (before.text === after.text || after.kind === "code") return changes;
  return [...changes, textChange(undefined, before.text, after.text)];
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function membersOf(submission: Submission): Map<string, unknown> {
  const { files: _files, text: _text, kind: _kind, v: _v, ...around } = submission;
  const { request, settings, conditions, ...plain } = around;
  const groups = { request, settings, conditions };
  const nested = Object.entries(groups).flatMap(([group, members]) =>
    Object.entries(members).map(([name, value]) => [`${group}.${name}`, value] as const),
  );
  return new Map<string, unknown>([...Object.entries(plain), ...nested]);
}

/** The files that a fix renames: pairs of paths before and after. */
function renamings(before: Submission, after: Submission): MemberChange[] {
  if (before.files.length !== after.files.length) return [];
  return before.files.flatMap(({ path }, index) => {
    const renamed = after.files[index]?.path ?? path;
    return renamed === path ? [] : [{ member: "file", before: path, after: renamed }];
  });
}

/** What a fix changes around the texts: runtime, gateway, request, settings, names of files. */
export function memberChanges(before: Submission, after: Submission): MemberChange[] {
  const old = membersOf(before);
  const changes = [...membersOf(after)]
    .filter(([member, value]) => shown(old.get(member)) !== shown(value))
    .map(([member, value]) => ({ member, before: shown(old.get(member)), after: shown(value) }));
  return [...renamings(before, after), ...changes];
}
