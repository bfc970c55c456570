import { expect, test } from "vitest";
import { unprefixed } from "./prefix";

const id = "0a1b2c3d-aaaa-4bbb-8ccc-000000000005";
const stream = "2025/03/04/[$LATEST]0123456789abcdef0123456789abcdef";

test.each([
  ["the console's Test", "Tue Mar 04 09:12:01 UTC 2025 : HTTP Method: GET", "HTTP Method: GET"],
  ["a time with nothing behind it", "Tue Mar 04 09:12:01 UTC 2025 : ", ""],
  [
    "aws logs tail",
    `2025-03-04T09:12:01.123000+00:00 ${stream} END RequestId: 1`,
    "END RequestId: 1",
  ],
  ["sam logs", `${stream} 2025-03-04T09:12:01.123000 END RequestId: 1`, "END RequestId: 1"],
  ["the CloudWatch console", "2025-03-04T09:12:01.123Z\tEND RequestId: 1", "END RequestId: 1"],
  ["serverless logs", "2025-03-04 09:12:01.123 (+01:00)\tEND RequestId: 1", "END RequestId: 1"],
  [
    "a debugging SAM CLI",
    "2025-03-04 09:12:01,123 | Invoking app.handler (python3.12)",
    "Invoking app.handler (python3.12)",
  ],
  [
    "a row of Logs Insights",
    "12\t2025-03-04T09:12:01.123+01:00\tEND RequestId: 1",
    "END RequestId: 1",
  ],
  [
    "a coloured terminal",
    "\u001b[32m2025-03-04T09:12:01Z\u001b[0m END RequestId: 1",
    "END RequestId: 1",
  ],
])("%s: what stood before the line is taken off", (_, line, text) => {
  expect(unprefixed(line)).toEqual({ text });
});

test("the request's id of an execution log is kept", () => {
  expect(unprefixed(`(${id}) Method completed with status: 502`)).toEqual({
    text: "Method completed with status: 502",
    requestId: id,
  });
  expect(unprefixed(`2025-03-04T09:12:01Z 0123456789abcdef0123456789abcdef (${id}) x`)).toEqual({
    text: "x",
    requestId: id,
  });
});

test.each([
  `2025-03-04T09:12:01.123Z\t${id}\tINFO\thello`,
  "2025-03-04T09:12:01.123Z\tundefined\tERROR\tUncaught Exception \t{}",
  `2025-03-04T09:12:01.123Z ${id} Task timed out after 3.00 seconds`,
  "Sat at the table: nothing to take off",
  "",
])("a line that begins so by itself stays: %j", (line) => {
  expect(unprefixed(line).text).toBe(line);
});
