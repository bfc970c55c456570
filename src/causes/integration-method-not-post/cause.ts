import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "integration-method-not-post";

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) =>
    fromLog(situation, id, ["rest.integration-method-not-post", "rest.integration-method-log"]),
};
