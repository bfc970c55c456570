import { expect, test } from "./harness/test";

const named = { answers: "default" };

test("what a submission names stands in for packages and files that are not here, in Node.js", async ({
  judge,
}) => {
  const texts: readonly (readonly [string, string, string])[] = [
    [
      "index.js",
      "@acme/audit",
      "const { note } = require('@acme/audit');\nexports.handler = async () => { await note('seen'); return { statusCode: 200, body: 'ok' }; };",
    ],
    [
      "index.js",
      "./lib/audit",
      "const { note } = require('./lib/audit');\nexports.handler = async () => { await note('seen'); return { statusCode: 200, body: 'ok' }; };",
    ],
    [
      "index.mjs",
      "@acme/audit",
      "import { note } from '@acme/audit';\nexport const handler = async () => { await note('seen'); return { statusCode: 200, body: 'ok' }; };",
    ],
    [
      "index.mjs",
      "./lib/audit.mjs",
      "import audit, { note } from './lib/audit.mjs';\naudit.on('done');\nexport const handler = async () => { await note('seen'); return { statusCode: 200, body: 'ok' }; };",
    ],
    [
      "index.mjs",
      "@acme/audit",
      "export const handler = async () => { const { note } = await import('@acme/audit'); await note('seen'); return { statusCode: 200, body: 'ok' }; };",
    ],
  ];
  for (const [path, module, text] of texts) {
    const files = [{ path, text }];
    const without = await judge({ files });
    if (!text.includes("await import")) {
      expect(without.findings[0]?.cause).toBe("import-module-error");
    }
    const { responses, reading, findings } = await judge({ files, stubs: { [module]: named } });
    expect(responses.rest?.status).toBe(200);
    expect(reading.stubbed).toEqual([module]);
    expect(findings.filter(({ role }) => role === "primary")).toEqual([]);
  }
});

test("what a submission names stands in for modules that are not here, in Python", async ({
  judge,
}) => {
  const handler = (imports: string) =>
    `${imports}\n\ndef lambda_handler(event, context):\n    note("seen")\n    return {"statusCode": 200, "body": "ok"}\n`;
  const beside = { path: "lib/replies.py", text: "def ok():\n    return {}\n" };
  const submission = (imports: string, stubs: object) => ({
    language: "python",
    files: [{ path: "lambda_function.py", text: handler(imports) }, beside],
    stubs,
  });
  const imports: readonly (readonly [string, string])[] = [
    ["acme_audit", "from acme_audit import note"],
    ["acme_audit.notes", "from acme_audit.notes import note"],
    ["lib.audit", "from lib import replies\nfrom lib.audit import note"],
  ];
  for (const [module, text] of imports) {
    expect((await judge(submission(text, {}))).findings[0]?.cause).toBe("import-module-error");
    const { responses, reading } = await judge(submission(text, { [module]: named }));
    expect(responses.rest?.status).toBe(200);
    expect(reading.stubbed).toEqual([module]);
  }
  const other = await judge(
    submission("from lib.audit import note\nimport lib.absent", { "lib.audit": named }),
  );
  expect(other.invocation.error?.errorMessage).toContain("No module named 'lib.absent'");
});
