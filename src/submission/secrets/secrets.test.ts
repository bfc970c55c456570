import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSubmission } from "../submission";
import { findSecrets, redactSubmission, redactText } from "./secrets";

test.each([
  ["arn:aws:lambda:us-east-1:718293641057:function:orders", "<arn>"],
  ["Account 718293641057 is over its limit", "Account <aws-account-id> is over its limit"],
  ["key AKIAIOSFODNN7EXAMPLQ used", "key <aws-access-key-id> used"],
  [
    "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab",
    "AWS_SECRET_ACCESS_KEY=<aws-secret-key>",
  ],
  ["Authorization: Bearer abc.def-123", "Authorization: Bearer <token>"],
  ["id_token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln and more", "id_token <token> and more"],
  [
    "X-Amz-Signature=fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024",
    "X-Amz-Signature=<signature>",
  ],
  ["postgres://shop:s3cr3t@db/orders", "postgres://shop:<password>@db/orders"],
  ["< set-cookie: sid=1f2e; Path=/", "< set-cookie: <cookie>"],
  ["mail to mina.lee@shop.dev now", "mail to <email> now"],
  ["from 54.12.7.201 port 80", "from <ip-address> port 80"],
  [
    "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod",
    "https://<api-id>.execute-api.eu-west-1.amazonaws.com/prod",
  ],
  ['{ "password": "hunter2!" }', '{ "password": "<password>" }'],
])("%s becomes %s", (text, redacted) => {
  expect(redactText(text)).toBe(redacted);
});

test.each([
  "RequestId: 5f1c2c1e-8a5e-4a8f-9a5b-0c1d2e3f4a5b",
  "a date of 1735689600000 ms, version 1.2.3.4567",
  "curl http://127.0.0.1:3000 from user@example.com, account 123456789012",
  "const apiKey = process.env.API_KEY;",
])("%s names nobody and stays", (text) => {
  expect(redactText(text)).toBe(text);
});

test("headers and variables that are secret by name are hidden whatever they hold", () => {
  const redacted = redactSubmission(
    parseSubmission({
      v: 1,
      request: {
        headers: [
          ["Authorization", "custom 1"],
          ["Accept", "*/*"],
        ],
      },
      settings: { environment: { DB_PASSWORD: "x", TABLE: "orders" } },
    }),
  );
  expect(redacted.request.headers).toEqual([
    ["Authorization", "<token>"],
    ["Accept", "*/*"],
  ]);
  expect(redacted.settings.environment).toEqual({ DB_PASSWORD: "<password>", TABLE: "orders" });
});

test("what is redacted once is found no more", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = redactText(`${text} Bearer abcdef123 a@b.dev ${text}`);
      expect(findSecrets(once).filter(({ kind }) => kind === "token" || kind === "email")).toEqual(
        [],
      );
    }),
    { numRuns: 200 },
  );
});

test("a megabyte of log takes well under a second", () => {
  const line =
    '2026-01-01T00:00:00Z INFO {"user":"mina@shop.dev","ip":"54.1.2.3","token":"none"}\n';
  const started = performance.now();
  expect(findSecrets(line.repeat(12_000)).length).toBe(24_000);
  expect(performance.now() - started).toBeLessThan(700);
});
