import { describe, expect, test } from "vitest";
import { readEvent } from "./logged-event";

describe("the event that a log shows", () => {
  test("of a REST API: the request as the client sent it, the stage and the route", () => {
    const event = {
      resource: "/users/{id}",
      path: "/users/7",
      httpMethod: "POST",
      headers: { "Content-Type": "application/json" },
      multiValueHeaders: { "Content-Type": ["application/json"], "X-Tag": ["a", "b"] },
      multiValueQueryStringParameters: { q: ["x y", "z"] },
      stageVariables: { mode: "test" },
      requestContext: { stage: "dev", resourcePath: "/users/{id}" },
      body: '{"a":1}',
      isBase64Encoded: false,
    };
    expect(readEvent(JSON.stringify(event))).toEqual({
      gateways: ["rest"],
      request: {
        method: "POST",
        path: "/users/7",
        query: "q=x+y&q=z",
        headers: [
          ["Content-Type", "application/json"],
          ["X-Tag", "a"],
          ["X-Tag", "b"],
        ],
        body: '{"a":1}',
      },
      settings: { stage: "dev", resourcePath: "/users/{id}", stageVariables: { mode: "test" } },
      isBase64Encoded: false,
      contentType: "application/json",
    });
  });

  test("of payload format 2.0: the stage off the path, cookies back in their header, the body decoded", () => {
    const event = {
      version: "2.0",
      rawPath: "/dev/form",
      rawQueryString: "a=1",
      cookies: ["a=1", "b=2"],
      headers: { "content-type": "application/x-www-form-urlencoded" },
      requestContext: { stage: "dev", domainName: "x.execute-api.y", http: { method: "POST" } },
      body: "Zm9vPWLDpHI=",
      isBase64Encoded: true,
    };
    const read = readEvent(JSON.stringify(event));
    expect(read?.gateways).toEqual(["http2"]);
    expect(read?.request).toEqual({
      method: "POST",
      path: "/form",
      query: "a=1",
      headers: [
        ["content-type", "application/x-www-form-urlencoded"],
        ["cookie", "a=1; b=2"],
      ],
      body: "foo=bär",
    });
  });

  test.each([
    [{ version: "2.0", requestContext: { domainName: "a.lambda-url.b.on.aws" } }, "url"],
    [{ version: "1.0", requestContext: {} }, "http1"],
    [{ requestContext: { elb: {} }, httpMethod: "GET" }, "alb"],
  ])("tells the gateway: %j", (event, gateway) => {
    expect(readEvent(JSON.stringify(event))?.gateways).toEqual([gateway]);
  });

  test("cut by the log: what is there", () => {
    const cut =
      '{"resource":"/a","path":"/a","httpMethod":"GET","headers":{"Accept":"*/*"},"requestCont';
    expect(readEvent(cut)?.request).toEqual({
      method: "GET",
      path: "/a",
      headers: [["Accept", "*/*"]],
    });
  });

  test.each(['{"key1":"value1"}', "{}", "null", "[Binary Data]", ""])(
    "what is no gateway's event tells nothing: %s",
    (text) => {
      expect(readEvent(text)).toBeUndefined();
    },
  );
});
