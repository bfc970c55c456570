import { languages } from "../../submission/submission";
import type { Cause } from "../cause";
import { missingParameters } from "../missing-parameters";

export const cause: Cause = {
  id: "null-query-params",
  gateways: ["rest", "http1", "http2", "url"],
  languages,
  grade: "recorded",
  since: "0.1.0",
  ...missingParameters({
    member: "queryStringParameters",
    twin: "multiValueQueryStringParameters",
    part: "query",
    message: "query missing",
  }),
};
