import { replaceNode } from "../../reading/edit";
import { type ProgramAnswer, programAnswers } from "../../reading/program/answers";
import { partsOf } from "../../reading/program/nodes";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

/** The response that was thrown away because an error that is not nil stood beside it. */
function lostAnswer({ invocation, reading }: Situation): ProgramAnswer | undefined {
  const { decidedAt } = invocation.observations.prediction ?? {};
  if (!reading.code || !decidedAt || invocation.outcome !== "function-error") return undefined;
  return programAnswers(reading.code).find(
    ({ handedBack, file, members }) =>
      members.size > 0 &&
      handedBack.type === "return_statement" &&
      file.path === decidedAt.file &&
      handedBack.startPosition.row + 1 === decidedAt.line &&
      handedBack.startPosition.column + 1 === decidedAt.column,
  );
}

/** The error beside the response. */
function errorBeside({ handedBack }: ProgramAnswer) {
  const [list] = partsOf(handedBack);
  return list?.type === "expression_list" ? partsOf(list).at(-1) : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const answer = lostAnswer(situation);
  const error = answer && errorBeside(answer);
  if (!answer || !error) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(answer.file, error), codePlace(answer.file, answer.node)],
    facts: ["go.error-wins", "lambda.function-error"],
    values: {
      line: answer.handedBack.startPosition.row + 1,
      error: situation.invocation.error?.errorMessage ?? "",
    },
  };
}

/** `nil` in the error's place; an import of `errors` that nothing else needs goes with it. */
function fixes(situation: Situation): readonly FixProposal[] {
  const answer = lostAnswer(situation);
  const error = answer && errorBeside(answer);
  if (!answer || !error) return [];
  const { file } = answer;
  const spec = file.tree.rootNode
    .descendantsOfType("import_spec")
    .find(({ text }) => text === '"errors"');
  const uses = file.text.match(/\berrors\.\w/g)?.length ?? 0;
  const own = error.text.match(/\berrors\.\w/g)?.length ?? 0;
  const isUnused = spec && own > 0 && uses === own;
  const removed = isUnused
    ? [{ file: file.path, ...lineOf(file.text, spec.startIndex, spec.endIndex), text: "" }]
    : [];
  return codeEdited(situation.submission, [...removed, replaceNode(file, error, "nil")]);
}

/** The whole line that a stretch stands on, where nothing else does. */
function lineOf(text: string, start: number, end: number): { start: number; end: number } {
  const before = text.lastIndexOf("\n", start - 1) + 1;
  const after = text.indexOf("\n", end);
  const isAlone = text.slice(before, start).trim() === "" && after >= 0;
  if (isAlone && text.slice(end, after).trim() === "") return { start: before, end: after + 1 };
  const keyword = text.slice(before, start).trim() === "import";
  return keyword && after >= 0 ? { start: before, end: after + 1 } : { start, end };
}

export const cause: Cause = {
  id: "error-returned-with-response",
  gateways: everyGateway,
  languages: ["go"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
