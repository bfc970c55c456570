import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "missing-authentication-token";

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["rest.unknown-route", "rest.signature-header"]),
};
