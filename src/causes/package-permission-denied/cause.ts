import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";
import { everyGateway } from "../reach";

const id = "package-permission-denied";

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["lambda.file-permissions"]),
};
