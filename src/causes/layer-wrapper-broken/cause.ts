import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";
import { everyGateway } from "../reach";

const id = "layer-wrapper-broken";

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect: (situation) => fromLog(situation, id, ["lambda.layer-wrapper"]),
};
