import fc from "fast-check";
import { expect, test } from "vitest";
import { secretKinds } from "./secret-patterns";
import { findSecrets } from "./secrets";
import { standInFor } from "./stand-ins";

function found(text: string): string[] {
  return findSecrets(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

const opaque = "q7Zp1vX94kLm2RtY8sWb";
const signature = "fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024";
const jwt =
  "eyJraWQiOiJhYmMifQ.eyJzdWIiOiI0ZjFiMjMtODg3MSIsImVtYWlsIjoibWluYSJ9.x9Kd02mfLq81-ZpTa7Yv3cRw55";

test.each([
  ["arn:aws:lambda:us-east-1:718293641057:function:orders", "aws-account-id: 718293641057"],
  ['{"accountId": "718293641057"}', "aws-account-id: 718293641057"],
  ["Account 718293641057 is over its limit", "aws-account-id: 718293641057"],
  ["718293641057.dkr.ecr.eu-west-1.amazonaws.com/api", "aws-account-id: 718293641057"],
  ["key AKIAV7WQJ2KXM4TN5RPQ used", "aws-access-key-id: AKIAV7WQJ2KXM4TN5RPQ"],
  [
    "AWS_SECRET_ACCESS_KEY=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",
    "aws-secret-key: kP3v9QwZ81mXr/7TbYc2LsN5uJ0dHaF6+EgRiOtV",
  ],
  [`Authorization: Bearer ${opaque}`, `token: ${opaque}`],
  [`"x-api-key": "${opaque}"`, `token: ${opaque}`],
  [`{\\"access_token\\":\\"${opaque}\\"}`, `token: ${opaque}`],
  [`id_token ${jwt} and more`, `token: ${jwt}`],
  ["Authorization: Basic bWluYTpSZDkhcXE3MQ==", "password: bWluYTpSZDkhcXE3MQ=="],
  [`&X-Amz-Signature=${signature}`, `signature: ${signature}`],
  ["postgres://shop:s3cr3t-9@db/orders", "password: s3cr3t-9"],
  ['{ "password": "hunter2!" }', "password: hunter2!"],
  ["DB_PASSWORD=hunter2!", "password: hunter2!"],
  [`< set-cookie: sid=${opaque}; Path=/; Expires=Wed, 21 Oct 2026`, `cookie: ${opaque}`],
  [
    `{Cookie=sid=${opaque}; theme=dark, X-Amz-Cf-Id=Hq7Zp1vX94kLm2RtY8sWb==, X-Amzn-Trace-Id=Root=1-5e1b4151-5ac6c58dc39a1c4f2ebbf9fe}`,
    `cookie: ${opaque}`,
  ],
  [`"cookies": ["theme=dark", "sid=${opaque}"]`, `cookie: ${opaque}`],
  ["mail to mina.lee@shop.dev now", "email: mina.lee@shop.dev"],
  ["?to=mina.lee%40shop.dev", "email: mina.lee%40shop.dev"],
  ["from 54.12.7.201 port 80", "ip-address: 54.12.7.201"],
  ["[2600:1f18:24:b900::7a] refused", "ip-address: 2600:1f18:24:b900::7a"],
])("%s gives away %s", (text, secret) => {
  expect(found(text)).toEqual([secret]);
});

test.each([
  "RequestId: 5f1c2c1e-8a5e-4a8f-9a5b-0c1d2e3f4a5b",
  "a date of 1735689600000 ms, order 202611220001, version 1.2.3.4567",
  "curl http://127.0.0.1:3000 from user@example.com, account 123456789012",
  "arn:aws:lambda:us-east-1:111122223333:function:orders",
  'sourceIp: "10.0.3.7", x-forwarded-for: 192.168.100.1, 203.0.113.9, 172.31.4.2, 169.254.0.1',
  "Mozilla/5.0 AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36, version 54.12.7.1",
  "const apiKey = process.env.API_KEY_FOR_STAGE_2;",
  "const token = await createToken2For3User4(event);",
  'headers: { Authorization: "Bearer <token>", "Set-Cookie": "theme=dark; Path=/" }',
  'import { a } from "lodash@4.17.21"; const image = "logo@2x.png"; git@github.com:a/b.git',
  "password: string; // at least 8\nconst password = body.password",
  'Authorization: Bearer abc123, "x-api-key": "your-api-key-1234567"',
  "AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  "mysql://user:password@localhost:3306/db",
  "X-Amzn-Trace-Id: Root=1-5e1b4151-5ac6c58dc39a1c4f2ebbf9fe;Parent=53995c3f42cd8ad8;Sampled=1",
])("%s is nobody's", (text) => {
  expect(found(text)).toEqual([]);
});

test("a private key keeps its frame", () => {
  const line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
  const text = `-----BEGIN PRIVATE KEY-----\n${line}\n-----END PRIVATE KEY-----`;
  expect(found(text)).toEqual([`private-key: \n${line}\n`]);
  expect(standInFor("private-key", `\n${line}\n`, 1)).toBe(`\n${"A".repeat(line.length)}\n`);
});

test("a stand-in is nobody's", () => {
  const secrets = {
    "private-key": "\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJ\n",
    "aws-access-key-id": "AKIAV7WQJ2KXM4TN5RPQ",
    "aws-secret-key": "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",
    token: jwt,
    signature,
    password: "hunter2!",
    cookie: opaque,
    "aws-account-id": "718293641057",
    email: "mina.lee@shop.dev",
    "ip-address": "54.12.7.201",
  };
  const inItsPlace = {
    "private-key": (text: string) => `-----BEGIN PRIVATE KEY-----${text}-----END PRIVATE KEY-----`,
    "aws-access-key-id": (text: string) => `AWS_ACCESS_KEY_ID=${text}`,
    "aws-secret-key": (text: string) => `AWS_SECRET_ACCESS_KEY=${text}`,
    token: (text: string) => `Bearer ${text} "token": "${text}"`,
    signature: (text: string) => `X-Amz-Signature=${text}`,
    password: (text: string) => `"password": "${text}" Basic ${text}`,
    cookie: (text: string) => `cookie: sid=${text}; id=${text}`,
    "aws-account-id": (text: string) => `arn:aws:sqs:eu-west-1:${text}:orders, account ${text}`,
    email: (text: string) => `from ${text} to ${text}`,
    "ip-address": (text: string) => `"${text}", ${text}`,
  };
  for (const kind of secretKinds) {
    for (const number of [1, 2, 9, 10, 400]) {
      expect(found(inItsPlace[kind](standInFor(kind, secrets[kind], number)))).toEqual([]);
    }
  }
});

test.each([
  ["token", "sk_live_9aZ81kQ0pLm7Yt3Rw2", "sk_live_REDACTEDAAAAAAAAAA"],
  ["token", "5f1c2c1e-8a5e-4a8f-9a5b-0c1d2e3f4a5b", "00000000-0000-0000-0000-000000000001"],
  ["cookie", "q7Zp1vX94kLm2RtY8sWb", "REDACTEDAAAAAAAAAAAA"],
  ["email", "mina.lee.kim.park@shop.dev", "redactedaaaaaa@example.com"],
  ["ip-address", "54.12.7.201", "192.0.2.1"],
  ["aws-access-key-id", "ASIAV7WQJ2KXM4TN5RPQ", "ASIAIOSFODNN7EXAMPLE"],
] as const)("a stand-in has its secret's shape: %s %s becomes %s", (kind, text, standIn) => {
  expect(standInFor(kind, text, 1)).toBe(standIn);
});

test("a token's stand-in still has a header and a payload to read", () => {
  const [header, payload] = standInFor("token", jwt, 1).split(".");
  expect(JSON.parse(atob(header ?? ""))).toEqual({ kid: "abc" });
  expect(JSON.parse(atob(payload ?? ""))).toEqual({ sub: "redacted" });
});

test("no text makes the search fail, and what it finds lies in the text, in order, apart", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let end = 0;
      for (const secret of findSecrets(`${text} a.b@shop.dev ${text}@shop.dev://:${text}@`)) {
        expect(secret.start).toBeGreaterThanOrEqual(end);
        end = secret.end;
      }
    }),
    { numRuns: 60 },
  );
});

test("time grows with the text, also with one that is made to look like the beginning of secrets", () => {
  for (const part of [
    '2026-01-01T00:00:00Z INFO {"user":"mina@shop.dev","ip":"54.1.2.3","token":"none"}\n',
    "cookie: a=b; ",
    "-----BEGIN PRIVATE KEY-----",
    "a.a@a.a.",
    "token=eyJa.",
    "1.1.1.",
    "2600:",
  ]) {
    const { system, user } = process.cpuUsage();
    findSecrets(part.repeat(Math.ceil(400_000 / part.length)));
    const spent = process.cpuUsage({ system, user });
    expect((spent.user + spent.system) / 1000, part).toBeLessThan(2000);
  }
});
