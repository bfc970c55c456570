import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "eni-limit";

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["lambda.service-error-payload"]),
};
