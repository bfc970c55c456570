import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonPath } from "../submission/json-path";
import { readPayload } from "./payload";

function textAt(text: string, path: string): string | undefined {
  const span = readPayload(text).locate(path);
  return span && text.slice(span.start, span.end);
}

/** What a piece of work costs, whatever else the machine is doing. */
function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe("JSON", () => {
  test("is taken exactly as pasted, without the white space around it", () => {
    const text = '\n { "a" : 1.0,\t"a":2, "n": 12345678901234567890 }\n';
    expect(readPayload(text)).toMatchObject({ notation: "json", payload: text.trim() });
  });

  test("in a string stays a string: that may be the very fault", () => {
    const text = '"{\\"statusCode\\":200}"';
    expect(readPayload(text)).toMatchObject({ notation: "json", payload: text });
  });

  test("is found by path, members with their names", () => {
    const text = '{"body":"a","headers":{"set-cookie":["a=1","b=2"]},"body":{"x":[]}}';
    expect(textAt(text, "$")).toBe(text);
    expect(textAt(text, "$.headers['set-cookie'][1]")).toBe('"b=2"');
    expect(textAt(text, '$.headers["set-cookie"]')).toBe('"set-cookie":["a=1","b=2"]');
    expect(textAt(text, "$.body")).toBe('"body":{"x":[]}');
    expect(textAt(text, "$.headers.vary")).toBeUndefined();
    expect(textAt(text, "$.headers[0]")).toBeUndefined();
    expect(textAt(text, "headers")).toBeUndefined();
  });
});

describe.each([
  [
    "a Python dict",
    "{'statusCode': 200, 'body': None, 'ok': True, 't': (1, 'x'), 's': ('one',)}",
    "python-repr",
    '{"statusCode": 200, "body": null, "ok": true, "t": [1, "x"], "s": ["one"]}',
  ],
  [
    "a Python dict with quotes inside",
    `{'body': '{"ok": true}', 'note': "it's"}`,
    "python-repr",
    '{"body": "{\\"ok\\": true}", "note": "it\'s"}',
  ],
  [
    "Python's Decimal, OrderedDict and bytes",
    "OrderedDict([('price', Decimal('19.90')), ('name', b'caf\\xc3\\xa9')])",
    "python-repr",
    '{"price": 19.90, "name": "café"}',
  ],
  [
    "Python's keys that are not text",
    "{1: 'a', None: 'b', True: 'c'}",
    "python-repr",
    '{"1": "a", "null": "b", "true": "c"}',
  ],
  [
    "Python's NaN, which its runtime writes as such",
    "{'body': nan, 'low': -inf}",
    "python-repr",
    '{"body": NaN, "low": -Infinity}',
  ],
  [
    "JSON as Python writes it with NaN",
    '{"statusCode": 200, "body": NaN}',
    "python-repr",
    '{"statusCode": 200, "body": NaN}',
  ],
  [
    "Python's pprint with a long string in pieces",
    "{'body': 'first '\n         'second',\n 'statusCode': 200}",
    "python-repr",
    '{"body": "first second", "statusCode": 200}',
  ],
  ["a Python string", "'{\"statusCode\": 200}'", "python-repr", '"{\\"statusCode\\": 200}"'],
  [
    "a Python enumeration",
    "{'statusCode': <HTTPStatus.OK: 200>}",
    "python-repr",
    '{"statusCode": 200}',
  ],
  ["None", "None", "python-repr", "null"],
  ["undefined", "undefined", "javascript-inspect", "null"],
  [
    "util.inspect",
    "{\n  statusCode: 200,\n  'content-type': undefined,\n  body: '{\"ok\":true}',\n  list: [ 1, undefined ]\n}",
    "javascript-inspect",
    '{"statusCode":200,"body":"{\\"ok\\":true}","list":[1,null]}',
  ],
  [
    "util.inspect at its depth limit",
    "{ statusCode: 200, body: [Object], rows: [Array], f: [Function: f] }",
    "javascript-inspect",
    '{"statusCode":200,"body":{},"rows":[]}',
  ],
  [
    "util.inspect of class instances",
    "Reply { status: 200, at: 2024-01-01T00:00:00.000Z, seen: Map(1) { 'a' => 1 } }",
    "javascript-inspect",
    '{"status":200,"at":"2024-01-01T00:00:00.000Z","seen":{}}',
  ],
  [
    "util.inspect of a buffer",
    "{ body: <Buffer 68 69> }",
    "javascript-inspect",
    '{"body":{"type":"Buffer","data":[104,105]}}',
  ],
  ["util.inspect of a long list", "[ 1, 2, ... 98 more items ]", "javascript-inspect", "[1,2]"],
  ["a web Response", "Response { status: 200, ok: true }", "javascript-inspect", "{}"],
  [
    "a JavaScript literal",
    "{statusCode: 200, body: 'ok',}",
    "javascript-inspect",
    '{"statusCode":200,"body":"ok"}',
  ],
  [
    "a Ruby hash",
    '{:statusCode=>200, "body"=>nil, :kind=>:html}',
    "ruby-inspect",
    '{"statusCode":200,"body":null,"kind":"html"}',
  ],
  [
    "a Ruby 3.4 hash",
    '{statusCode: 200, headers: {"Content-Type" => "application/json"}}',
    "ruby-inspect",
    '{"statusCode":200,"headers":{"Content-Type":"application/json"}}',
  ],
  [
    "comments and trailing commas",
    '{\n  // as returned\n  "statusCode": 200, /* ok */\n  "body": "#1 // two",\n}',
    "json-with-comments",
    '{"statusCode":200,"body":"#1 // two"}',
  ],
  [
    "typographic quotes",
    "{ “statusCode”: 200, “body”: ”ok” }",
    "json-with-comments",
    '{"statusCode":200,"body":"ok"}',
  ],
  ["a label before", 'Response: {"statusCode": 200}', "json-with-comments", '{"statusCode":200}'],
  [
    "a string wrapped by a terminal",
    '{"body": "one\ntwo"}',
    "json-with-comments",
    '{"body":"one\\ntwo"}',
  ],
  [
    "escaped JSON",
    '{\\"statusCode\\":200,\\"body\\":\\"{\\\\\\"a\\\\\\":1}\\"}',
    "json-in-string",
    '{"statusCode":200,"body":"{\\"a\\":1}"}',
  ],
])("%s", (_name, text, notation, payload) => {
  test(`is read as ${notation}`, () => {
    const { locate: _, ...reading } = readPayload(text);
    expect(reading).toEqual({ notation, payload });
  });
});

