import { describe, expect, test } from "vitest";
import { gateways } from "./index";
import { arrivalWith } from "./test-arrivals";

const { context } = arrivalWith();
const root = `Root=${context.traceId}`;
const { requestId, extendedRequestId, lambdaRequestId, apiId, sourceIp } = context;
const apiHost = `${apiId}.execute-api.us-east-1.amazonaws.com`;
const newYear = "01/Jan/2026:00:00:00 +0000";
const epoch = Date.UTC(2026, 0, 1);

type Kind = keyof typeof gateways;

function eventOf(kind: Kind, request: object, settings: object = {}) {
  const text = gateways[kind].buildEvent(arrivalWith({ request, settings }));
  return { text, event: JSON.parse(text) };
}

const plain = { method: "GET", path: "/hello", headers: [["accept", "*/*"]] };

describe("the whole event, in its order", () => {
  test("REST: null for what is not there", () => {
    const headers = {
      accept: "*/*",
      Host: apiHost,
      "X-Amzn-Trace-Id": root,
      "X-Forwarded-For": sourceIp,
      "X-Forwarded-Port": "443",
      "X-Forwarded-Proto": "https",
    };
    const identity = {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp,
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: null,
      user: null,
    };
    const multiValueHeaders = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    expect(eventOf("rest", plain).text).toBe(
      JSON.stringify({
        resource: "/hello",
        path: "/hello",
        httpMethod: "GET",
        headers,
        multiValueHeaders,
        queryStringParameters: null,
        multiValueQueryStringParameters: null,
        pathParameters: null,
        stageVariables: null,
        requestContext: {
          resourceId: "abc123",
          resourcePath: "/hello",
          httpMethod: "GET",
          extendedRequestId,
          requestTime: newYear,
          path: "/prod/hello",
          accountId: "123456789012",
          protocol: "HTTP/1.1",
          stage: "prod",
          domainPrefix: apiId,
          requestTimeEpoch: epoch,
          requestId,
          identity,
          domainName: apiHost,
          deploymentId: "d1e2f3",
          apiId,
        },
        body: null,
        isBase64Encoded: false,
      }),
    );
  });

  test("HTTP API 2.0: left out what is not there", () => {
    expect(eventOf("http2", plain).text).toBe(
      JSON.stringify({
        version: "2.0",
        routeKey: "GET /hello",
        rawPath: "/hello",
        rawQueryString: "",
        headers: {
          accept: "*/*",
          "content-length": "0",
          host: apiHost,
          "x-amzn-trace-id": root,
          "x-forwarded-for": sourceIp,
          "x-forwarded-port": "443",
          "x-forwarded-proto": "https",
        },
        requestContext: {
          accountId: "123456789012",
          apiId,
          domainName: apiHost,
          domainPrefix: apiId,
          http: { method: "GET", path: "/hello", protocol: "HTTP/1.1", sourceIp, userAgent: "" },
          requestId: extendedRequestId,
          routeKey: "GET /hello",
          stage: "$default",
          time: newYear,
          timeEpoch: epoch,
        },
        isBase64Encoded: false,
      }),
    );
  });

  test("HTTP API 1.0: REST's event with a version and title-cased names", () => {
    const { event } = eventOf("http1", plain);
    expect(Object.keys(event)).toEqual([
      "version",
      "resource",
      "path",
      "httpMethod",
      "headers",
      "multiValueHeaders",
      "queryStringParameters",
      "multiValueQueryStringParameters",
      "requestContext",
      "pathParameters",
      "stageVariables",
      "body",
      "isBase64Encoded",
    ]);
    expect(event).toMatchObject({
      version: "1.0",
      resource: "/hello",
      queryStringParameters: null,
      pathParameters: null,
      body: null,
      requestContext: {
        resourceId: "GET /hello",
        requestId: extendedRequestId,
        identity: { userAgent: "" },
        stage: "$default",
      },
    });
    expect(Object.keys(event.headers)).toEqual([
      "Accept",
      "Content-Length",
      "Host",
      "X-Amzn-Trace-Id",
      "X-Forwarded-For",
      "X-Forwarded-Port",
      "X-Forwarded-Proto",
    ]);
  });

  test("function URL: format 2.0 under $default, anonymous, with the TLS version", () => {
    const { event } = eventOf("url", plain);
    expect(event).toMatchObject({
      routeKey: "$default",
      requestContext: {
        accountId: "anonymous",
        requestId: lambdaRequestId,
        stage: "$default",
        domainPrefix: event.requestContext.apiId,
      },
    });
    expect(event.requestContext.domainName).toMatch(
      /^[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws$/,
    );
    expect(event.headers["x-amzn-trace-id"]).toMatch(/^Self=1-[\da-f]{8}-[\da-f]{24};Root=1-/);
    expect(Object.keys(event.headers)).toEqual([
      "x-amzn-tls-cipher-suite",
      "content-length",
      "x-amzn-tls-version",
      "x-amzn-trace-id",
      "x-forwarded-proto",
      "host",
      "x-forwarded-port",
      "accept",
      "x-forwarded-for",
    ]);
  });

  test("load balancer: {} for no query, an empty text for no body", () => {
    const { text } = eventOf("alb", plain);
    expect(text).toBe(
      JSON.stringify({
        requestContext: {
          elb: {
            targetGroupArn:
              "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/my-targets/0123456789abcdef",
          },
        },
        httpMethod: "GET",
        path: "/hello",
        queryStringParameters: {},
        headers: {
          accept: "*/*",
          host: "my-alb-1234567890.us-east-1.elb.amazonaws.com",
          "x-amzn-trace-id": root,
          "x-forwarded-for": sourceIp,
          "x-forwarded-port": "443",
          "x-forwarded-proto": "https",
        },
        body: "",
        isBase64Encoded: false,
      }),
    );
  });
});

describe("a repeated query", () => {
  const request = { ...plain, query: "tag=a%20b&tag=c+d&q=" };

  test.each(["rest", "http1"] as const)(
    "%s: decoded, the last in one map, all in the other",
    (kind) => {
      expect(eventOf(kind, request).event).toMatchObject({
        queryStringParameters: { tag: "c d", q: "" },
        multiValueQueryStringParameters: { tag: ["a b", "c d"], q: [""] },
      });
    },
  );

  test.each(["http2", "url"] as const)("%s: decoded, joined by a comma", (kind) => {
    expect(eventOf(kind, request).event).toMatchObject({
      rawQueryString: request.query,
      queryStringParameters: { tag: "a b,c d", q: "" },
    });
  });

  test("load balancer: not decoded, the last one or, with the attribute, all", () => {
    expect(eventOf("alb", request).event.queryStringParameters).toEqual({ tag: "c+d", q: "" });
    const { event } = eventOf("alb", request, { multiValueHeaders: true });
    expect(event.multiValueQueryStringParameters).toEqual({ tag: ["a%20b", "c+d"], q: [""] });
    expect(event.multiValueHeaders.accept).toEqual(["*/*"]);
    expect(event).not.toHaveProperty("headers");
    expect(event).not.toHaveProperty("queryStringParameters");
  });
});

describe("an encoded path with variables", () => {
  const request = { ...plain, path: "/orders/Summer%20Sale/items/7" };
  const settings = { resourcePath: "/orders/{name}/items/{id}" };

  test("REST: nothing is decoded", () => {
    expect(eventOf("rest", request, settings).event).toMatchObject({
      resource: "/orders/{name}/items/{id}",
      path: request.path,
      pathParameters: { name: "Summer%20Sale", id: "7" },
      requestContext: { path: `/prod${request.path}`, resourcePath: "/orders/{name}/items/{id}" },
    });
  });

  test("HTTP API 1.0: the path is not, variables and requestContext.path are", () => {
    expect(eventOf("http1", request, settings).event).toMatchObject({
      path: request.path,
      pathParameters: { name: "Summer Sale", id: "7" },
      requestContext: { path: "/orders/Summer Sale/items/7" },
    });
  });

  test("HTTP API 2.0: rawPath is decoded in spite of its name", () => {
    expect(eventOf("http2", request, settings).event).toMatchObject({
      routeKey: "GET /orders/{name}/items/{id}",
      rawPath: "/orders/Summer Sale/items/7",
      pathParameters: { name: "Summer Sale", id: "7" },
    });
  });

  test("function URL: rawPath is not, http.path is, and there are no variables", () => {
    const { event } = eventOf("url", request, settings);
    expect(event.rawPath).toBe(request.path);
    expect(event.requestContext.http.path).toBe("/orders/Summer Sale/items/7");
    expect(event).not.toHaveProperty("pathParameters");
  });

  test("a greedy variable takes the rest of the path", () => {
    const { event } = eventOf(
      "rest",
      { path: "/files/a/b.txt" },
      { resourcePath: "/files/{proxy+}" },
    );
    expect(event.pathParameters).toEqual({ proxy: "a/b.txt" });
  });
});

describe("stage and base path", () => {
  test("a named stage is in rawPath, not in REST's path", () => {
    expect(eventOf("http2", plain, { stage: "dev" }).event.rawPath).toBe("/dev/hello");
    expect(eventOf("rest", plain, { stage: "dev" }).event).toMatchObject({
      path: "/hello",
      requestContext: { stage: "dev", path: "/dev/hello" },
    });
  });

  test("a custom domain's base path is in path", () => {
    const { event } = eventOf("rest", plain, { basePath: "v1" });
    expect([event.path, event.requestContext.path]).toEqual(["/v1/hello", "/v1/hello"]);
  });

  test("REST: slashes doubled at the beginning are one in path", () => {
    const { event } = eventOf("rest", { ...plain, path: "//hello" });
    expect([event.path, event.requestContext.path]).toEqual(["/hello", "/prod//hello"]);
  });
});

describe("bodies", () => {
  const form = {
    method: "POST",
    headers: [["Content-Type", "application/x-www-form-urlencoded"]],
    body: "a=1&b=2",
  };
  const json = { method: "POST", headers: [["Content-Type", "application/json"]], body: '{"a":1}' };

  test("a form is text for REST, base64 everywhere else", () => {
    expect(eventOf("rest", form).event).toMatchObject({ body: "a=1&b=2", isBase64Encoded: false });
    for (const kind of ["http1", "http2", "url", "alb"] as const) {
      expect(eventOf(kind, form).event, kind).toMatchObject({
        body: btoa("a=1&b=2"),
        isBase64Encoded: true,
      });
    }
  });

  test.each(["rest", "http1", "http2", "url", "alb"] as const)("JSON is text for %s", (kind) => {
    expect(eventOf(kind, json).event).toMatchObject({ body: '{"a":1}', isBase64Encoded: false });
  });

  test("REST: a type among binaryMediaTypes arrives as base64", () => {
    const image = { method: "POST", headers: [["Content-Type", "image/png"]], body: "PNG" };
    const settings = { binaryMediaTypes: ["image/*"] };
    expect(eventOf("rest", image, settings).event).toMatchObject({
      body: "UE5H",
      isBase64Encoded: true,
    });
    expect(eventOf("rest", image).event).toMatchObject({ body: "PNG", isBase64Encoded: false });
  });

  test("content-length is there for HTTP APIs and function URLs, not for REST", () => {
    expect(eventOf("http2", json).event.headers["content-length"]).toBe("7");
    expect(eventOf("url", json).event.headers["content-length"]).toBe("7");
    expect(eventOf("rest", json).event.headers).not.toHaveProperty("Content-Length");
    expect(eventOf("url", { method: "HEAD" }).event.headers).not.toHaveProperty("content-length");
  });
});

describe("headers", () => {
  const request = {
    ...plain,
    headers: [
      ["X-Mixed-Case", "One"],
      ["Cookie", "a=1; b=2"],
      ["x-twice", "1"],
      ["x-twice", "2"],
      ["Connection", "close"],
      ["Content-Length", "0"],
      ["User-Agent", "probe/1"],
    ],
  };

  test("REST: the client's casing, the last of a repeated one, hop-by-hop ones dropped", () => {
    const { event } = eventOf("rest", request);
    expect(event.headers).toMatchObject({
      "X-Mixed-Case": "One",
      Cookie: "a=1; b=2",
      "x-twice": "2",
    });
    expect(event.multiValueHeaders["x-twice"]).toEqual(["1", "2"]);
    expect(event.headers).not.toHaveProperty("Connection");
    expect(event.requestContext.identity.userAgent).toBe("probe/1");
    expect(event).not.toHaveProperty("cookies");
  });

  test.each(["http2", "url"] as const)("%s: lower case, joined, cookies apart", (kind) => {
    const { event } = eventOf(kind, request);
    expect(event.headers).toMatchObject({ "x-mixed-case": "One", "x-twice": "1,2" });
    expect(event.headers).not.toHaveProperty("cookie");
    expect(event.cookies).toEqual(["a=1", "b=2"]);
    expect(event.requestContext.http.userAgent).toBe("probe/1");
  });

  test("HTTP API 1.0: title case", () => {
    const { event } = eventOf("http1", { ...plain, headers: [["x-mIxed-case", "One"]] });
    expect(event.headers["X-Mixed-Case"]).toBe("One");
  });

  test("a proxy's X-Forwarded-For is kept before the client's address", () => {
    const forwarded = { ...plain, headers: [["X-Forwarded-For", "198.51.100.1"]] };
    const { event } = eventOf("rest", forwarded);
    expect(event.headers["X-Forwarded-For"]).toBe(`198.51.100.1, ${sourceIp}`);
  });

  test("a header named __proto__ is a header like any other", () => {
    const { event } = eventOf("rest", { ...plain, headers: [["__proto__", "x"]] });
    expect(Object.getOwnPropertyDescriptor(event.headers, "__proto__")?.value).toBe("x");
  });
});
