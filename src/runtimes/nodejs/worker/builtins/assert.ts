import { inspect } from "node-inspect-extracted";
import { wrongType } from "../modules/argument-errors";
import { callOfFirstFrame } from "../modules/stack";
import { isDeepEqual } from "./deep-equal";

interface Failure {
  readonly message?: string | undefined;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly operator?: string;
  readonly generated?: boolean;
}

/** `assert.AssertionError`. */
class AssertionError extends Error {
  override name = "AssertionError";
  readonly generatedMessage: boolean;
  readonly code = "ERR_ASSERTION";
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string | undefined;

  constructor({ message, actual, expected, operator, generated = message === undefined }: Failure) {
    super(message ?? "Failed");
    this.generatedMessage = generated;
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Object.defineProperty(this, "name", { value: "AssertionError", enumerable: false });
  }
}

type Message = string | Error | undefined;

function fail(message: Message, generated: string, failure: Failure): never {
  if (message instanceof Error) throw message;
  throw new AssertionError({
    ...failure,
    message: message ?? generated,
    generated: message === undefined,
  });
}

function isShort(value: unknown): boolean {
  return (typeof value !== "object" || value === null) && typeof value !== "function";
}

/** The message of a comparison; one of short values names both on a line. */
function compared(heading: string, sign: string, actual: unknown, expected: unknown): string {
  const [left, right] = [inspect(actual), inspect(expected)];
  if (heading.endsWith("to:") && isShort(actual)) return `${heading} ${left}`;
  if (isShort(actual) && isShort(expected)) return `${heading}\n\n${left} ${sign} ${right}\n`;
  const lines = (prefix: string, text: string) =>
    text.split("\n").map((line) => `${prefix} ${line}`);
  return `${heading}\n+ actual - expected\n\n${[...lines("+", left), ...lines("-", right)].join("\n")}\n`;
}

type Compare = (actual: unknown, expected: unknown) => boolean;

interface Comparison {
  readonly holds: Compare;
  readonly heading: string;
  readonly sign: string;
}

// biome-ignore lint/suspicious/noDoubleEquals: this is what assert.equal means
const looselyEqual: Compare = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
const deeplyEqual: Compare = (a, b) => isDeepEqual(a, b, false);
const strictlyDeeplyEqual: Compare = (a, b) => isDeepEqual(a, b, true);
const not =
  (holds: Compare): Compare =>
  (a, b) =>
    !holds(a, b);

const comparisons: Readonly<Record<string, Comparison>> = {
  equal: { holds: looselyEqual, heading: "", sign: "==" },
  notEqual: { holds: not(looselyEqual), heading: "", sign: "!=" },
  strictEqual: { holds: Object.is, heading: "Expected values to be strictly equal:", sign: "!==" },
  notStrictEqual: {
    holds: not(Object.is),
    heading: 'Expected "actual" to be strictly unequal to:',
    sign: "===",
  },
  deepEqual: {
    holds: deeplyEqual,
    heading: "Expected values to be loosely deep-equal:",
    sign: "should loosely deep-equal",
  },
  notDeepEqual: {
    holds: not(deeplyEqual),
    heading: 'Expected "actual" not to be loosely deep-equal to:',
    sign: "==",
  },
  deepStrictEqual: {
    holds: strictlyDeeplyEqual,
    heading: "Expected values to be strictly deep-equal:",
    sign: "!==",
  },
  notDeepStrictEqual: {
    holds: not(strictlyDeeplyEqual),
    heading: 'Expected "actual" not to be strictly deep-equal to:',
    sign: "===",
  },
};

const shownOperator: Readonly<Record<string, string>> = { equal: "==", notEqual: "!=" };

function comparing(operator: string, { holds, heading, sign }: Comparison) {
  return (actual: unknown, expected: unknown, message?: Message): void => {
    if (holds(actual, expected)) return;
    const generated =
      heading === ""
        ? `${inspect(actual)} ${sign} ${inspect(expected)}`
        : compared(heading, sign, actual, expected);
    fail(message, generated, { actual, expected, operator: shownOperator[operator] ?? operator });
  };
}

function matches(error: unknown, expected: unknown): boolean {
  if (expected === undefined) return true;
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === "function") {
    if (expected.prototype !== undefined && error instanceof expected) return true;
    if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
    return expected.call({}, error) === true;
  }
  return Object.entries(Object(expected)).every(([name, value]) => {
    const found: unknown = Reflect.get(Object(error), name);
    return value instanceof RegExp ? value.test(String(found)) : strictlyDeeplyEqual(found, value);
  });
}