describe.each([
  [
    "the documentation's",
    '{\n    "isBase64Encoded": true|false,\n    "statusCode": httpStatusCode,\n    "headers": { "headerName": "headerValue", ... },\n    "body": "..."\n}',
    2,
  ],
  [
    "with a comment",
    '{ "isBase64Encoded": true|false, // from the docs\n "statusCode": httpStatusCode }',
    1,
  ],
  [
    "in a translation",
    "{ “isBase64Encoded”：真|假，“状态代码”：http状态代码，“标题”：{“标题名称”：“标题值”，...}， “身体”： ”...” }",
    1,
  ],
  ["in Korean", '{"isBase64Encoded": 참|거짓, "statusCode": http상태코드, "body": "..."}', 1],
  ["with angle brackets", '{"statusCode": <status>, "body": "<text>"}', 1],
  ["with a slash", '{"isBase64Encoded": true/false, "statusCode": 200}', 1],
  ["of types", "{ statusCode: number, headers?: object, body: string }", 1],
  ["that leaves things out", '{"statusCode": 200, "headers": {...}, "body": "x"}', 1],
  ["of alternatives", '{"statusCode": 200 | 404}', 1],
])("a template %s", (_name, text, line) => {
  test("is never taken for a payload", () => {
    const reading = readPayload(text);
    expect(reading.notation).toBe("template");
    expect(reading.payload).toBeUndefined();
    expect(reading.problem?.line).toBe(line);
  });
});

describe.each([
  [
    '{"statusCode":200,"items":[{"id":1},{"id":2,"te',
    '{"statusCode":200,"items":[{"id":1},{"id":2}]}',
  ],
  ['{"statusCode":200,"body":"abc', '{"statusCode":200,"body":"abc"}'],
  ['{"body":"abc\\', '{"body":"abc"}'],
  ['{"statusCode":20', "{}"],
  ['{"a":tru', "{}"],
  ['{"a":1,', '{"a":1}'],
  ['{"a":', "{}"],
  ['{"a":{"b":[1,2 [TRUNCATED]', '{"a":{"b":[1]}}'],
  ['{"a":1, ...', '{"a":1}'],
  ["{'a': {'b': 'it", '{"a":{"b":"it"}}'],
])("cut text %s", (text, payload) => {
  test("is read as far as it goes", () => {
    const reading = readPayload(text);
    expect(reading.notation).toBe("truncated");
    expect(JSON.parse(reading.payload ?? "")).toEqual(JSON.parse(payload));
    expect(reading.problem).toBeDefined();
  });
});

