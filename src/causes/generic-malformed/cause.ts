import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "generic-malformed";

export const cause: Cause = {
  id,
  gateways: ["rest"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["rest.malformed", "rest.log-names-no-key"]),
};
