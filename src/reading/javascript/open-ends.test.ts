import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { KnownValues } from "./known-values";
import { openEnds } from "./open-ends";

async function endsOf(body: string) {
  const text = `exports.handler = async (event) => ${body};`;
  const code = await readCode(parseSubmission({ v: 1, files: [{ path: "index.js", text }] }));
  if (!code.handler) throw new Error("no handler");
  return { code, ends: openEnds(code.handler.node) };
}

test.each([
  ["{ return 1; }", []],
  ["{ }", ["{ }"]],
  ["{ a(); b(); }", ["b();"]],
  ["{ if (x) return 1; }", ["if (x) return 1;"]],
  ["{ if (x) { return 1; } else { a(); } }", ["a();"]],
  ["{ if (x) { return 1; } else if (y) { a(); } else throw z; }", ["a();"]],
  ["{ try { return 1; } catch (e) { log(e); } }", ["log(e);"]],
  ["{ while (true) { a(); } }", []],
  ["{ for (const i of x) { return i; } }", ["for (const i of x) { return i; }"]],
  ["{ switch (x) { case 1: return 1; default: return 2; } }", []],
  [
    "{ switch (x) { case 1: return 1; case 2: a(); break; } }",
    ["switch (x) { case 1: return 1; case 2: a(); break; }", "a();"],
  ],
  ["{ switch (x) { case 1: case 2: return 1; default: a(); } }", ["a();"]],
])("the open ends of %s", async (body, expected) => {
  const { ends } = await endsOf(body);
  expect(ends.map(({ last }) => last.text)).toEqual(expected);
});

test("a condition on the event can be told", async () => {
  const { code, ends } = await endsOf(
    "{ const { httpMethod: method } = event; if (method === 'GET' && !event.body) return 1; if (event.httpMethod.toLowerCase() == 'delete') { drop(); } else { log(); } }",
  );
  const known = new KnownValues(code, { httpMethod: "DELETE", body: null });
  expect(
    ends.map(({ last, turns }) => [
      last.text,
      turns.map(({ condition, holds }) => known.holds(condition) === holds),
    ]),
  ).toEqual([
    ["drop();", [true, true]],
    ["log();", [true, false]],
  ]);
});
