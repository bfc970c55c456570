import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { missingParameters } from "../missing-parameters";
import { proxyGateways } from "../reach";

export const cause: Cause = {
  id: "null-path-params",
  gateways: proxyGateways,
  languages,
  grade: "recorded",
  since: "0.1.0",
  ...missingParameters({
    member: "pathParameters",
    part: "path",
    message: "path parameters missing",
  }),
};
