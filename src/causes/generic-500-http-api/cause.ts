import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "generic-500-http-api";

export const cause: Cause = {
  id,
  gateways: ["http1", "http2"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) =>
    fromLog(situation, id, ["http-api.error-body", "http-api.integration-error-message"]),
};
