import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameFile } from "../../submission/name-file";
import { type Language, parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { programAnswers } from "../program/answers";
import { environmentReads } from "../program/environment";
import { programEventReads } from "../program/event-reads";
import { predict } from "./predict";
import handlers from "./vectors/handlers.json";

const languages = ["python", "go", "csharp", "java", "ruby"] as const;
const event = JSON.stringify({ httpMethod: "GET", path: "/", headers: {}, body: null });

/** Reads and predicts a text; everything that the causes ask of a reading is asked. */
async function follow(language: Language, text: string): Promise<void> {
  const files = [{ path: nameFile(language, text), text }];
  const submission = parseSubmission({ v: 1, language, files });
  const code = await readCode(submission);
  programAnswers(code);
  environmentReads(code);
  programEventReads(code);
  const found = predict(code, { submission, event, requestId: "id" });
  if (found?.outcome === "function-error") expect(() => JSON.parse(found.payload)).not.toThrow();
}

const texts = handlers.map(({ text }) => text);

/** A handler with a stretch of it taken out, doubled, or put in the place of another's. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.constantFrom(...texts),
    fc.nat(),
    fc.nat(),
    fc.constantFrom("cut", "double", "cross"),
  )
  .map(([one, other, at, length, how]) => {
    const start = at % one.length;
    const end = Math.min(one.length, start + (length % 60));
    const stretch = one.slice(start, end);
    if (how === "cut") return one.slice(0, start) + one.slice(end);
    if (how === "double") return one.slice(0, end) + stretch + one.slice(end);
    const from = at % other.length;
    return one.slice(0, start) + other.slice(from, from + (length % 60)) + one.slice(end);
  });

describe.each(languages)("no %s text makes reading or predicting throw", (language) => {
  test("whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), (text) =>
        follow(language, text),
      ),
      { numRuns: 25 },
    );
  });

  test("however a handler was damaged", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, (text) => follow(language, text)),
      { numRuns: 50 },
    );
  });
});
