import { expect, test } from "./harness/test";
import { Why502 } from "./why502";

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

test("what a module of the user's own answers comes whether or not the code awaits it", async ({
  judge,
}) => {
  const value = { answers: "value", value: { statusCode: 201, body: "made" } };
  const error = { answers: "error", error: { name: "RangeError", message: "too far" } };
  for (const call of ["reply(7)", "await reply(7)"]) {
    const text = `const { reply } = require("./reply");\nexports.handler = async () => {\n  try {\n    const made = ${call};\n    return { ...made, body: made.body.toUpperCase() };\n  } catch (error) {\n    return { statusCode: 400, body: error.name };\n  }\n};`;
    const files = [{ path: "index.js", text }];
    const made = await judge({ files, stubs: { "./reply": value } });
    expect(made.responses.rest).toMatchObject({ status: 201, body: "MADE" });
    expect(made.reading.stubbed).toEqual(["./reply"]);
    const failed = await judge({ files, stubs: { "./reply": error } });
    expect(failed.responses.rest).toMatchObject({ status: 400, body: "RangeError" });
  }
});

test("version 2 of the AWS SDK stands in where the runtime or the submission brings it along", async ({
  judge,
}) => {
  const text = `const AWS = require("aws-sdk");\nconst table = new AWS.DynamoDB.DocumentClient();\nexports.handler = async () => {\n  const { Item } = await table.get({ TableName: "orders", Key: { id: 7 } }).promise();\n  return { statusCode: 200, body: JSON.stringify(Item) };\n};`;
  const files = [{ path: "index.js", text }];
  expect((await judge({ files })).findings[0]?.cause).toBe("aws-sdk-v2-missing");
  expect((await judge({ files, runtime: "nodejs16.x" })).responses.rest?.status).toBe(200);
  const stub = { answers: "value", value: { Item: { id: 7 } } };
  const { responses, reading } = await judge({ files, stubs: { "aws-sdk": stub } });
  expect(responses.rest).toMatchObject({ status: 200, body: '{"id":7}' });
  expect(reading.stubbed).toEqual(["aws-sdk"]);
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

const querying = `const { Client } = require("pg");

exports.handler = async () => {
  const client = new Client();
  await client.connect();
  const { rows } = await client.query("SELECT total FROM orders WHERE id = $1", [7]);
  await client.end();
  return { statusCode: 200, body: JSON.stringify(rows) };
};
`;

test("the page lists what stood in, with each call, and lets the user say what it answers", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.judge({ files: [{ path: "index.js", text: querying }] });
  const standIns = page.getByRole("region", { name: "Stand-ins" });
  const row = standIns.getByText("pg", { exact: true });
  await expect(standIns).toContainText("answers as usual");
  await row.click();
  await expect(standIns).toContainText(
    "Client.query(SELECT total FROM orders WHERE id = $1, [ 7 ])",
  );

  const answer = standIns.getByRole("combobox", { name: "What pg answers" });
  await answer.selectOption("This value");
  const value = standIns.getByRole("textbox", { name: "Value, as JSON" });
  await value.fill("{ rows: [] }");
  await value.blur();
  await expect(standIns.getByRole("alert")).toContainText("line 1, column 3");
  await value.fill('{ "rows": [{ "total": 42 }] }');
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(why502.response).toContainText('[{"total":42}]');
  await expect(standIns.getByRole("alert")).toBeHidden();
  await expect(standIns).toContainText("answers your value");
  await why502.isState("done");
  expect((await why502.downloadReport()).submission.stubs).toEqual({
    pg: { answers: "value", value: { rows: [{ total: 42 }] } },
  });

  await answer.selectOption("never");
  await expect(standIns).toContainText("1 call never answered");
  await expect(standIns).toContainText("Client.connect()");
  await why502.isState("done");
  expect((await why502.downloadReport()).findings[0]?.cause).toBe("vpc-network-timeout");

  await standIns.getByRole("button", { name: "Take back what pg answers" }).click();
  await expect(standIns).toContainText("answers as usual");
  await why502.isState("done");
  expect((await why502.downloadReport()).submission.stubs).toBeUndefined();
});

test("an error that the user names reaches the handler's catch", async ({ page }) => {
  const text = `import { DynamoDBClient, GetItemCommand, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient({});
export const handler = async () => {
  try {
    await client.send(new GetItemCommand({ TableName: "orders", Key: { id: { S: "7" } } }));
    return { statusCode: 200, body: "found" };
  } catch (error) {
    const known = error instanceof ResourceNotFoundException;
    return { statusCode: known ? 404 : 500, body: error.name + ": " + error.message };
  }
};
`;
  const why502 = new Why502(page);
  await why502.judge({ files: [{ path: "index.mjs", text }] });
  const standIns = page.getByRole("region", { name: "Stand-ins" });
  await standIns.getByText("@aws-sdk/client-dynamodb", { exact: true }).click();
  await standIns.getByRole("combobox").selectOption("An error");
  await standIns
    .getByRole("textbox", { name: "Name of the error" })
    .fill("ResourceNotFoundException");
  await standIns.getByRole("textbox", { name: "Its message" }).fill("no such table");
  await standIns.getByRole("textbox", { name: "Its message" }).press("Enter");
  await expect(why502.response).toContainText("ResourceNotFoundException: no such table");
  await expect(why502.response).toContainText("404");
});

test("a module that is not here is stood in for with one click", async ({ page }) => {
  const node = (specifier: string) =>
    `const { note } = require("${specifier}");\nexports.handler = async () => { await note("seen"); return { statusCode: 200, body: "noted" }; };\n`;
  const submissions = [
    { files: [{ path: "index.js", text: node("@acme/audit") }] },
    { files: [{ path: "index.js", text: node("./lib/audit") }] },
    {
      language: "python",
      files: [
        {
          path: "lambda_function.py",
          text: 'import acme_audit\n\n\ndef lambda_handler(event, context):\n    acme_audit.note("seen")\n    return {"statusCode": 200, "body": "noted"}\n',
        },
      ],
    },
  ];
  const why502 = new Why502(page);
  for (const submission of submissions) {
    await why502.judge(submission);
    await expect(page.getByRole("region", { name: "Stand-ins" })).toBeHidden();
    await why502.diagnosis.getByRole("button", { name: /^It is in my package/ }).click();
    await expect(why502.response).toContainText("noted");
    await expect(page.getByRole("region", { name: "Stand-ins" })).toContainText("1 call");
  }
});
