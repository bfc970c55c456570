import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "stage-in-path";

export const cause: Cause = {
  id,
  gateways: ["http1", "http2", "rest", "alb"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["http2.event-path", "http1.event-stage"]),
};
