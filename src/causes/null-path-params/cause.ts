import type { Cause } from "../cause";
import { missingParameters } from "../missing-parameters";
import { nodeLanguages, proxyGateways } from "../reach";

export const cause: Cause = {
  id: "null-path-params",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "recorded",
  since: "0.1.0",
  ...missingParameters({
    member: "pathParameters",
    part: "path",
    message: "path parameters missing",
  }),
};
