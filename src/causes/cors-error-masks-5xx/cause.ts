import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";
import { everyGateway } from "../reach";

const id = "cors-error-masks-5xx";

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["rest.errors-without-cors"]),
};
