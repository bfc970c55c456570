import type { Observations } from "../../../invocation/invocation";
import { getOwnPropertyDescriptor, getPrototypeOf, keys, slice } from "./primordials";

type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

const longestText = 2_000;

/** A text that is short enough to be sent along. */
export function shortened(text: string): string {
  return text.length > longestText ? `${slice(text, 0, longestText)}…` : text;
}

/** `typeof`, or the class name of an object: what a reader would call the value. */
export function nameOfKind(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  try {
    for (let holder = getPrototypeOf(value); holder; holder = getPrototypeOf(holder)) {
      const made: unknown = getOwnPropertyDescriptor(holder, "constructor")?.value;
      if (typeof made !== "function") continue;
      const name: unknown = getOwnPropertyDescriptor(made, "name")?.value;
      if (typeof name === "string" && name !== "") return shortened(name);
    }
  } catch {
    return "object";
  }
  return "object";
}

type HandlerKind = NonNullable<Observations["handler"]>["kind"];

/** By the prototypes of functions, which user code can change only on purpose. */
const kinds: readonly (readonly [object | null, HandlerKind])[] = [
  [getPrototypeOf(async () => {}), "async"],
  [getPrototypeOf(function* () {}), "generator"],
  [getPrototypeOf(async function* () {}), "async-generator"],
];

/** The handler as a function object. */
export function describeHandler(
  handler: (...parameters: never[]) => unknown,
): NonNullable<Observations["handler"]> {
  try {
    const prototype = getPrototypeOf(handler);
    const kind = kinds.find(([kindred]) => kindred === prototype)?.[1] ?? "function";
    const isClass =
      kind === "function" && /^class\b/.test(Function.prototype.toString.call(handler));
    return { kind: isClass ? "class" : kind, parameters: Number(handler.length) || 0 };
  } catch {
    return { kind: "function", parameters: 0 };
  }
}

/** Scalar own members of a thrown value; getters are left alone. */
export function scalarMembers(thrown: unknown): Observations["errorMembers"] {
  const members: Observations["errorMembers"] = Object.create(null);
  if (typeof thrown !== "object" || thrown === null) return members;
  try {
    for (const name of keys(thrown).slice(0, 50)) {
      const value: unknown = getOwnPropertyDescriptor(thrown, name)?.value;
      if (typeof value === "number" || typeof value === "boolean") members[name] = value;
      if (typeof value === "string") members[name] = shortened(value);
    }
  } catch {
    return members;
  }
  return members;
}

/** Where a run's observations are gathered. */
export type Observed = Writable<Observations>;

/** Observations before anything happened. */
export function nothingObserved(): Observed {
  return {
    droppedMembers: [],
    promiseMembers: [],
    stringifiedPromise: false,
    callbackCalls: [],
    pending: { timers: 0, intervals: 0, calls: [], connections: [] },
    errorMembers: {},
    beyondReach: [],
    packages: [],
    stubCalls: [],
  };
}
