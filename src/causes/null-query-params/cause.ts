import type { Cause } from "../cause";
import { missingParameters } from "../missing-parameters";
import { nodeLanguages } from "../reach";

export const cause: Cause = {
  id: "null-query-params",
  gateways: ["rest", "http1", "http2", "url"],
  languages: nodeLanguages,
  grade: "recorded",
  since: "0.1.0",
  ...missingParameters({
    member: "queryStringParameters",
    part: "query",
    message: "query missing",
  }),
};
