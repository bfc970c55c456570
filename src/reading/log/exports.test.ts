import { describe, expect, test } from "vitest";
import { loggedLines } from "./exports";

describe("an export of CloudWatch", () => {
  test("as CSV: its messages, each with the line that it stands on", () => {
    const text =
      'timestamp,message\n1,"START\n"\n2,"[ERROR] KeyError: \'a\'\n  File ""x"""\n3,END\n';
    expect(loggedLines(text)).toEqual({
      exported: true,
      lines: [
        { number: 2, text: "START" },
        { number: 3, text: "" },
        { number: 4, text: "[ERROR] KeyError: 'a'" },
        { number: 5, text: '  File "x"' },
        { number: 6, text: "END" },
      ],
    });
  });

  test("of Logs Insights, newest first: read forwards", () => {
    const text =
      "@timestamp,@message\n2025-01-01 10:00:02.000,second\n2025-01-01 10:00:01.000,first";
    expect(loggedLines(text).lines).toEqual([
      { number: 3, text: "first" },
      { number: 2, text: "second" },
    ]);
  });

  test("as JSON of the API: escapes undone, the line kept", () => {
    const text =
      '{\n "events": [\n  {"logStreamName": "s", "timestamp": 1, "message": "one\\n\\ttwo \\"x\\"\\n", "eventId": "1"},\n  {"logStreamName": "s", "timestamp": 2, "message": "three"}\n ]\n}';
    expect(loggedLines(text).lines).toEqual([
      { number: 3, text: "one" },
      { number: 3, text: '\ttwo "x"' },
      { number: 3, text: "" },
      { number: 4, text: "three" },
    ]);
  });

  test("as fields of a query's result", () => {
    const text =
      '{"results":[[{"field":"@timestamp","value":"2025-01-01 10:00:01.000"},{"field":"@message","value":"END RequestId: 1"}]],"x":"@message"}';
    expect(loggedLines(text).lines).toEqual([{ number: 1, text: "END RequestId: 1" }]);
  });

  test("cut off in the middle of a message: as far as it goes", () => {
    const text = '[{"@message": "one"},\n{"@message": "tw';
    expect(loggedLines(text).lines.map((line) => line.text)).toEqual(["one", '"tw'.slice(1, -1)]);
  });
});

test("any other text is taken by its own lines, whatever ends them", () => {
  expect(loggedLines("a\r\nb\rc\n{").lines).toEqual([
    { number: 1, text: "a" },
    { number: 2, text: "b" },
    { number: 3, text: "c" },
    { number: 4, text: "{" },
  ]);
});

test("a logger's own JSON lines are no export", () => {
  const line = '{"timestamp":"2025-01-01T10:00:00Z","level":"INFO","message":"hi"}';
  expect(loggedLines(line)).toEqual({ exported: false, lines: [{ number: 1, text: line }] });
});
