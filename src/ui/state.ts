import type { Report } from "../report/report";
import { parseSubmission, type Submission, type SubmissionKind } from "../submission/submission";
import type { DraftOwner } from "./draft";
import type { Notice } from "./notice";

/** What the right side shows. */
export type View =
  | { readonly at: "answer" }
  | { readonly at: "causes" }
  | { readonly at: "cause"; readonly id: string }
  | { readonly at: "facts" }
  | { readonly at: "fact"; readonly id: string };

/**
 * A submission to replace the one before. A link's code is not run; an example, which is the page's own, is.
 * `owner` says whose draft later edits become, where that changes.
 */
export interface Opening {
  readonly submission: Submission;
  readonly origin: "link" | "example" | "draft" | "offer";
  readonly owner?: DraftOwner;
  readonly notice?: Notice;
}

/** A submission being judged, and how long to wait for further strokes before that begins. */
export interface Judgement {
  readonly submission: Submission;
  readonly delayMs: number;
  /** The user pressed Run; else the judgement only follows a change. */
  readonly pressed: boolean;
}

export interface Loading {
  readonly loaded: number;
  readonly total: number;
}

/** A fault of this page itself, not of the user's code. */
export interface Failure {
  readonly submission: Submission;
  readonly text: string;
}

export interface State {
  readonly submission: Submission;
  /** Index of the file in the editor; 0 for pasted text. */
  readonly openFile: number;
  /** Rises when the submission is replaced as a whole, so that the editor begins afresh. */
  readonly generation: number;
  /** Kind, language and file name still follow the text. Ends when the user, a link or an example names them. */
  readonly recognising: boolean;
  /** Code from a link that was neither edited nor run yet. */
  readonly foreign: boolean;
  readonly judging: Judgement | undefined;
  /** How much of what the run needs has been loaded, while that takes. In bytes. */
  readonly loading: Loading | undefined;
  /** The last report with the submission that it is about, which may be an earlier one. */
  readonly answer: { readonly submission: Submission; readonly report: Report } | undefined;
  readonly failure: Failure | undefined;
  readonly notice: Notice | undefined;
  readonly view: View;
  /** Whose draft the submission is. */
  readonly owner: DraftOwner;
  /** The submission as it was opened, where there is no need to keep it as a draft. */
  readonly kept: Submission | undefined;
}

export type Action =
  | { readonly type: "edited"; readonly text: string }
  | { readonly type: "kind-chosen"; readonly kind: SubmissionKind }
  | { readonly type: "file-opened"; readonly index: number }
  | { readonly type: "file-added"; readonly path: string }
  | { readonly type: "file-renamed"; readonly index: number; readonly path: string }
  | { readonly type: "file-deleted"; readonly index: number }
  | { readonly type: "runtime-chosen"; readonly runtime: string }
  | { readonly type: "configured"; readonly change: Configuration }
  | { readonly type: "opened"; readonly opening: Opening }
  | { readonly type: "fix-applied"; readonly submission: Submission }
  | { readonly type: "run" }
  | { readonly type: "stopped" }
  | { readonly type: "loading"; readonly judging: Judgement; readonly loading: Loading }
  | { readonly type: "judged"; readonly judging: Judgement; readonly report: Report }
  | { readonly type: "failed"; readonly judging: Judgement; readonly text: string }
  | { readonly type: "noticed"; readonly notice: Notice | undefined }
  | { readonly type: "viewed"; readonly view: View };

/** What stands around the text and can be changed without touching it. */
export type Configuration = Partial<
  Pick<Submission, "gateway" | "handler" | "request" | "settings" | "conditions" | "stubs">
>;

/** The page before anything was handed in. */
export const emptySubmission: Submission = parseSubmission({ v: 1 });

/** The text in the editor. */
export function textOf({ submission, openFile }: State): string {
  return submission.kind === "code" ? (submission.files[openFile]?.text ?? "") : submission.text;
}

/** Whether nothing was handed in. */
export function isBlank({ kind, files, text }: Submission): boolean {
  return kind === "code" ? files.every((file) => !file.text.trim()) : !text.trim();
}

/** `done` means that the report on the page is of the text on the page. */
export function progressOf({
  judging,
  answer,
  failure,
  submission,
}: State): "idle" | "running" | "done" {
  if (judging) return "running";
  const settled = answer?.submission === submission || failure?.submission === submission;
  return settled ? "done" : "idle";
}

/** The report, when it is of the text on the page. */
export function currentReport({ answer, submission }: State): Report | undefined {
  return answer?.submission === submission ? answer.report : undefined;
}
