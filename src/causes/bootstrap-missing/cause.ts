import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";
import { everyGateway } from "../reach";

const id = "bootstrap-missing";

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["lambda.bootstrap-log", "lambda.bootstrap"]),
};
