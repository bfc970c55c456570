import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";

const id = "function-url-permission";

export const cause: Cause = {
  id,
  gateways: ["url"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["url.forbidden", "url.two-permissions"]),
};
