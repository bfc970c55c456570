import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";
import { everyGateway } from "../reach";

const id = "cors-duplicate-origin";

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "recorded",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["url.cors-duplicate"]),
};
