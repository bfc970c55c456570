import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLog } from "./read-log";
import vectors from "./vectors/cases.json";

const lines = [...new Set(vectors.flatMap(({ input }) => input.split("\n")))];

/** A text made of real logs' lines, cut, mixed and mended with anything. */
const loglike = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...lines) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...lines), fc.nat(300))
          .map(([line, length]) => line.slice(0, length)),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...lines), fc.constantFrom(...lines))
          .map(([one, other]) => one + other),
      },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom("\n", "\r\n", "\r", "\n\n").map((end) => parts.join(end)));

describe("whatever the text, reading it", () => {
  test.each([
    ["of any characters", fc.string({ unit: "binary", maxLength: 400 })],
    ["like a log", loglike],
    ["like an export", loglike.map((text) => `timestamp,message\n1,"${text}"\n`)],
    ["like a JSON export", loglike.map((text) => JSON.stringify([{ "@message": text }]))],
  ])(
    "throws nothing and points into the text: %s",
    (_, text) => {
      fc.assert(
        fc.property(text, (pasted) => {
          const count = pasted.split(/\r\n|\r|\n/).length;
          const { requests, chosen } = readLog(pasted);
          for (const { lines: extent, signatures, payload, event } of requests) {
            const numbers = [
              extent.first,
              extent.last,
              ...signatures.map(({ line }) => line),
              payload?.line ?? 1,
              event?.line ?? 1,
            ];
            for (const number of numbers) {
              expect(number).toBeGreaterThanOrEqual(1);
              expect(number).toBeLessThanOrEqual(count);
            }
          }
          expect(chosen === undefined || requests.includes(chosen)).toBe(true);
        }),
        { numRuns: 80 },
      );
    },
    60_000,
  );
});

function repeated(block: (index: number) => string, characters: number): string {
  const blocks: string[] = [];
  for (let length = 0, index = 0; length < characters; index++) {
    const next = block(index);
    blocks.push(next);
    length += next.length;
  }
  return blocks.join("");
}

const uuid = (index: number) => `${String(index).padStart(8, "0")}-aaaa-4bbb-8ccc-000000000001`;

const texts: Readonly<Record<string, (index: number) => string>> = {
  "a function's log": (index) =>
    `START RequestId: ${uuid(index)} Version: $LATEST\n2025-01-01T10:00:00.000Z\t${uuid(index)}\tINFO\trow ${index} of the list was read and written\nEND RequestId: ${uuid(index)}\nREPORT RequestId: ${uuid(index)}\tDuration: 3.10 ms\tMemory Size: 128 MB\tMax Memory Used: 74 MB\n`,
  "failing requests": (index) =>
    `(${uuid(index)}) HTTP Method: GET, Resource Path: /a\n(${uuid(index)}) Endpoint response body before transformations: {"body":{}}\n(${uuid(index)}) Execution failed due to configuration error: Malformed Lambda proxy response\n(${uuid(index)}) Method completed with status: 502\n`,
  prose: (index) => `Error: line ${index} cannot be told from an error, but is none of ours\n`,
  "braces without end": () => "{\n  {\n",
  "one long line": () => 'Endpoint response body before transformations: {"a":"\\',
  "nothing but quotes": () => '"',
};

/** Processor time in milliseconds, which does not count what the machine does besides. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a paste four times as long takes about four times as long", () => {
  test.each(Object.entries(texts))(
    "%s",
    (_, block) => {
      const time = (characters: number) => {
        const text = repeated(block, characters);
        return processorTime(() => readLog(text));
      };
      time(20_000);
      const short = time(100_000);
      expect(time(400_000)).toBeLessThan(Math.max(300, short * 4 * 2.5));
    },
    60_000,
  );
});
