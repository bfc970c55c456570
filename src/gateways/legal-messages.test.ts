import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invocationSchema, outcomes } from "../invocation/invocation";
import { gatewayKinds } from "../submission/submission";
import { explainResponse } from "./compare";
import type { Response } from "./gateway";
import { isHeaderName, isHeaderValue } from "./header-lines";
import { gateways } from "./index";
import { arrivalWith, returned } from "./test-arrivals";

function expectLegal(response: Response): void {
  expect(Number.isInteger(response.status)).toBe(true);
  expect(response.status).toBeGreaterThanOrEqual(100);
  expect(response.status).toBeLessThanOrEqual(599);
  for (const [name, value] of response.headers) {
    expect(name).toSatisfy(isHeaderName);
    expect(value).toSatisfy(isHeaderValue);
  }
  expect(response.facts.length).toBeGreaterThan(0);
}

const hostileText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "a\r\nSet-Cookie: x=1",
    "\0",
    "",
    "x y",
    "é",
    "\ud800",
    "__proto__",
    "Content-Type",
  ),
);
const anyValue = fc.oneof(fc.jsonValue(), hostileText);

/** Values in the shape of a response, with anything at all in its members. */
const envelope = fc.record(
  {
    statusCode: fc.oneof(fc.integer({ min: -1, max: 700 }), anyValue),
    headers: fc.oneof(fc.dictionary(hostileText, anyValue), anyValue),
    multiValueHeaders: fc.oneof(fc.dictionary(hostileText, fc.array(anyValue)), anyValue),
    cookies: fc.oneof(fc.array(anyValue), anyValue),
    body: anyValue,
    isBase64Encoded: fc.oneof(fc.boolean(), anyValue),
  },
  { requiredKeys: [] },
);

const payload = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  envelope.map((value) => JSON.stringify(value)),
  fc.string(),
);

const invocation = fc
  .record({
    outcome: fc.constantFrom(...outcomes),
    payload: fc.option(payload, { nil: undefined }),
    durationMs: fc.constantFrom(0, 1, 40_000),
    contentType: fc.option(
      fc.constantFrom("application/vnd.awslambda.http-integration-response", "text/html"),
      { nil: undefined },
    ),
  })
  .map((value) => invocationSchema.parse(value));

const request = fc.record({
  method: fc.constantFrom("GET", "HEAD", "POST", "OPTIONS", "DELETE"),
  path: fc.oneof(fc.webPath(), hostileText),
  query: hostileText,
  headers: fc.array(fc.tuple(hostileText, hostileText), { maxLength: 4 }),
  body: hostileText,
});

const settings = fc.record({
  binaryMediaTypes: fc.constantFrom([], ["*/*"], ["image/*"]),
  multiValueHeaders: fc.boolean(),
  invokeMode: fc.constantFrom("BUFFERED", "RESPONSE_STREAM"),
  integrationResponses: fc.constantFrom(
    [{ statusCode: "200" }],
    [{ statusCode: "200", responseTemplates: { "application/json": "$input.path('$.body')" } }],
    [{ statusCode: "400", selectionPattern: ".+", contentHandling: "CONVERT_TO_BINARY" }],
  ),
  cors: fc.constantFrom(undefined, { allowOrigins: ["*"], allowMethods: ["*"] }),
});

describe.each(gatewayKinds)("%s", { timeout: 30_000 }, (kind) => {
  test("whatever comes, a legal message goes out, the same for the same", () => {
    fc.assert(
      fc.property(invocation, request, settings, (came, asked, set) => {
        const arrival = arrivalWith({ request: asked, settings: set });
        const response = gateways[kind].respond(came, arrival);
        expectLegal(response);
        expect(gateways[kind].respond(came, arrival)).toEqual(response);
        expect(explainResponse(response, came).key).not.toBe("unknown");
      }),
      { numRuns: 25 },
    );
  });

  test("whatever is asked, the handler gets one event", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const arrival = arrivalWith({ request: asked });
        const event = gateways[kind].buildEvent(arrival);
        expect(gateways[kind].buildEvent(arrival)).toBe(event);
        if (kind !== "rest-custom") expect(JSON.parse(event)).toBeTypeOf("object");
      }),
      { numRuns: 20 },
    );
  });

  test("a megabyte is answered at once, on a busy machine too", () => {
    const long = 'a é \\" {} [] '.repeat(50_000);
    for (const value of [
      { statusCode: 200, body: long },
      { statusCode: 200, body: { items: long.split(" ") } },
      { statusCode: 200, body: btoa("x".repeat(600_000)), isBase64Encoded: true },
      long,
    ]) {
      const came = returned(JSON.stringify(value));
      const arrival = arrivalWith({ settings: { binaryMediaTypes: ["*/*"] } });
      const before = performance.now();
      gateways[kind].respond(came, arrival);
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });
});
