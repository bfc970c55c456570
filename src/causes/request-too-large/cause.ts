import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { fromLog } from "../from-log";
import { everyGateway } from "../reach";

const id = "request-too-large";

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect: (situation) =>
    fromLog(situation, id, [
      "rest.request-too-large",
      "http-api.request-too-large",
      "alb.request-too-large",
      "url.request-too-large",
    ]),
};
