import { replaceNode } from "../../reading/edit";
import { Evaluation } from "../../reading/javascript/evaluation";
import { type ExportedName, exportsOf } from "../../reading/javascript/exports";
import { handlerFile, parseHandlerName } from "../../reading/javascript/handler";
import { exportNamed } from "../../reading/javascript/modules";
import { bare, evidenceOf, isFunction } from "../../reading/javascript/syntax";
import { valueAt } from "../../reading/javascript/value";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages, nodeVersion } from "../reach";
import { detectInPython, fixesInPython } from "./python";
import { exportIt, unexportedHandler } from "./unexported";

/** What the handler's file exports that could be called: functions, and what may turn out to be one. */
function callableExports(code: CodeReading, handler: string): readonly ExportedName[] {
  const file = handlerFile(code.files, handler);
  if (!file) return [];
  const evaluation = new Evaluation(code.files);
  const isCallable = ({ value, file: at }: ExportedName) =>
    !value ||
    evaluation
      .possibleValues(valueAt(at, value))
      .some(
        ({ node }) => isFunction(node) || /^(?:call_expression|identifier)$/.test(bare(node).type),
      );
  return exportsOf(file).filter((exported) => exported.name !== "*" && isCallable(exported));
}

/** How alike two names are, ignoring case: the letters at the beginning that they share, doubled when one holds the other. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared + (a.includes(b) || b.includes(a) ? Math.min(a.length, b.length) : 0);
}

/** The export that was most likely meant. */
function likeliest(code: CodeReading, handler: string): ExportedName | undefined {
  const wanted = parseHandlerName(handler).exported.at(-1) ?? "handler";
  return callableExports(code, handler).toSorted(
    (one, other) => likeness(other.name, wanted) - likeness(one.name, wanted),
  )[0];
}

function detect(situation: Situation): Detection | undefined {
  if (situation.submission.language === "python") return detectInPython(situation);
  const { invocation, submission, reading } = situation;
  const type = invocation.error?.errorType;
  if (type !== "Runtime.HandlerNotFound" && type !== "Runtime.MalformedHandlerName") {
    return undefined;
  }
  const { handler } = submission;
  const { code } = reading;
  const meant = code && likeliest(code, handler);
  const name = parseHandlerName(handler).exported.join(".");
  const setting = { in: "settings", member: "handler" } as const;
  const unexported = unexportedHandler(situation);
  if (unexported && type === "Runtime.HandlerNotFound") {
    return {
      role: "primary",
      specificity: 1,
      evidence: [evidenceOf(unexported), setting],
      facts: ["nodejs.handler-name"],
      wording: "unexported",
      values: { handler, name, line: unexported.node.startPosition.row + 1 },
    };
  }
  const isWhole = meant?.name === "module.exports" || meant?.name === "default";
  const wording =
    type === "Runtime.MalformedHandlerName"
      ? "malformed"
      : !meant
        ? "nothing"
        : isWhole
          ? "whole"
          : "named";
  return {
    role: "primary",
    specificity: 1,
    evidence: [...(meant ? [evidenceOf(meant)] : []), setting],
    facts: ["nodejs.handler-name"],
    wording,
    values: { handler, name, ...(meant ? { meant: meant.name } : {}) },
  };
}

/** The handler setting with another export's name. */
function withHandler({ submission }: Situation, name: string): FixProposal {
  const { stem } = parseHandlerName(submission.handler);
  const handler = `${stem.replace(/\.[mc]?[jt]s$/, "")}.${name}`;
  return { submission: { ...submission, handler }, wording: "setting", values: { handler } };
}

/** The export under the name that the setting has. */
function renamed({ submission }: Situation, meant: ExportedName): readonly FixProposal[] {
  const wanted = parseHandlerName(submission.handler).exported[0] ?? "handler";
  const { file, node, name, value } = meant;
  const values = { name: wanted };
  if (name === "module.exports") {
    const edits = [replaceNode(file, node, `exports.${wanted}`)];
    return codeEdited(submission, edits, { wording: "export", values });
  }
  const statement = value?.parent;
  if (name !== "default" || !value || statement?.type !== "export_statement") return [];
  const start = statement.startIndex;
  const own = value.childForFieldName("name");
  if (own && /declaration$/.test(value.type)) {
    const text = `${file.text.slice(value.startIndex, own.startIndex)}${wanted}`;
    const edits = [{ file: file.path, start, end: own.endIndex, text: `export ${text}` }];
    return codeEdited(submission, edits, { wording: "export", values });
  }
  const text = `export const ${wanted} = `;
  const edits = [{ file: file.path, start, end: value.startIndex, text }];
  return codeEdited(submission, edits, { wording: "export", values });
}

function fixes(situation: Situation): readonly FixProposal[] {
  if (situation.submission.language === "python") return fixesInPython(situation);
  const { submission, reading } = situation;
  const { code } = reading;
  if (!code) return [];
  const { stem, exported } = parseHandlerName(submission.handler);
  const proposals: FixProposal[] = [];
  // "index.js.handler" and the like: the file's extension does not belong there.
  if (exported.length > 1 && /^[mc]?[jt]s$/.test(exported[0] ?? "")) {
    proposals.push(withHandler(situation, exported.slice(1).join(".")));
  }
  const unexported = unexportedHandler(situation);
  if (unexported) {
    const values = { name: unexported.name };
    proposals.push(
      ...codeEdited(submission, exportIt(situation, unexported), { wording: "export", values }),
    );
  }
  const meant = likeliest(code, submission.handler);
  if (meant && meant.name !== "module.exports" && meant.name !== "default") {
    proposals.push(withHandler(situation, meant.name));
  } else if (meant) {
    proposals.push(...renamed(situation, meant));
    if ((nodeVersion(submission.runtime) ?? 0) >= 18 && meant.name === "default") {
      proposals.push(withHandler(situation, "default"));
    }
  }
  if (exported.length === 0) {
    const file = submission.files.find(({ path }) => path.startsWith(`${stem}.`));
    const parsed = code.files.find(({ path }) => path === file?.path) ?? code.files[0];
    const name = parsed && exportNamed(code.files, parsed, "handler")?.name;
    if (name && parsed) {
      const handler = `${parsed.path.replace(/\.[^.]+$/, "")}.${name}`;
      proposals.push({
        submission: { ...submission, handler },
        wording: "setting",
        values: { handler },
      });
    }
  }
  return proposals;
}

export const cause: Cause = {
  id: "handler-not-found",
  gateways: everyGateway,
  languages: [...nodeLanguages, "python"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
