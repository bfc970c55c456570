import { type Edit, editFiles, insertBefore, renameFile, replaceNode } from "../../reading/edit";
import { isTypeScript, moduleKindOf } from "../../reading/javascript/module-kind";
import { commonjsSyntaxIn, moduleSyntaxIn } from "../../reading/javascript/module-syntax";
import { inMannerOf } from "../../reading/javascript/rewrite/layout";
import { toModule } from "../../reading/javascript/rewrite/to-module";
import { evidenceOf, type Place } from "../../reading/javascript/syntax";
import type { CodeReading, ParsedFile } from "../../reading/reading";
import type { Submission } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";

/** Syntax of the other kind of module, in a file that Node.js takes for this one. */
interface Mismatch extends Place {
  readonly taken: "commonjs" | "module";
}

function mismatches(code: CodeReading, submission: Submission): readonly Mismatch[] {
  return code.files.flatMap((file): readonly Mismatch[] => {
    const taken = moduleKindOf(file.path, submission.files);
    const node = taken === "commonjs" ? moduleSyntaxIn(file) : commonjsSyntaxIn(file)[0];
    return node ? [{ file, node, taken }] : [];
  });
}

const commonjsName = /\b(exports|module|require|__dirname|__filename)\b/;

/** The mismatch that this failure tells of; undefined when it failed for something else. */
function toldBy(situation: Situation): Mismatch | undefined {
  const code = failedCode(situation);
  const { error } = situation.invocation;
  if (!code || !error) return undefined;
  const { errorType, errorMessage } = error;
  const all = mismatches(code, situation.submission);
  if (errorType === "Runtime.UserCodeSyntaxError") {
    return all.find(({ taken }) => taken === "commonjs");
  }
  if (/require\(\) of ES Module/.test(errorMessage)) {
    return all.find(({ taken }) => taken === "commonjs") ?? requiredModule(code, situation);
  }
  const name = errorType === "ReferenceError" ? commonjsName.exec(errorMessage)?.[1] : undefined;
  if (name === undefined) return undefined;
  for (const { file, taken } of all) {
    const node = taken === "module" && commonjsSyntaxIn(file).find(({ text }) => text === name);
    if (node) return { file, node, taken: "module" };
  }
  return undefined;
}

/** The `require` of a file that is an ES module. */
function requiredModule(code: CodeReading, { submission }: Situation): Mismatch | undefined {
  const asked = code.imports.find(
    ({ how, specifier }) =>
      how === "require" &&
      submission.files.some(
        ({ path }) =>
          moduleKindOf(path, submission.files) === "module" &&
          path.endsWith(specifier.replace(/^(?:\.\.?\/)+/, "")),
      ),
  );
  const file = asked && code.files.find(({ path }) => path === asked.range.file);
  const node = file?.tree.rootNode.namedDescendantForPosition({
    row: asked ? asked.range.line - 1 : 0,
    column: asked ? asked.range.column - 1 : 0,
  });
  return file && node ? { file, node, taken: "commonjs" } : undefined;
}

function firstWord({ node }: Place): string {
  return /^[\w.]+/.exec(node.text)?.[0] ?? node.text;
}

function detect(situation: Situation): Detection | undefined {
  const told = toldBy(situation);
  if (!told) return undefined;
  const { file, node, taken } = told;
  const line = node.startPosition.row + 1;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(told)],
    facts: ["nodejs.module-kind"],
    wording: taken,
    values: { file: file.path, line, word: firstWord(told) },
  };
}

/** What an ES module has in the place of CommonJS's names for where it lies. */
const inModule: ReadonlyMap<string, string> = new Map([
  ["__dirname", "import.meta.dirname"],
  ["__filename", "import.meta.filename"],
]);

/** An ES module given the `require` and the paths that it uses; nothing where it exports as CommonJS does. */
function supplied(file: ParsedFile): readonly Edit[] {
  const names = commonjsSyntaxIn(file);
  if (names.some(({ text }) => text !== "require" && !inModule.has(text))) return [];
  const replaced = names.flatMap((node) => {
    const instead = inModule.get(node.text);
    return instead === undefined ? [] : [replaceNode(file, node, instead)];
  });
  const first = file.tree.rootNode.namedChildren.find(({ type }) => type !== "hash_bang_line");
  if (!first || !names.some(({ text }) => text === "require")) return replaced;
  const lines = [
    'import { createRequire } from "node:module";',
    "const require = createRequire(import.meta.url);",
  ];
  return [insertBefore(file, first, inMannerOf(file, `${lines.join("\n")}\n`)), ...replaced];
}

/** The path of a file of a kind that its name decides. */
function named(path: string, kind: "c" | "m"): string {
  return path.replace(/\.[^./]+$/, `.${kind}${isTypeScript(path) ? "ts" : "js"}`);
}

/** The package.json at the root says that `.js` files are ES modules. */
function declareModules(submission: Submission): Submission {
  const found = submission.files.find(({ path }) => path === "package.json");
  const text = `${JSON.stringify({ ...members(found?.text), type: "module" }, null, 2)}\n`;
  const others = submission.files.filter((file) => file !== found);
  return { ...submission, files: [...others, { path: "package.json", text }] };
}

function members(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function fixes(situation: Situation): readonly FixProposal[] {
  const { submission, reading } = situation;
  const told = toldBy(situation);
  if (!told || !reading.code) return [];
  const { file, taken } = told;
  const converted = toModule(file, submission.files);
  const asModule = converted ? editFiles(submission, converted) : submission;
  if (taken === "module") {
    const cjs = named(file.path, "c");
    return [
      ...(converted
        ? [{ submission: asModule, wording: "convert", values: { file: file.path } }]
        : []),
      ...codeEdited(submission, supplied(file), {
        wording: "supply",
        values: { file: file.path, word: firstWord(told) },
      }),
      {
        submission: renameFile(submission, file.path, cjs),
        wording: "rename",
        values: { file: file.path, to: cjs },
      },
    ];
  }
  const mjs = named(file.path, "m");
  return [
    {
      submission: renameFile(asModule, file.path, mjs),
      wording: "rename",
      values: { file: file.path, to: mjs },
    },
    { submission: declareModules(asModule), wording: "type" },
  ];
}

export const cause: Cause = {
  id: "esm-cjs-mismatch",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
