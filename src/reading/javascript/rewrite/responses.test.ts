import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../../submission/submission";
import { readCode } from "../../code";
import { type Edit, editFiles } from "../../edit";
import { type Answer, answers } from "../answers";
import { addMember, removeMembers, renameMember, replaceMember } from "./members";
import { stringifyMember, unwrapStringify, wrapInResponse } from "./responses";

type Rewrite = (answer: Answer) => readonly Edit[] | undefined;

async function rewritten(text: string, rewrite: Rewrite): Promise<string | undefined> {
  const submission = parseSubmission({ v: 1, files: [{ path: "index.js", text }] });
  const [answer] = answers(await readCode(submission));
  const edits = answer && rewrite(answer);
  return edits && editFiles(submission, edits).files[0]?.text;
}

function ofMember(
  name: string,
  rewrite: (
    member: NonNullable<ReturnType<Answer["members"]["get"]>>,
  ) => readonly Edit[] | undefined,
): Rewrite {
  return ({ members }) => {
    const member = members.get(name);
    return member && rewrite(member);
  };
}

const handler = (answer: string) => `exports.handler = async () => (${answer});`;

test.each([
  ["{ x: 1, y: 2, a: 3 }", "{ a: 3 }"],
  ["{ a: 3, x: 1, y: 2 }", "{ a: 3 }"],
  ["{ x: 1, a: 3, y: 2 }", "{ a: 3 }"],
  ["{ x: 1, y: 2 }", "{}"],
])("of %s several members are taken out", async (before, after) => {
  const remove: Rewrite = ({ members }) => removeMembers([members.get("x"), members.get("y")]);
  expect(await rewritten(handler(before), remove)).toBe(handler(after));
});

test.each([
  ["{ cookies: list }", "{ multi: { a: list } }"],
  ["{ cookies }", "{ multi: { a: cookies } }"],
])("the member of %s gets another name and value", async (before, after) => {
  const replace = ofMember("cookies", (member) =>
    replaceMember(member, "multi", (source) => `{ a: ${source} }`),
  );
  expect(await rewritten(handler(before), replace)).toBe(handler(after));
});

describe("a member", () => {
  test.each([
    ["{ body: data }", "{ body: JSON.stringify(data) }"],
    ["{ body }", "{ body: JSON.stringify(body) }"],
    ["{ 'body': [1, 2] }", "{ 'body': JSON.stringify([1, 2]) }"],
  ])("%s is turned into JSON text", async (before, after) => {
    expect(await rewritten(handler(before), ofMember("body", stringifyMember))).toBe(
      handler(after),
    );
  });

  test("is turned into JSON text where a helper writes it", async () => {
    const helper = (body: string) =>
      `const reply = (data) => ({ statusCode: 200, body: ${body} });\nexports.handler = async () => reply(rows);`;
    expect(await rewritten(helper("data"), ofMember("body", stringifyMember))).toBe(
      helper("JSON.stringify(data)"),
    );
  });

  test.each([
    ["{ Body: x }", "{ body: x }"],
    ["{ 'Body': x }", "{ 'body': x }"],
    ["{ Body }", "{ body: Body }"],
  ])("%s gets another name", async (before, after) => {
    const rename = ofMember("Body", (member) => renameMember(member, "body"));
    expect(await rewritten(handler(before), rename)).toBe(handler(after));
  });

  test("that an assignment writes gets another name", async () => {
    const text = "exports.handler = async () => { const r = {}; r.Body = 1; return r; };";
    const rename = ofMember("Body", (member) => renameMember(member, "body"));
    expect(await rewritten(text, rename)).toBe(text.replace("r.Body", "r.body"));
  });

  test.each([
    ["{ a: 1, x: 2 }", "{ a: 1 }"],
    ["{ x: 2, a: 1 }", "{ a: 1 }"],
    ["{ x: 2 }", "{}"],
    ["{\n  a: 1,\n  x: 2,\n}", "{\n  a: 1,\n}"],
  ])("%s is taken out", async (before, after) => {
    expect(
      await rewritten(
        handler(before),
        ofMember("x", (member) => removeMembers([member])),
      ),
    ).toBe(handler(after));
  });

  test.each([
    ["{ a: 1 }", "{ a: 1, b: 2 }"],
    ["{}", "{ b: 2 }"],
    ["{\n    a: 1,\n  }", "{\n    a: 1,\n    b: 2,\n  }"],
  ])("is added to %s", async (before, after) => {
    expect(await rewritten(handler(before), (answer) => addMember(answer, "b: 2"))).toBe(
      handler(after),
    );
  });
});

test.each([
  [handler("JSON.stringify({ a: 1 })"), handler("{ a: 1 }")],
  [
    "exports.handler = async () => JSON.stringify({ a: 1 });",
    "exports.handler = async () => ({ a: 1 });",
  ],
  [
    "exports.handler = async () => JSON.stringify(r, null, 2);\nconst r = { a: 1 };",
    "exports.handler = async () => r;\nconst r = { a: 1 };",
  ],
  [
    "exports.handler = (e, c, cb) => { cb(null,JSON.stringify( {\n  a: 1\n})); };",
    "exports.handler = (e, c, cb) => { cb(null,{\n  a: 1\n}); };",
  ],
])("%s hands back the object itself", async (before, after) => {
  const unwrap: Rewrite = ({ stringifyCall }) => stringifyCall && unwrapStringify(stringifyCall);
  expect(await rewritten(before, unwrap)).toBe(after);
});

describe("what is handed back is put into a response", () => {
  const wrap: Rewrite = (answer) =>
    wrapInResponse(answer, { contentType: "application/json", stringify: true });

  test("in the file's own indentation and quotes", async () => {
    const text =
      'exports.handler = function (event, context, callback) {\n    callback(null, {\n        "Hello": "World"\n    });\n};\n';
    expect(
      await rewritten(text, wrap),
    ).toBe(`exports.handler = function (event, context, callback) {
    callback(null, {
        statusCode: 200,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
            "Hello": "World"
        }),
    });
};
`);
  });

  test("from an arrow's body", async () => {
    const text = "exports.handler = async () => rows;";
    expect(await rewritten(text, wrap)).toBe(`exports.handler = async () => ({
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(rows),
});`);
    expect(await rewritten("exports.handler = async () => ({ 'a': 1 });", wrap)).toContain(
      "async () => ({\n  statusCode: 200,\n  headers: { 'Content-Type': 'application/json' },\n  body: JSON.stringify({ 'a': 1 }),\n});",
    );
  });

  test("promises are awaited", async () => {
    const text =
      "exports.handler = async () => {\n\treturn load();\n};\nasync function load() { return [1]; }";
    expect(await rewritten(text, wrap)).toContain("\t\tbody: JSON.stringify(await load()),\n\t};");
  });
});