function requireThrown(threw: boolean, error: unknown, expected: unknown, message: Message): void {
  const isMessage = typeof expected === "string";
  const told = isMessage ? expected : message;
  const name = typeof expected === "function" && expected.name ? ` (${expected.name})` : "";
  if (!threw) {
    const ending = told instanceof Error || told === undefined ? "." : `: ${told}`;
    fail(`Missing expected exception${name}${ending}`, "", { expected, operator: "throws" });
  }
  if (isMessage || matches(error, expected)) return;
  if (expected instanceof RegExp) {
    const generated = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(String(error))}\n`;
    fail(message, generated, { actual: error, expected, operator: "throws" });
  }
  throw error;
}

function throws(act: () => unknown, expected?: unknown, message?: Message): void {
  let threw = false;
  let error: unknown;
  try {
    act();
  } catch (caught) {
    [threw, error] = [true, caught];
  }
  requireThrown(threw, error, expected, message);
}

async function rejects(act: unknown, expected?: unknown, message?: Message): Promise<void> {
  try {
    await (typeof act === "function" ? act() : act);
  } catch (error) {
    requireThrown(true, error, expected, message);
    return;
  }
  requireThrown(false, undefined, expected, message);
}

function ok(value: unknown, message?: Message): void {
  if (value) return;
  const call = callOfFirstFrame(new Error().stack ?? "");
  const shown = call === undefined ? "" : `:\n\n  ${call}\n`;
  const generated = `The expression evaluated to a falsy value${shown}`;
  fail(message, generated, { actual: value, expected: true, operator: "==" });
}

function match(text: unknown, pattern: RegExp, message?: Message): void {
  if (typeof text === "string" && pattern.test(text)) return;
  const generated = `The input did not match the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
  fail(message, generated, { actual: text, expected: pattern, operator: "match" });
}

function doesNotMatch(text: unknown, pattern: RegExp, message?: Message): void {
  if (typeof text !== "string" || !pattern.test(text)) return;
  const generated = `The input was expected to not match the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
  fail(message, generated, { actual: text, expected: pattern, operator: "doesNotMatch" });
}

function ifError(value: unknown): void {
  if (value === null || value === undefined) return;
  const shown = value instanceof Error ? value.message : inspect(value);
  fail(`ifError got unwanted exception: ${shown}`, "", {
    actual: value,
    expected: null,
    operator: "ifError",
  });
}

function unwanted(error: unknown, message: Message): never {
  const told = typeof message === "string" ? `: ${message}` : ".";
  const shown = error instanceof Error ? error.message : inspect(error);
  return fail(`Got unwanted exception${told}\nActual message: "${shown}"`, "", {
    actual: error,
    operator: "doesNotThrow",
  });
}

const others = {
  AssertionError,
  ok,
  match,
  doesNotMatch,
  throws,
  rejects,
  ifError,
  fail: (message?: Message) => fail(message, "Failed", { operator: "fail" }),
  doesNotThrow(act: () => unknown, expected?: unknown, message?: Message): void {
    if (typeof act !== "function") throw wrongType("fn", "of type function", act);
    try {
      act();
    } catch (error) {
      unwanted(error, typeof expected === "string" ? expected : message);
    }
  },
  async doesNotReject(act: unknown, expected?: unknown, message?: Message): Promise<void> {
    try {
      await (typeof act === "function" ? act() : act);
    } catch (error) {
      unwanted(error, typeof expected === "string" ? expected : message);
    }
  },
};

const compare = Object.fromEntries(
  Object.entries(comparisons).map(([name, comparison]) => [name, comparing(name, comparison)]),
);

const strictNames = {
  equal: compare.strictEqual,
  notEqual: compare.notStrictEqual,
  deepEqual: compare.deepStrictEqual,
  notDeepEqual: compare.notDeepStrictEqual,
};

const assertFunction = (value: unknown, message?: Message): void => ok(value, message);
const strictFunction = (value: unknown, message?: Message): void => ok(value, message);

/** Node.js's `assert`, and its strict mode. */
export const strict = Object.assign(strictFunction, compare, strictNames, others);
Object.assign(strict, { strict });
export const assert = Object.assign(assertFunction, compare, others, { strict });
