import { describe, expect, test } from "vitest";
import { arrivalWith, failed, returned } from "../test-arrivals";
import { buildEvent } from "./event";
import { respond } from "./respond";

type Given = Parameters<typeof arrivalWith>[0];

function answerTo(payload: unknown, settings: object = {}, given: Given = {}) {
  return respond(returned(payload), arrivalWith({ ...given, settings }));
}

describe("the event", () => {
  const post = (body: string, type = "application/json") => ({
    method: "POST",
    headers: [["Content-Type", type]],
    body,
  });

  test("is the request's body, {} for none", () => {
    expect(buildEvent(arrivalWith({ request: post('{"a": 1}') }))).toBe('{"a": 1}');
    expect(buildEvent(arrivalWith())).toBe("{}");
  });

  test("is the template's output for the request's Content-Type", () => {
    const requestTemplates = {
      "application/json":
        '{ "who": "$input.params(\'id\')", "body": $input.json(\'$.user\'), "stage": "$context.stage", "v": "$stageVariables.v" }',
    };
    const settings = { requestTemplates, resourcePath: "/users/{id}", stageVariables: { v: "2" } };
    const request = { ...post('{"user":{"name":"Kim"}}'), path: "/users/7" };
    expect(JSON.parse(buildEvent(arrivalWith({ request, settings })))).toEqual({
      who: "7",
      body: { name: "Kim" },
      stage: "prod",
      v: "2",
    });
  });

  test("of a form made with the usual template keeps its quotes apart", () => {
    const requestTemplates = {
      "application/x-www-form-urlencoded": '{"raw": "$util.escapeJavaScript($input.body)"}',
    };
    const request = post('a="1"', "application/x-www-form-urlencoded; charset=UTF-8");
    const event = buildEvent(arrivalWith({ request, settings: { requestTemplates } }));
    expect(JSON.parse(event)).toEqual({ raw: 'a="1"' });
  });

  test.each([
    ["NEVER", {}, 415],
    ["WHEN_NO_TEMPLATES", { "application/json": "{}" }, 415],
    ["WHEN_NO_TEMPLATES", {}, 200],
    ["WHEN_NO_MATCH", { "application/json": "{}" }, 200],
  ])(
    "with %s and templates %o for a text is %i",
    (passthroughBehavior, requestTemplates, status) => {
      const request = post('"x"', "text/plain");
      const response = answerTo("{}", { passthroughBehavior, requestTemplates }, { request });
      expect(response.status).toBe(status);
    },
  );

  test("that is not JSON is refused by Lambda, and the client gets a 200", () => {
    const response = answerTo("{}", {}, { request: post("a=1") });
    expect(response).toMatchObject({ status: 200 });
    expect(response.body).toContain("Could not parse request body into json");
    expect(response.facts[0]).toBe("rest-custom.event-not-json");
  });

  test("cannot be made by a template that fails", () => {
    const response = answerTo("{}", { requestTemplates: { "application/json": "#if(" } });
    expect(response).toMatchObject({ status: 500, verdict: "misconfigured" });
    expect(response.log).toContain(
      "Execution failed due to configuration error: Unable to transform request",
    );
  });
});

describe("the response", () => {
  test("is the payload, statusCode and headers among it", () => {
    const payload = { statusCode: 404, headers: { a: "b" }, body: "x" };
    const response = answerTo(payload);
    expect(response).toMatchObject({ status: 200, body: JSON.stringify(payload) });
    expect(response.objections.map(({ path }) => path)).toEqual(["$.statusCode", "$.headers"]);
  });

  test("keeps a string's quotes", () => {
    expect(answerTo('"Pass"').body).toBe('"Pass"');
  });

  test("is mapped by a template, which may override status and headers", () => {
    const integrationResponses = [
      {
        statusCode: "200",
        responseTemplates: {
          "application/json":
            "#set($in = $input.path('$'))\n#set($context.responseOverride.status = $in.statusCode)\n#set($context.responseOverride.header.X-Id = 'i7')\n$in.body",
        },
        responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'*'" },
      },
    ];
    const response = answerTo({ statusCode: 404, body: "gone" }, { integrationResponses });
    expect(response).toMatchObject({ status: 404, body: "gone" });
    expect(response.headers.slice(6, 8)).toEqual([
      ["Access-Control-Allow-Origin", "*"],
      ["X-Id", "i7"],
    ]);
    expect(response.facts[0]).toBe("rest-custom.proxy-response-as-body");
  });

  test("ignores an override that is no status", () => {
    const responseTemplates = {
      "application/json": "#set($context.responseOverride.status = 700)x",
    };
    const integrationResponses = [{ statusCode: "200", responseTemplates }];
    expect(answerTo("{}", { integrationResponses }).status).toBe(200);
  });

  test("takes header values from the payload", () => {
    const integrationResponses = [
      {
        statusCode: "200",
        responseParameters: {
          "method.response.header.Location": "integration.response.body.location",
          "method.response.header.X-Request": "context.requestId",
        },
      },
    ];
    const { headers } = answerTo({ location: "/x" }, { integrationResponses });
    expect(headers).toContainEqual(["Location", "/x"]);
    expect(headers).toContainEqual(["X-Request", arrivalWith().context.requestId]);
  });

  test("is decoded with CONVERT_TO_BINARY", () => {
    const integrationResponses = [{ statusCode: "200", contentHandling: "CONVERT_TO_BINARY" }];
    expect(answerTo('"iVBORw=="', { integrationResponses }).bodyBase64).toBe("iVBORw==");
    expect(answerTo('{"a":1}', { integrationResponses })).toMatchObject({ status: 500 });
  });
});

describe("a function error", () => {
  const integrationResponses = [
    { statusCode: "200", selectionPattern: "" },
    { statusCode: "404", selectionPattern: ".*NotFound.*" },
  ];
  const settings = { integrationResponses, methodResponses: ["200", "404"] };
  const answer = (message: string) => respond(failed(message), arrivalWith({ settings }));

  test("gets the status whose pattern matches its message", () => {
    const response = answer("NotFound: user 7");
    expect(response).toMatchObject({ status: 404, verdict: "function-error" });
    expect(JSON.parse(response.body).errorMessage).toBe("NotFound: user 7");
    expect(response.facts[0]).toBe("rest-custom.error-matched");
  });

  test("is a 200 when none does", () => {
    expect(answer("boom")).toMatchObject({ status: 200, verdict: "function-error" });
  });

  test("with a line break is not matched by dots", () => {
    const response = answer("NotFound:\nuser 7");
    expect(response.status).toBe(200);
    expect(response.facts).toContain("rest-custom.selection-newline");
  });
});

describe("settings that do not fit", () => {
  test("no integration response", () => {
    const response = answerTo("{}", { integrationResponses: [] });
    expect(response).toMatchObject({ status: 500, verdict: "misconfigured" });
    expect(response.log.at(-3)).toBe(
      "Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: 200",
    );
  });

  test("no method response for the chosen status", () => {
    const response = answerTo("{}", { integrationResponses: [{ statusCode: "201" }] });
    expect(response.log).toContain(
      "Execution failed due to configuration error: Output mapping refers to an invalid method response: 201",
    );
  });

  test.each([
    [{ throttled: true }, 500],
    [{ permission: "missing" }, 500],
    [{ route: "missing" }, 403],
  ])("%o is answered as for a proxy integration: %i", (conditions, status) => {
    expect(answerTo("{}", {}, { conditions }).status).toBe(status);
  });
});
