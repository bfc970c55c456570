import { colouringOf } from "../editor/colouring";
import { recognise } from "../submission/recognise";
import {
  codeFiles,
  defaultHandler,
  defaultRuntime,
  type Language,
  languages,
  type Submission,
  type SubmissionKind,
} from "../submission/submission";
import { languageOfRuntime } from "./runtimes";
import {
  type Action,
  type Configuration,
  emptySubmission,
  isBlank,
  type Opening,
  type State,
  textOf,
  type View,
} from "./state";
import { compareTexts } from "./text-change";

/** Pasted output and logs longer than this are judged when asked, not at every stroke; in characters. */
export const longestLiveText = 1_000_000;
const typingPauseMs = 200;

/** The first state of a page that opens this way, with this view. */
export function openingState(opening: Opening, view: View): State {
  const blank: State = {
    submission: emptySubmission,
    openFile: 0,
    generation: 0,
    recognising: true,
    foreign: false,
    judging: undefined,
    loading: undefined,
    answer: undefined,
    failure: undefined,
    notice: undefined,
    view,
    owner: "own",
    kept: undefined,
  };
  return { ...open(blank, opening), view };
}

/** Pasted output, logs and configurations without code: what is only read. */
function isJudgedLive({ kind, text, files }: Submission): boolean {
  if (kind === "code" && codeFiles(files).length > 0) return false;
  const read = kind === "code" ? files.map((file) => file.text).join("") : text;
  return read.trim() !== "" && read.length <= longestLiveText;
}

function withText(submission: Submission, openFile: number, text: string): Submission {
  if (submission.kind !== "code") return { ...submission, text };
  const files = submission.files.length > 0 ? submission.files : [{ path: "index.js", text: "" }];
  return {
    ...submission,
    files: files.map((file, index) => (index === openFile ? { ...file, text } : file)),
  };
}

/** Kind, language and file name as the text tells them; runtime and handler follow a changed language. */
function recognised(submission: Submission, text: string): Submission {
  const found = recognise(text);
  const { language } = found;
  const files = found.kind === "code" ? [...found.files] : [];
  const changed = language !== submission.language || submission.files.length === 0;
  return {
    ...submission,
    kind: found.kind,
    files,
    text: found.kind === "code" ? "" : found.text,
    language,
    runtime: language === submission.language ? submission.runtime : defaultRuntime(language),
    handler: changed ? defaultHandler(language, files) : submission.handler,
  };
}

/** The state with a changed submission. Pasted output is judged at once; code when the user runs it. */
function changed(state: State, submission: Submission, delayMs: number): State {
  const judging = isJudgedLive(submission) ? { submission, delayMs, pressed: false } : undefined;
  return { ...state, submission, judging, loading: undefined, failure: undefined };
}

/** The same, where the change itself asks for an answer: what was judged before is judged again. */
function changedAndJudged(state: State, submission: Submission, pressed = false): State {
  const judging = { submission, delayMs: 0, pressed };
  return { ...changed(state, submission, 0), judging, foreign: false };
}

function edit(state: State, text: string): State {
  const before = textOf(state);
  if (text === before) return state;
  const { submission, openFile } = state;
  const { pasted, replaced } = compareTexts(before, text);
  const single = submission.kind !== "code" || submission.files.length <= 1;
  const recognising = single && (state.recognising || replaced || !text.trim());
  const edited = recognising ? recognised(submission, text) : withText(submission, openFile, text);
  return changed({ ...state, recognising, foreign: false }, edited, pasted ? 0 : typingPauseMs);
}

function chooseKind(state: State, kind: SubmissionKind): State {
  const { submission } = state;
  if (kind === submission.kind) return state;
  const text = textOf(state);
  const { path } = submission.files[0] ?? { path: "index.js" };
  const chosen: Submission =
    kind === "code"
      ? { ...submission, kind, text: "", files: [{ path, text }] }
      : { ...submission, kind, text, files: [] };
  return changed({ ...state, openFile: 0, recognising: false }, chosen, 0);
}

function chooseRuntime(state: State, runtime: string): State {
  const { submission } = state;
  const language = languageOfRuntime(runtime, submission.language);
  const usual = defaultHandler(submission.language, submission.files);
  const handler =
    submission.handler === usual ? defaultHandler(language, submission.files) : submission.handler;
  return reconfigured(state, { ...submission, runtime, language, handler });
}

