import { type Edit, insertAfter, replaceNode, wrapNode } from "../../reading/edit";
import { partsOf } from "../../reading/program/nodes";
import { withModules } from "../../reading/program/with-modules";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace, programAnswer } from "../code-places";
import { failedCode } from "../failure";
import { codeEdited } from "../proposals";
import { refusedType, returnedByHandler } from "../python-values";
import { everyGateway } from "../reach";

/** The code whose result Python's runtime could not write. */
function unwritten(situation: Situation): CodeReading | undefined {
  const { errorType, errorMessage = "" } = situation.invocation.error ?? {};
  const isMarshal = errorType === "Runtime.MarshalError" && !/\bcoroutine\b/.test(errorMessage);
  const code = failedCode(situation);
  return isMarshal && code?.program ? code : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const code = unwritten(situation);
  if (!code) return undefined;
  const returned = returnedByHandler(code);
  const answer = programAnswer(situation);
  const type = refusedType(situation);
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      ...(returned ? [codePlace(returned.file, returned.node)] : []),
      ...(answer && answer.node.id !== returned?.node.id
        ? [codePlace(answer.file, answer.node)]
        : []),
    ],
    facts: ["python.encoder", "lambda.function-error"],
    wording: type === undefined ? "other" : "code",
    values: {
      type: type ?? "",
      error: situation.invocation.error?.errorMessage ?? "",
      line: returned ? returned.node.startPosition.row + 1 : 1,
    },
  };
}

/** Every b64encode gives bytes; text is made of them where they are made. */
function decoded(code: CodeReading): readonly Edit[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode
      .descendantsOfType("call")
      .filter(
        (call) =>
          /(?:^|\.)b64encode$/.test(call.childForFieldName("function")?.text ?? "") &&
          call.parent?.type !== "attribute",
      )
      .map((call) => insertAfter(file, call, ".decode()")),
  );
}

/** A list in the place of every set that the answer is written with. */
function listed(situation: Situation): readonly Edit[] {
  const answer = programAnswer(situation);
  if (!answer || refusedType(situation) !== "set") return [];
  const { file, node } = answer;
  return node.descendantsOfType(["set", "call"]).flatMap((each): readonly Edit[] => {
    if (each.type === "set") {
      const inner = each.text.slice(1, -1);
      return [replaceNode(file, each, `[${inner}]`)];
    }
    const callee = each.childForFieldName("function");
    return callee?.text === "set" ? [replaceNode(file, callee, "list")] : [];
  });
}

/** The result put through json with a writer for what JSON does not know. */
function rewritten(code: CodeReading, type: string | undefined): readonly Edit[] {
  const returned = returnedByHandler(code);
  const value = returned && partsOf(returned.node)[0];
  if (!returned || !value) return [];
  const { file } = returned;
  const writer = type === "set" ? "list" : "str";
  return [
    ...withModules("python", file, "json"),
    ...wrapNode(file, value, "json.loads(json.dumps(", `, default=${writer}))`),
  ];
}

function fixes(situation: Situation): readonly FixProposal[] {
  const code = unwritten(situation);
  if (!code) return [];
  return [
    ...codeEdited(situation.submission, decoded(code), { wording: "decode" }),
    ...codeEdited(situation.submission, listed(situation), { wording: "list" }),
    ...codeEdited(situation.submission, rewritten(code, refusedType(situation))),
  ];
}

export const cause: Cause = {
  id: "marshal-error",
  gateways: everyGateway,
  languages: ["python"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
