import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "forbidden-key-or-stage";

export const cause: Cause = {
  id,
  gateways: ["rest", "rest-custom", "http1", "http2"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["rest.forbidden"]),
};
