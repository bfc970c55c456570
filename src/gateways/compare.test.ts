import { describe, expect, test } from "vitest";
import { gatewayKinds } from "../submission/submission";
import { compareResponses } from "./compare";
import { gateways } from "./index";
import { reasonMessages } from "./messages.en";
import { arrivalWith, failed, returned } from "./test-arrivals";

type Given = Parameters<typeof arrivalWith>[0];

function reasonsFor(invocation: ReturnType<typeof returned>, given?: Given) {
  const arrival = arrivalWith(given);
  const responses = Object.fromEntries(
    gatewayKinds.map((kind) => [kind, gateways[kind].respond(invocation, arrival)]),
  );
  const reasons = compareResponses(responses, invocation);
  return Object.fromEntries(
    Object.entries(reasons).map(([kind, { key, silent }]) => [
      kind,
      silent ? `${key} (silent)` : key,
    ]),
  );
}

describe("one payload behind every gateway", () => {
  test.each([
    [
      "a bare object",
      { Hello: "World" },
      [
        "key-not-allowed",
        "as-meant",
        "status-code-missing",
        "sent-as-json",
        "sent-as-json",
        "status-code-missing",
      ],
    ],
    [
      "an object as body",
      { statusCode: 200, body: { a: 1 } },
      [
        "body-not-string",
        "envelope-ignored (silent)",
        "body-not-string",
        "body-not-string",
        "body-as-json",
        "body-not-string",
      ],
    ],
    [
      "a response without statusCode",
      { body: "x" },
      [
        "as-meant",
        "as-meant",
        "status-code-missing",
        "envelope-as-body (silent)",
        "envelope-as-body (silent)",
        "status-code-missing",
      ],
    ],
    [
      "PascalCase keys",
      { StatusCode: 200, Body: "x" },
      [
        "key-not-allowed",
        "as-meant",
        "status-code-missing",
        "envelope-as-body (silent)",
        "envelope-as-body (silent)",
        "status-code-missing",
      ],
    ],
    [
      "a stringified response",
      JSON.stringify('{"statusCode":200,"body":"x"}'),
      [
        "payload-string",
        "as-meant",
        "payload-scalar",
        "envelope-as-text (silent)",
        "envelope-as-text (silent)",
        "payload-scalar",
      ],
    ],
    [
      "null",
      "null",
      [
        "payload-null",
        "as-meant",
        "payload-scalar",
        "null-as-text (silent)",
        "null-as-text (silent)",
        "payload-scalar",
      ],
    ],
    [
      "{}",
      "{}",
      [
        "empty-object (silent)",
        "as-meant",
        "status-code-missing",
        "sent-as-json",
        "sent-as-json",
        "status-code-missing",
      ],
    ],
    [
      "a good response",
      { statusCode: 200, headers: { "content-type": "text/plain" }, body: "x" },
      ["as-meant", "envelope-ignored (silent)", "as-meant", "as-meant", "as-meant", "as-meant"],
    ],
  ])("%s", (_, payload, expected) => {
    expect(Object.values(reasonsFor(returned(payload)))).toEqual(expected);
  });
});

test("a function error is an error, or a success that hides it", () => {
  expect(reasonsFor(failed("boom"))).toEqual({
    rest: "function-error",
    "rest-custom": "error-as-success (silent)",
    http1: "function-error",
    http2: "function-error",
    url: "function-error",
    alb: "function-error",
  });
});

test("the name that the words speak of is the one in the payload", () => {
  const invocation = returned({ statusCode: 200, multiValueHeaders: { "X-One": "1" } });
  const rest = gateways.rest.respond(invocation, arrivalWith());
  const reason = compareResponses({ rest }, invocation).rest;
  expect(reason).toEqual({ key: "header-not-list", values: { name: "X-One" }, silent: false });
  expect(reasonMessages["header-not-list"]).toContain("{name}");
});

test.each([
  [{ throttled: true }, "throttled"],
  [{ permission: "missing" }, "not-invokable"],
  [{ route: "missing" }, "not-found"],
  [{ requestTooLarge: true }, "request-too-large"],
])("%o needs no payload to be explained", (conditions, key) => {
  const reasons = Object.values(reasonsFor(returned("{}"), { conditions }));
  expect(new Set(reasons)).toEqual(new Set([key]));
});
