import type { FactId } from "../facts";
import type { ReasonKey } from "./messages.en";

/** Facts that have the same short reason. */
interface ReasonRow {
  readonly key: ReasonKey;
  readonly facts: readonly FactId[];
}

/** What an answer's deciding facts mean, the first row with a fact that is there counts. */
export const reasonsOfFailure: readonly ReasonRow[] = [
  { key: "payload-too-large", facts: ["lambda.payload-limit", "alb.response-too-large"] },
  { key: "function-timed-out", facts: ["lambda.timeout"] },
  {
    key: "function-error",
    facts: [
      "rest.function-error",
      "rest-custom.error-matched",
      "rest-custom.error-unmatched",
      "url.stream-cut",
      "http-api.function-error",
      "url.function-error",
      "alb.function-error",
    ],
  },
  {
    key: "gateway-timed-out",
    facts: ["rest.integration-timeout", "http-api.integration-timeout", "alb.gateway-timeout"],
  },
  {
    key: "request-too-large",
    facts: [
      "rest.request-too-large",
      "http-api.request-too-large",
      "url.request-too-large",
      "alb.request-too-large",
    ],
  },
  {
    key: "not-found",
    facts: ["rest.unknown-route", "http-api.route-not-found", "url.unknown-url", "alb.no-rule"],
  },
  { key: "authorizer-failed", facts: ["rest.authorizer-error", "http-api.authorizer-error"] },
  {
    key: "not-authorized",
    facts: [
      "rest.authorizer-deny",
      "rest.authorizer-unauthorized",
      "http-api.authorizer-deny",
      "http-api.authorizer-unauthorized",
      "url.iam-only",
      "alb.unauthorized",
    ],
  },
  {
    key: "not-invokable",
    facts: [
      "rest.no-invoke-permission",
      "http-api.no-invoke-permission",
      "url.forbidden",
      "alb.no-permission",
    ],
  },
  {
    key: "throttled",
    facts: ["rest.throttled", "http-api.throttled", "url.throttled", "alb.throttled"],
  },
  {
    key: "target-missing",
    facts: ["rest.target-missing", "http-api.target-missing", "alb.target-missing"],
  },
  { key: "method-not-post", facts: ["rest.integration-method-not-post"] },
  { key: "mapping-missing", facts: ["rest-custom.no-default-mapping"] },
  { key: "method-response-missing", facts: ["rest-custom.invalid-method-response"] },
  { key: "template-failed", facts: ["rest-custom.template-failed"] },
  { key: "media-type-unsupported", facts: ["rest-custom.unsupported-media-type"] },
  { key: "base64-invalid", facts: ["rest-custom.content-handling"] },
];

/** What an objection means. Facts of one row say the same of different gateways. */
export const reasonsOfObjection: readonly ReasonRow[] = [
  {
    key: "key-not-allowed",
    facts: [
      "rest.unknown-key",
      "rest.cookies-key",
      "rest.status-description-key",
      "rest.key-casing",
    ],
  },
  { key: "payload-string", facts: ["rest.payload-string"] },
  { key: "payload-array", facts: ["rest.payload-array"] },
  { key: "payload-null", facts: ["rest.payload-null"] },
  {
    key: "payload-scalar",
    facts: ["rest.payload-scalar", "http1.payload-not-object", "alb.payload-not-object"],
  },
  {
    key: "payload-not-json",
    facts: ["rest.payload-not-json", "http-api.not-json", "url.not-json"],
  },
  { key: "status-code-missing", facts: ["http1.status-code-missing", "alb.status-code-missing"] },
  {
    key: "status-code-invalid",
    facts: [
      "rest.status-code-word",
      "rest.status-code-zero",
      "rest.status-code-fraction",
      "rest.status-code-range",
      "rest.status-code-type",
      "http-api.status-code-zero",
      "http-api.status-code-fraction",
      "http-api.status-code-range",
      "http-api.status-code-type",
      "url.status-code-range",
      "url.status-code-type",
      "alb.status-code-type",
    ],
  },
  {
    key: "body-not-string",
    facts: [
      "rest.body-object",
      "rest.body-array",
      "http-api.body-not-string",
      "http-api.body-scalar",
      "alb.body-type",
    ],
  },
  { key: "body-as-json", facts: ["url.body-object", "url.body-other"] },
  {
    key: "headers-not-object",
    facts: [
      "rest.headers-array",
      "rest.headers-type",
      "rest.multi-value-headers-array",
      "rest.multi-value-headers-type",
      "http-api.headers-type",
      "url.headers-type",
    ],
  },
  {
    key: "header-not-string",
    facts: [
      "rest.header-value-list",
      "http-api.header-value-list",
      "alb.header-value-type",
      "alb.header-value-other",
    ],
  },
  {
    key: "header-not-list",
    facts: [
      "rest.multi-value-not-list",
      "rest.multi-value-element",
      "http1.multi-value-type",
      "alb.multi-value-type",
    ],
  },
  {
    key: "header-illegal",
    facts: [
      "rest.header-illegal",
      "alb.header-illegal",
      "http-api.header-illegal",
      "url.header-illegal",
    ],
  },
  { key: "member-null", facts: ["alb.null-member"] },
  {
    key: "flag-not-boolean",
    facts: ["rest.is-base64-encoded-text", "http-api.is-base64-encoded-type", "alb.member-type"],
  },
  {
    key: "base64-invalid",
    facts: ["rest.base64-invalid", "http-api.base64-invalid", "alb.base64-invalid"],
  },
  { key: "base64-as-text", facts: ["rest.base64-not-decoded"] },
  { key: "envelope-ignored", facts: ["rest-custom.proxy-response-as-body"] },
  {
    key: "headers-lost",
    facts: [
      "alb.multi-value-off",
      "alb.multi-value-on",
      "http2.multi-value-headers-ignored",
      "http1.cookies-ignored",
    ],
  },
  { key: "value-as-text", facts: ["url.header-value-object"] },
];
