import { append, defineProperty, errorToString, lastIndexOf, slice } from "../primordials";
import type { Lines } from "./edited-source";
import { taskRoot } from "./resolve";
import type { Origin } from "./typescript";

/** A loaded file of the function's package. */
export interface LoadedSource extends Lines {
  /** How Node.js names it in stack traces: a path for CommonJS, a file URL for ES modules. */
  readonly name: string;
  /** The file that was loaded. */
  readonly file: string;
  /** The path below the package's root, as the submission names it. */
  readonly path: string;
  /** The submission's own text. */
  readonly original: string;
}

/**
 * A loaded file, of a text that was edited to be loaded. One that was made of another is known by that
 * one's name and lines, as with Node.js's source maps.
 */
export function loadedSource(
  file: string,
  text: string,
  edited: Lines,
  origin: Origin | undefined,
  nameOf: (path: string) => string,
): LoadedSource {
  const path = origin?.path ?? file.slice(taskRoot.length + 1);
  return {
    name: nameOf(origin ? `${taskRoot}/${path}` : file),
    file,
    path,
    original: origin?.text ?? text,
    originalColumn: (line, column) => {
      const before = edited.originalColumn(line, column);
      return origin ? origin.originalColumn(line, before) : before;
    },
  };
}

/** The loaded files by the URL that the browser knows them by. */
const sources = new Map<string, LoadedSource>();

/** Makes a loaded file known to stack traces. */
export function registerSource(url: string, source: LoadedSource): void {
  sources.set(url, source);
}

/** The loaded file of this URL, or of the name that it gave itself by `sourceURL`. */
export function sourceOf(url: string): LoadedSource | undefined {
  const known = sources.get(url);
  if (known) return known;
  for (const source of sources.values()) if (source.name === url) return source;
  return undefined;
}

/** The text of the call that the first frame of a trace stands at, where it is on one line. */
export function callOfFirstFrame(trace: string): string | undefined {
  const [, name = "", line, column] =
    /\n {4}at .*?\(?([^\s()]+):(\d+):(\d+)\)?(?:\n|$)/.exec(trace) ?? [];
  const text = sourceOf(name)?.original.split("\n")[Number(line) - 1];
  if (text === undefined) return undefined;
  const at = Number(column) - 1;
  const start = at - (/[\w$.]*$/.exec(text.slice(0, at))?.[0].length ?? 0);
  const end = endOfCall(text, at);
  return end === undefined ? undefined : text.slice(start, end);
}

/** Where the parentheses close that open first after a place. */
function endOfCall(text: string, from: number): number | undefined {
  const tokens = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[()]/g;
  tokens.lastIndex = from;
  let depth = 0;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if (token[0] === "(") depth += 1;
    if (token[0] === ")") depth -= 1;
    if (token[0] === ")" && depth === 0) return tokens.lastIndex;
  }
  return undefined;
}

type CallSite = NodeJS.CallSite;

function isOwn(site: CallSite): boolean {
  const file = site.getFileName();
  return file !== undefined && file !== null && file !== "" && !sources.has(file);
}

function isBuiltIn(site: CallSite): boolean {
  return !site.getFileName();
}

/** Whether a built-in function is one by which this runtime calls others. */
function isOwnCall(site: CallSite): boolean {
  return site.getTypeName() === "Reflect" || site.getFunctionName() === "apply";
}

/** The frames that Lambda's log would show of the user's code: without this runtime's and what it called. */
function visibleSites(sites: readonly CallSite[]): readonly CallSite[] {
  const visible: CallSite[] = [];
  let builtIns: CallSite[] = [];
  for (let index = 0; index < sites.length; index += 1) {
    const site = sites[index];
    if (!site) continue;
    if (isBuiltIn(site)) {
      append(builtIns, site);
      continue;
    }
    for (let before = 0; before < builtIns.length; before += 1) {
      const builtIn = builtIns[before];
      if (builtIn && !(isOwn(site) && isOwnCall(builtIn))) append(visible, builtIn);
    }
    builtIns = [];
    if (!isOwn(site)) append(visible, site);
  }
  return visible;
}

function describeSite(site: CallSite): string {
  const text = `${site}`;
  const source = sources.get(site.getFileName() ?? "");
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  if (!source || line === null || column === null) return text;
  const place = `${site.getScriptNameOrSourceURL()}:${line}:${column}`;
  const at = lastIndexOf(text, place);
  if (at < 0) return text;
  const original = `${source.name}:${line}:${source.originalColumn(line, column)}`;
  return slice(text, 0, at) + original + slice(text, at + place.length);
}

function header(error: unknown): string {
  try {
    return errorToString(error as Error);
  } catch {
    return "<error>";
  }
}

function formatTrace(error: unknown, sites: readonly CallSite[]): string {
  let text = header(error);
  const visible = visibleSites(sites);
  for (let index = 0; index < visible.length; index += 1) {
    const site = visible[index];
    if (site) text += `\n    at ${describeSite(site)}`;
  }
  return text;
}

type Prepare = (error: unknown, sites: readonly CallSite[]) => unknown;

/**
 * Makes V8 write stack traces as Node.js writes them for the user's own files. User code can still put
 * its own `Error.prepareStackTrace` in place. Other engines have no such hook and keep their own form.
 */
export function installStackTraces(): void {
  let users: unknown;
  const prepare: Prepare = (error, sites) =>
    typeof users === "function" ? users(error, visibleSites(sites)) : formatTrace(error, sites);
  defineProperty(Error, "prepareStackTrace", {
    configurable: true,
    get: () => prepare,
    set: (value: unknown) => {
      users = value === prepare ? undefined : value;
    },
  });
}
