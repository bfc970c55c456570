import type { Submission } from "../submission/submission";

/** A stretch of a file to be replaced, as offsets in its text (UTF-16 code units, the end exclusive). */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What of a syntax tree's node an edit needs to know. */
interface Stretch {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** Puts `text` in the place of a node. */
export function replaceNode(file: { path: string }, node: Stretch, text: string): Edit {
  return { file: file.path, start: node.startIndex, end: node.endIndex, text };
}

/** Puts `text` right before a node. */
export function insertBefore(file: { path: string }, node: Stretch, text: string): Edit {
  return { file: file.path, start: node.startIndex, end: node.startIndex, text };
}

/** Puts `text` right after a node. */
export function insertAfter(file: { path: string }, node: Stretch, text: string): Edit {
  return { file: file.path, start: node.endIndex, end: node.endIndex, text };
}

/** Puts `before` and `after` around a node. */
export function wrapNode(
  file: { path: string },
  node: Stretch,
  before: string,
  after: string,
): readonly Edit[] {
  return [insertBefore(file, node, before), insertAfter(file, node, after)];
}

function editText(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order)
    .map(({ edit }) => edit);
  let written = "";
  let position = 0;
  for (const edit of ordered) {
    if (edit.start < position) throw new RangeError("edits of one file overlap");
    written += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return written + text.slice(position);
}

/**
 * The submission with these edits made; every byte outside them stays. Edits at one place keep
 * their order. Throws RangeError when edits overlap.
 */
export function editFiles(submission: Submission, edits: readonly Edit[]): Submission {
  const files = submission.files.map((file) => {
    const ofFile = edits.filter((edit) => edit.file === file.path);
    return ofFile.length > 0 ? { ...file, text: editText(file.text, ofFile) } : file;
  });
  return { ...submission, files };
}

/** The submission with a file under another path; the handler setting is left as it is. */
export function renameFile(submission: Submission, from: string, to: string): Submission {
  const files = submission.files.map((file) => (file.path === from ? { ...file, path: to } : file));
  return { ...submission, files };
}
