import type { Task } from "../../sandbox/task";
import type { SourceFile } from "../../submission/submission";
import { modulesOfPackages } from "./packages";
import { specifiersIn } from "./specifiers";
import { kindOf } from "./stubs/packages";

interface Part {
  /** Whether a file's text, or what the submission says of the outside, makes the part necessary. */
  readonly isWanted: (task: Task) => boolean;
  readonly script: () => Promise<{ readonly text: string }>;
}

function anyText(pattern: RegExp): (task: Task) => boolean {
  return ({ files }) => files.some(({ text }) => pattern.test(text));
}

/** Whether a file names one of these modules, with `node:` or without, or a package needs it. */
function anyModule(names: string): (task: Task) => boolean {
  const isNamed = anyText(new RegExp(`["'\`](?:node:)?(?:${names})["'\`]`));
  const isOne = new RegExp(`^(?:${names})$`);
  return (task) => isNamed(task) || [...modulesOfPackages(task)].some((name) => isOne.test(name));
}

function namesKnownPackage({ files }: Task): boolean {
  return [...specifiersIn(files)].some((name) => kindOf(name) !== undefined);
}

/** Whether a TypeScript file asks for another that may not have been handed in. */
function importsOwnFile({ path, text }: SourceFile): boolean {
  return /\.[cm]?tsx?$/.test(path) && /["'](?:\.{1,2}|[@~])\//.test(text);
}

/** What not every function needs, in the order in which it is loaded. */
const parts: readonly Part[] = [
  {
    isWanted: ({ files }) => files.some(({ path }) => /\.[cm]?tsx?$/.test(path)),
    script: () => import("./worker/parts/typescript?bundled"),
  },
  {
    isWanted: (task) =>
      anyModule("stream(?:/[a-z]+)?|https?|zlib|@aws-sdk/client-s3")(task) ||
      anyText(/streamifyResponse|create(?:Read|Write)Stream/)(task),
    script: () => import("./worker/parts/streams?bundled"),
  },
  { isWanted: anyModule("https?"), script: () => import("./worker/parts/http/http?bundled") },
  { isWanted: anyModule("zlib"), script: () => import("./worker/parts/zlib?bundled") },
  {
    isWanted: (task) => anyModule("crypto")(task) || anyText(/\bsubtle\b|\bwebcrypto\b/)(task),
    script: () => import("./worker/parts/crypto?bundled"),
  },
  {
    isWanted: (task) =>
      anyText(/\bfetch\b/)(task) ||
      task.files.some(importsOwnFile) ||
      namesKnownPackage(task) ||
      Object.keys(task.stubs).length > 0,
    script: () => import("./worker/parts/stubs/modules?bundled"),
  },
];

/** The scripts of the parts that a task's files ask for. */
export async function partsOf(task: Task): Promise<readonly string[]> {
  const wanted = parts.filter(({ isWanted }) => isWanted(task));
  const scripts = await Promise.all(wanted.map(({ script }) => script()));
  return scripts.map(({ text }) => text);
}
