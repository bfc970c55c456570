import type { Edit } from "../../reading/edit";
import { dottedName, evidenceOf, type Place } from "../../reading/javascript/syntax";
import type { Program } from "../../reading/program/program";
import { codesOfModule } from "../../reading/program/walk";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

const endings: ReadonlySet<string> = new Set(["process.exit", "process.abort", "process.kill"]);

/** The calls that end the process. */
function endingCalls(code: CodeReading): readonly Place[] {
  if (code.program) return endingCallsIn(code.program);
  return code.files.flatMap((file) =>
    file.tree.rootNode
      .descendantsOfType("call_expression")
      .filter((call) => {
        const callee = call.childForFieldName("function");
        return callee && endings.has(dottedName(callee) ?? "");
      })
      .map((node) => ({ file, node })),
  );
}

const programEndings =
  /^(?:log\.Fatal\w*|os\.(?:Exit|_exit)|sys\.exit|exit!?|quit|abort|System\.exit|Environment\.(?:Exit|FailFast)|Process\.exit!?)$/;

function endingCallsIn({ modules }: Program): readonly Place[] {
  return modules.flatMap((module) =>
    [...codesOfModule(module)].flatMap((code) => {
      const callee = code.kind === "call" ? code.callee.node.text : "";
      const name = callee.replace(/\s*\([\s\S]*$/, "");
      return programEndings.test(name) ? [{ file: module.file, node: code.node }] : [];
    }),
  );
}

function detect({ invocation, reading, submission }: Situation): Detection | undefined {
  const isExit = invocation.error?.errorType === "Runtime.ExitError";
  if (!isExit || submission.kind !== "code" || !reading.code) return undefined;
  if (invocation.observations.unhandledRejection !== undefined) return undefined;
  const { decidedAt } = invocation.observations.prediction ?? {};
  const calls = endingCalls(reading.code);
  const taken = calls.find(({ node }) => node.startPosition.row + 1 === decidedAt?.line);
  const call = taken ?? calls[0];
  if (!call) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(call)],
    facts: ["lambda.process-exit"],
    wording: "call",
    values: { call: call.node.text, line: call.node.startPosition.row + 1 },
  };
}

/** Takes the calls away that are statements of their own, each with its line. */
function withoutCalls(code: CodeReading): readonly Edit[] {
  return endingCalls(code).flatMap(({ file, node }): readonly Edit[] => {
    const statement = node.parent;
    if (statement?.type !== "expression_statement") return [];
    const before = file.text.slice(0, statement.startIndex);
    const start = /\r?\n[ \t]*$/.exec(before)?.index ?? statement.startIndex;
    return [{ file: file.path, start, end: statement.endIndex, text: "" }];
  });
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  return reading.code ? codeEdited(submission, withoutCalls(reading.code)) : [];
}

export const cause: Cause = {
  id: "process-exit",
  gateways: everyGateway,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect,
  fixes,
};
