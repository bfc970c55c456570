import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "alb-invalid-response";

export const cause: Cause = {
  id,
  gateways: ["alb"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["alb.invalid-response", "alb.error-page"]),
};
