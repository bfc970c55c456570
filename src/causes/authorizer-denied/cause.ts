import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "authorizer-denied";

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom", "http1", "http2"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["rest.authorizer-deny", "rest.authorizer-cache"]),
};