function configure(state: State, change: Configuration): State {
  const configured = { ...state.submission, ...change };
  const same = JSON.stringify(configured) === JSON.stringify(state.submission);
  return same ? state : reconfigured(state, configured);
}

/** A setting changed: an answer that is there is asked for anew, an answer that is not is not. */
function reconfigured(state: State, submission: Submission): State {
  const answered = state.answer !== undefined || state.judging !== undefined;
  return answered && !isBlank(submission)
    ? changedAndJudged(state, submission)
    : changed(state, submission, 0);
}

function changeFiles(state: State, files: Submission["files"], openFile: number): State {
  const submission = { ...state.submission, files };
  return changed({ ...state, openFile, recognising: false, foreign: false }, submission, 0);
}

/** The language that a path's extension names, or the one at hand. */
function languageOfPath(path: string, atHand: Language): Language {
  const colouring = colouringOf(path, atHand);
  return languages.find((language) => language === colouring) ?? atHand;
}

function renameFile(state: State, index: number, path: string): State {
  const files = state.submission.files.map((file, at) => (at === index ? { ...file, path } : file));
  const renamed = changeFiles(state, files, state.openFile);
  if (index > 0) return renamed;
  const { language, runtime, handler, files: before } = state.submission;
  const named = languageOfPath(path, language);
  const submission: Submission = {
    ...renamed.submission,
    language: named,
    runtime: languageOfRuntime(runtime, named) === named ? runtime : defaultRuntime(named),
    handler: handler === defaultHandler(language, before) ? defaultHandler(named, files) : handler,
  };
  return { ...renamed, submission };
}

function deleteFile(state: State, index: number): State {
  const files = state.submission.files.filter((_, at) => at !== index);
  if (files.length === 0) return state;
  const openFile = state.openFile > index ? state.openFile - 1 : state.openFile;
  return changeFiles(state, files, Math.min(openFile, files.length - 1));
}

function open(state: State, { submission, origin, owner, notice }: Opening): State {
  const blank = isBlank(submission);
  const stored = origin === "link" || origin === "draft";
  const opened: State = {
    ...state,
    openFile: 0,
    generation: state.generation + 1,
    recognising: blank,
    foreign: origin === "link" && submission.kind === "code" && !blank,
    answer: undefined,
    notice,
    view: { at: "answer" },
    owner: owner ?? state.owner,
    kept: stored ? submission : undefined,
  };
  return origin === "example"
    ? changedAndJudged(opened, submission)
    : changed(opened, submission, 0);
}

/** The page's state after something happened. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "edited":
      return edit(state, action.text);
    case "kind-chosen":
      return chooseKind(state, action.kind);
    case "file-opened":
      return { ...state, openFile: action.index };
    case "file-added": {
      const files = [...state.submission.files, { path: action.path, text: "" }];
      return changeFiles(state, files, files.length - 1);
    }
    case "file-renamed":
      return renameFile(state, action.index, action.path);
    case "file-deleted":
      return deleteFile(state, action.index);
    case "runtime-chosen":
      return chooseRuntime(state, action.runtime);
    case "configured":
      return configure(state, action.change);
    case "opened":
      return open(state, action.opening);
    case "fix-applied":
      return { ...changedAndJudged(state, action.submission), view: { at: "answer" } };
    case "run":
      return isBlank(state.submission)
        ? state
        : { ...changedAndJudged(state, state.submission, true), view: { at: "answer" } };
    case "stopped":
      return { ...state, judging: undefined, loading: undefined };
    case "loading":
      return state.judging === action.judging ? { ...state, loading: action.loading } : state;
    case "judged":
      return state.judging === action.judging
        ? {
            ...state,
            judging: undefined,
            loading: undefined,
            answer: { submission: action.judging.submission, report: action.report },
          }
        : state;
    case "failed":
      return state.judging === action.judging
        ? {
            ...state,
            judging: undefined,
            loading: undefined,
            failure: { submission: action.judging.submission, text: action.text },
          }
        : state;
    case "noticed":
      return { ...state, notice: action.notice };
    case "viewed":
      return { ...state, view: action.view };
    default:
      return action satisfies never;
  }
}
