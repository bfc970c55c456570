import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromConfiguration } from "../configured";
import { fromLog } from "../from-log";

const id = "not-redeployed";

const facts = ["rest.deployment"];

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom", "http1", "http2"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, facts) ?? fromConfiguration(situation, id, facts),
};
