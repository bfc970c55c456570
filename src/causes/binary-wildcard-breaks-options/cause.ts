import { languages } from "../../submission/submission";
import type { Cause, FixProposal, Situation } from "../cause";
import { fromConfiguration } from "../configured";
import { fromLog } from "../from-log";
import { codeEdited } from "../proposals";

const id = "binary-wildcard-breaks-options";

const facts = ["rest.options-binary"];

/** The conversion written into each MOCK integration that lacks it. */
function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const mistakes = reading.configuration?.mistakes.filter(({ cause }) => cause === id) ?? [];
  return codeEdited(
    submission,
    mistakes.flatMap(({ mend }) => mend ?? []),
  );
}

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, facts) ?? fromConfiguration(situation, id, facts),
  fixes,
};
