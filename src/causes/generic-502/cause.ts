import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "generic-502";

export const cause: Cause = {
  id,
  gateways: ["rest", "url"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["rest.error-families"]),
};
