import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromConfiguration } from "../configured";
import { fromLog } from "../from-log";

const id = "binary-wildcard-breaks-options";

const facts = ["rest.options-binary"];

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, facts) ?? fromConfiguration(situation, id, facts),
};
