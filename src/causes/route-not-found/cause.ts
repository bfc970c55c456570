import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "route-not-found";

export const cause: Cause = {
  id,
  gateways: ["http1", "http2"],
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) =>
    fromLog(situation, id, ["http-api.route-not-found", "http-api.route-not-found-body"]),
};
