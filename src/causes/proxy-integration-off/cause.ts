import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "proxy-integration-off";

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) =>
    fromLog(situation, id, ["rest-custom.proxy-response-as-body", "rest-custom.payload-passed"]),
};