describe.each([
  ["", 1, 1],
  ["Hello from Lambda", 1, 1],
  ["<html><body>hi</body></html>", 1, 1],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['{"a": 1} trailing', 1, 10],
  ["{ body: JSON.stringify(rows) }", 1, 9],
])("text that is no value %j", (text, line, column) => {
  test("gives no payload and says where", () => {
    expect(readPayload(text)).toMatchObject({ problem: { line, column } });
    expect(readPayload(text).payload).toBeUndefined();
  });
});

const plainValue = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): unknown => JSON.parse(JSON.stringify(value)));

test("every value inside of any JSON is found", () => {
  fc.assert(
    fc.property(plainValue, fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { payload, locate, notation } = readPayload(text);
      expect([notation, payload]).toEqual(["json", text]);
      const visit = (inner: unknown, steps: (string | number)[]): void => {
        const span = locate(jsonPath(...steps));
        const found = text.slice(span?.start, span?.end);
        const written = typeof steps.at(-1) === "string" ? `{${found}}` : found;
        const read: unknown = JSON.parse(written);
        const last = steps.at(-1);
        expect(typeof last === "string" ? Reflect.get(Object(read), last) : read).toEqual(inner);
        if (Array.isArray(inner)) {
          for (const [index, each] of inner.entries()) visit(each, [...steps, index]);
        } else if (inner && typeof inner === "object") {
          for (const [name, each] of Object.entries(inner)) visit(each, [...steps, name]);
        }
      };
      visit(value, []);
    }),
    { numRuns: 30 },
  );
});

test("what util.inspect prints becomes what JSON.stringify writes", () => {
  const word = fc.constantFrom("body", "Content-Type", "it's", "line\nbreak", '"', "a`b'", "\\");
  const value = fc.letrec((tie) => ({
    any: fc.oneof(fc.boolean(), fc.integer(), word, fc.constant(null), tie("list"), tie("object")),
    list: fc.array(tie("any"), { maxLength: 4 }),
    object: fc.dictionary(word, tie("any"), { maxKeys: 4 }),
  })).any;
  fc.assert(
    fc.property(value, (each) => {
      const { payload } = readPayload(inspect(each, { depth: null }));
      expect(JSON.parse(payload ?? "null")).toEqual(JSON.parse(JSON.stringify(each)));
    }),
    { numRuns: 50 },
  );
});

function pythonRepr(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    return `${quote}${value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`).replaceAll("\n", "\\n")}${quote}`;
  }
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  const members = Object.entries(Object(value)).map(
    ([name, each]) => `${pythonRepr(name)}: ${pythonRepr(each)}`,
  );
  return `{${members.join(", ")}}`;
}

test("what Python prints becomes what its runtime sends", () => {
  const part = fc.constantFrom("ok", "it's", '"', "a\nb", "\\", "é", "True");
  const value = fc.dictionary(part, fc.oneof(part, fc.boolean(), fc.integer(), fc.constant(null)));
  fc.assert(
    fc.property(value, (each) => {
      const { payload } = readPayload(pythonRepr(each));
      expect(JSON.parse(payload ?? "null")).toEqual({ ...each });
    }),
    { numRuns: 50 },
  );
});

test("JSON cut anywhere gives JSON, and any text is survived", () => {
  const soup = fc.string({
    unit: fc.constantFrom(..."{}[]()<>:,.'\"`\\|/ \n#-+=eE0123nNaTrue…“”"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(plainValue, fc.nat(), (value, at) => {
      const text = JSON.stringify({ value });
      const { payload } = readPayload(text.slice(0, 1 + (at % text.length)));
      expect(() => JSON.parse(payload ?? "{}")).not.toThrow();
    }),
    { numRuns: 50 },
  );
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 30 })), (text) => {
      readPayload(text).locate("$.a[0]");
    }),
    { numRuns: 100 },
  );
}, 30_000);

test.each([
  ["brackets", "[".repeat(500_000)],
  ["braces", '{"a":'.repeat(100_000)],
  ["a long string", `{"body":"${"x".repeat(10_000_000)}"}`],
  ["a long cut string", `{"body":"${"x".repeat(10_000_000)}`],
  ["many members", `{${'"a": 1, '.repeat(50_000)}`],
  ["class names", "[A ".repeat(200_000)],
  ["quotes", "'".repeat(2_000_000)],
  ["slashes", "/*".repeat(1_000_000)],
  ["escaped", `{\\"a\\":\\"${"\\\\n".repeat(100_000)}\\"}`],
])(
  "much of %s is read in time that grows with the length",
  (_name, text) => {
    expect(processorSeconds(() => readPayload(text).locate("$.a"))).toBeLessThan(3);
  },
  60_000,
);
