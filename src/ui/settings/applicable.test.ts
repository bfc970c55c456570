import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { authorizerChoices, conditionMatters, settingMatters } from "./applicable";

const behind = (gateway: string, settings: object = {}) =>
  parseSubmission({ v: 1, gateway, settings });

test("a setting is shown only where it changes an answer", () => {
  expect(settingMatters("binaryMediaTypes", behind("rest"))).toBe(true);
  expect(settingMatters("binaryMediaTypes", behind("http2"))).toBe(false);
  expect(settingMatters("cors", behind("url"))).toBe(true);
  expect(settingMatters("cors", behind("rest"))).toBe(false);
  expect(settingMatters("functionTimeoutMs", behind("alb"))).toBe(true);
});

test("the log's format is shown for code whose run writes a log", () => {
  const python = parseSubmission({ v: 1, language: "python" });
  expect(settingMatters("logFormat", python)).toBe(true);
  expect(settingMatters("logFormat", parseSubmission({ v: 1, language: "go" }))).toBe(false);
  expect(settingMatters("logFormat", parseSubmission({ v: 1, kind: "log" }))).toBe(false);
});

test("a REST API whose integration is not a proxy has the non-proxy's settings", () => {
  expect(settingMatters("integrationResponses", behind("rest"))).toBe(false);
  expect(settingMatters("integrationResponses", behind("rest", { integrationType: "AWS" }))).toBe(
    true,
  );
});

test("a function URL leads to its own function, and knows no authorizer but IAM", () => {
  expect(conditionMatters("integrationTarget", behind("url"))).toBe(false);
  expect(authorizerChoices(behind("url"))).toEqual(["none", "denies"]);
});
