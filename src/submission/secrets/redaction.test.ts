import { expect, test } from "vitest";
import { parseSubmission, writeSubmission } from "../submission";
import { findSecretsOf, redactionOf, redactStrings } from "./redaction";

const token = "q7Zp1vX94kLm2RtY8sWb";

const submission = parseSubmission({
  v: 1,
  files: [
    {
      path: "index.js",
      text: `const owner = "mina.lee.kim@shop.dev";\nconst role = "arn:aws:iam::718293641057:role/orders";\n`,
    },
  ],
  request: {
    query: "from=54.12.7.201",
    headers: [
      ["Authorization", `Bearer ${token}`],
      ["accept", "*/*"],
    ],
    body: `{"email":"mina.lee.kim@shop.dev"}`,
  },
  settings: { environment: { DB_PASSWORD: "hunter2!", TABLE: "orders" } },
});

test("each secret is told once, with all its places", () => {
  const found = findSecretsOf(submission).map(({ kind, text, standIn, places }) => [
    kind,
    text,
    standIn,
    places.map((place) => `${place.in} ${place.name} ${place.line}`),
  ]);
  expect(found).toEqual([
    [
      "email",
      "mina.lee.kim@shop.dev",
      "redacteda@example.com",
      ["file index.js 1", "request body 1"],
    ],
    ["aws-account-id", "718293641057", "123456789012", ["file index.js 2"]],
    ["token", token, "REDACTEDAAAAAAAAAAAA", ["header Authorization 1"]],
    ["ip-address", "54.12.7.201", "192.0.2.1", ["request query 1"]],
    ["password", "hunter2!", "redacted", ["environment DB_PASSWORD 1"]],
  ]);
});

test("what surrounds a secret is told, so that it is recognised", () => {
  const [place] =
    findSecretsOf(submission).find(({ kind }) => kind === "aws-account-id")?.places ?? [];
  expect(place).toMatchObject({ before: 'st role = "arn:aws:iam::', after: ':role/orders";' });
});

test("a redacted submission has the same shape and nothing left to redact", () => {
  const redact = redactionOf(findSecretsOf(submission));
  const redacted = parseSubmission(redactStrings(writeSubmission(submission), redact));
  expect(findSecretsOf(redacted)).toEqual([]);
  expect(redacted.files[0]?.text).toBe(
    'const owner = "redacteda@example.com";\nconst role = "arn:aws:iam::123456789012:role/orders";\n',
  );
  expect(redacted.request.headers).toEqual([
    ["Authorization", "Bearer REDACTEDAAAAAAAAAAAA"],
    ["accept", "*/*"],
  ]);
  expect(redacted.settings.environment).toEqual({ DB_PASSWORD: "redacted", TABLE: "orders" });
});

test("what the user keeps stays", () => {
  const kept = findSecretsOf(submission).filter(({ kind }) => kind !== "email");
  expect(redactionOf(kept)("mina.lee.kim@shop.dev at 54.12.7.201")).toBe(
    "mina.lee.kim@shop.dev at 192.0.2.1",
  );
});

test("secrets inside of base64 are found, and the base64 stays base64", () => {
  const body = btoa('{"statusCode":200,"body":"{\\"email\\":\\"mina.lee.kim@shop.dev\\"}"}');
  const pasted = parseSubmission({ v: 1, kind: "output", text: `{"body":"${body}"}` });
  const redact = redactionOf(findSecretsOf(pasted));
  const { body: redacted } = JSON.parse(redact(pasted.text));
  expect(JSON.parse(JSON.parse(atob(redacted)).body)).toEqual({ email: "redacteda@example.com" });
});

test("a secret is not taken out of the middle of a longer word", () => {
  const redact = redactionOf([{ text: "54.12.7.20", standIn: "192.0.2.1" }]);
  expect(redact("54.12.7.201 54.12.7.20 \\n54.12.7.20 %2054.12.7.20")).toBe(
    "54.12.7.201 192.0.2.1 \\n192.0.2.1 %20192.0.2.1",
  );
});

test("thousands of secrets in a long log are redacted in time that grows with the log", () => {
  const lines = Array.from({ length: 8_000 }, (_, at) => `user${at}.lee@shop.dev from 54.1.2.3 ok`);
  const log = parseSubmission({ v: 1, kind: "log", text: lines.join("\n") });
  const { system, user } = process.cpuUsage();
  const redact = redactionOf(findSecretsOf(log));
  expect(redact(log.text)).not.toContain("shop.dev");
  const spent = process.cpuUsage({ system, user });
  expect((spent.user + spent.system) / 1000).toBeLessThan(3000);
});
