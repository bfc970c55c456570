import { expect, test } from "vitest";
import { redactionOf } from "../submission/secrets/redaction";
import { redactReport } from "./redacted";
import { reportSchema } from "./report";

const files = [
  {
    path: "index.js",
    text: 'const from = "54.1.2.3"; exports.handler = () => {};\nreturn 1;\n',
  },
];

const written = reportSchema.parse({
  v: 1,
  submission: { v: 1, files },
  reading: { language: "javascript", imports: [], stubbed: [] },
  invocation: {
    outcome: "returned",
    payload: '{"ip":"54.1.2.3"}',
    logs: ["54.1.2.3"],
    durationMs: 1,
  },
  responses: {},
  headline: "It answers 200",
  findings: [
    {
      cause: "body-not-string",
      role: "primary",
      evidence: [
        { in: "code", file: "index.js", line: 1, column: 26, endLine: 1, endColumn: 33 },
        { in: "code", file: "index.js", line: 2, column: 1, endLine: 2, endColumn: 7 },
        { in: "log", line: 1 },
      ],
      facts: [],
    },
  ],
});

test("a redacted report tells the same of the redacted texts, and points at the same code", () => {
  const redact = redactionOf([{ text: "54.1.2.3", standIn: "192.0.2.1" }]);
  const { invocation, findings, submission } = redactReport(written, files, redact);
  expect(invocation.payload).toBe('{"ip":"192.0.2.1"}');
  expect(invocation.logs).toEqual(["192.0.2.1"]);
  expect(JSON.stringify(submission)).not.toContain("54.1.2.3");
  expect(findings[0]?.evidence).toEqual([
    { in: "code", file: "index.js", line: 1, column: 27, endLine: 1, endColumn: 34 },
    { in: "code", file: "index.js", line: 2, column: 1, endLine: 2, endColumn: 7 },
    { in: "log", line: 1 },
  ]);
});
