import { insertAfter } from "../../reading/edit";
import { answers } from "../../reading/javascript/answers";
import { argumentsOf, dottedName, evidenceOf, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { failedCode, failureEvidence, isOnTrace } from "../failure";
import { codeEdited } from "../proposals";
import { everyGateway, nodeLanguages } from "../reach";

type Kind = "circular" | "bigint" | "result";

const messages: readonly (readonly [RegExp, Kind])[] = [
  [/circular|cyclic/i, "circular"],
  [/BigInt/, "bigint"],
  [/Unable to stringify response body/, "result"],
];

function kindOf({ invocation }: Situation): Kind | undefined {
  const { errorType = "", errorMessage = "" } = invocation.error ?? {};
  if (!/^(?:TypeError|Error|Runtime\.JSONStringifyError)$/.test(errorType)) return undefined;
  return messages.find(([text]) => text.test(errorMessage))?.[1];
}

function stringifyCalls(code: CodeReading): readonly Place[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode
      .descendantsOfType("call_expression")
      .filter((call) => {
        const callee = call.childForFieldName("function");
        return callee && dottedName(callee) === "JSON.stringify";
      })
      .map((node) => ({ file, node })),
  );
}

function detect(situation: Situation): Detection | undefined {
  const code = failedCode(situation);
  const kind = code && kindOf(situation);
  if (!kind) return undefined;
  const call = stringifyCalls(code).find((place) => isOnTrace(situation, place));
  if (kind !== "result" && !call) return undefined;
  const [answer] = answers(code);
  const place = kind === "result" ? answer?.handedBack : call;
  return {
    role: "primary",
    specificity: 2,
    evidence: place ? [evidenceOf(place)] : failureEvidence(situation),
    facts: ["nodejs.unserializable", "lambda.function-error"],
    wording: kind,
    values: { line: place ? place.node.startPosition.row + 1 : 1 },
  };
}

const bigintAsText = '(key, value) => (typeof value === "bigint" ? value.toString() : value)';

function fixes(situation: Situation): readonly FixProposal[] {
  const code = failedCode(situation);
  if (!code || kindOf(situation) !== "bigint") return [];
  const edits = stringifyCalls(code)
    .filter((place) => isOnTrace(situation, place))
    .flatMap(({ file, node }) => {
      const [value, replacer] = argumentsOf(node);
      return value && !replacer ? [insertAfter(file, value, `, ${bigintAsText}`)] : [];
    });
  return codeEdited(situation.submission, edits, { wording: "bigint" });
}

export const cause: Cause = {
  id: "js-unserializable",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
