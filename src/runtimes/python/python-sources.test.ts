import createModule from "pyodide/pyodide.asm.mjs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Interpreter, restoreInterpreter } from "./interpreter";
import { readMemory } from "./snapshot";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let interpreter: Interpreter;
beforeAll(async () => {
  interpreter = await restoreInterpreter(await readMemory(), createModule);
});

function evaluate(code: string): unknown {
  return interpreter.runPython(code);
}

function encode(value: string, asciiOnly = false): unknown {
  return evaluate(`
import collections, datetime, decimal, enum
from lambda_runtime.encoder import Encoder, json_path
Point = collections.namedtuple("Point", "x y")
class Color(str, enum.Enum): RED = "red"
encoder = Encoder(ascii_only=${asciiOnly ? "True" : "False"})
try:
    text = encoder.encode(${value})
except Exception as failure:
    text = f"{type(failure).__name__}: {failure} at {json_path(encoder.path)}"
text
`);
}

describe("the encoder of results", () => {
  test.each([
    ["[1, -0.0, 1e100, True, None]", "[1, -0.0, 1e+100, true, null]"],
    ['{"price": decimal.Decimal("19.90")}', '{"price": 19.90}'],
    ['{"nan": float("nan"), "inf": float("-inf")}', '{"nan": NaN, "inf": -Infinity}'],
    ['Point(1, "b")', '{"x": 1, "y": "b"}'],
    ['("a", Color.RED)', '["a", "red"]'],
    ['{b"key": b"value", 1.5: 1, None: 2}', '{"key": "value", "1.5": 1, "null": 2}'],
    ['"\\u2028 é \\n"', '"\u2028 é \\n"'],
    ["{1, 2}", "TypeError: Object of type set is not JSON serializable at $"],
    [
      '{"a b": [datetime.date(2026, 1, 1)]}',
      'TypeError: Object of type date is not JSON serializable at $["a b"][0]',
    ],
    ["{(1,): 1}", "TypeError: keys must be str, int, float, bool or None, not tuple at $"],
    [
      '{"body": b"\\x89"}',
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x89 in position 0: invalid start byte at $.body",
    ],
  ])("writes %s as Lambda does", (value, text) => {
    expect(encode(value)).toBe(text);
  });

  test("escapes what is not ASCII for the runtimes before Python 3.12", () => {
    expect(encode('"é 😀"', true)).toBe('"\\u00e9 \\ud83d\\ude00"');
  });
});

function objection(source: string, minor: number): unknown {
  return evaluate(`
from lambda_runtime import syntax
try:
    try:
        compile(${JSON.stringify(source)}, "f.py", "exec")
    except SyntaxError as failure:
        failure.msg = syntax.worded(failure.msg, (3, ${minor}))
        raise
    syntax.refuse_newer(${JSON.stringify(source)}.encode(), "f.py", (3, ${minor}))
    text = "fine"
except SyntaxError as failure:
    text = f"{failure.lineno}: {failure.msg}"
text
`);
}

describe("syntax by version", () => {
  test.each([
    ["match x:\n  case 1: pass\n", 9, "1: invalid syntax"],
    ["match x:\n  case 1: pass\n", 10, "fine"],
    ["x = f'{a['b']}'\n", 11, "1: f-string: unmatched '['"],
    ["x = f'{a['b']}'\n", 12, "fine"],
    ["x = f'{a[\"b\"]}'\n", 9, "fine"],
    ["try:\n  x\nexcept A, B:\n  y\n", 13, "3: multiple exception types must be parenthesized"],
    ["try:\n  x\nexcept A, B:\n  y\n", 14, "fine"],
    ["whille True:\n  pass\n", 13, "1: invalid syntax"],
    ["def f()\n  pass\n", 9, "1: invalid syntax"],
    ["def f()\n  pass\n", 13, "1: expected ':'"],
  ])("%j on Python 3.%i: %s", (source, minor, text) => {
    expect(objection(source, minor)).toBe(text);
  });
});
