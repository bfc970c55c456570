import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { eventDifferences } from "./differences";

const behind = (gateway: string) => eventDifferences(parseSubmission({ v: 1, gateway }));
const of = (gateway: string, member: string) =>
  behind(gateway).find((difference) => difference.member === member)?.forms;

test("a query that is not there is null, absent or an empty object", () => {
  expect(of("rest", "queryStringParameters")).toEqual([
    { form: "null", gateways: ["rest", "http1"] },
    { form: undefined, gateways: ["http2", "url"] },
    { form: "{}", gateways: ["alb"] },
  ]);
});

test("the chosen gateway's own form comes first", () => {
  expect(of("http2", "httpMethod")?.[0]).toEqual({ form: undefined, gateways: ["http2", "url"] });
  expect(of("http2", "requestContext.http.method")?.[0]?.form).toBe('"GET"');
});

test("a header's name is cased as the gateway cases it", () => {
  const submission = parseSubmission({ v: 1, request: { headers: [["X-Api-Version", "2"]] } });
  const headers = eventDifferences(submission).find(({ member }) => member === "headers");
  expect(headers?.forms.map(({ form }) => form)).toEqual([
    "{ X-Api-Version }",
    "{ x-api-version }",
  ]);
});

test("an event that templates make is not compared", () => {
  expect(behind("rest-custom")).toEqual([]);
});
