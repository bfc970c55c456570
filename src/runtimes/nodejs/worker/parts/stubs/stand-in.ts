import { lent } from "../lent";

/** A call of a stand-in, as the rules that answer it see it. */
export interface StubCall {
  readonly module: string;
  /** From the module on: `["default", "get"]` of `axios.get(...)`. */
  readonly path: readonly string[];
  /** The last step of the path. */
  readonly name: string;
  readonly arguments: readonly unknown[];
  /** Whether it was called with `new`. */
  readonly isNew: boolean;
}

/** An answer that comes later. `adapt` gives the submission's own value the form that callers expect. */
export interface Later {
  readonly later: () => unknown;
  readonly as?: string;
  readonly adapt?: (value: unknown) => unknown;
}

/**
 * How a call is answered: `now` with a value; `later` as the outside answers, by promise or callback,
 * under the name `as`; `makes` with a function, whose calls are what the outside answers;
 * `chain` with something on which more can be called, and which `later` says what to make of when it is
 * awaited.
 */
export type Answer =
  | { readonly now: unknown }
  | Later
  | { readonly makes: (...values: readonly unknown[]) => unknown }
  | { readonly chain: (() => unknown) | undefined };

/** Answers the calls of a module's stand-in. */
export type Answers = (call: StubCall) => Answer;

/** Members that every function has, and that stand-ins leave as they are. */
const plainMembers = new Set<PropertyKey>(
  "prototype arguments caller length call apply bind toString valueOf hasOwnProperty".split(" "),
);

function withoutCallback(values: readonly unknown[]) {
  const last = values.at(-1);
  return typeof last === "function" ? { callback: last, values: values.slice(0, -1) } : { values };
}

/** Asks the outside, and gives the answer as Node.js programs take it: by callback if there is one. */
export function askLater(
  call: StubCall,
  { later, as, adapt = (value) => value }: Later,
): Promise<unknown> | undefined {
  const { callback, values } = withoutCallback(call.arguments);
  const path = as === undefined ? call.path : [...call.path, as];
  const named = { module: call.module, call: path.join("."), arguments: values };
  const ask = (settle: (error: unknown, value?: unknown) => void) =>
    lent.outside.ask(named, later, (error, value, isGiven) =>
      settle(error, isGiven ? adapt(value) : value),
    );
  if (!callback) {
    return new Promise((resolve, reject) =>
      ask((error, value) => (error === undefined ? resolve(value) : reject(error))),
    );
  }
  ask((error, value) => {
    if (error === undefined) callback(null, value);
    else callback(error);
  });
  return undefined;
}

function answerNow(call: StubCall, value: unknown): unknown {
  const stub = lent.outside.stubOf(call.module);
  lent.outside.note({ module: call.module, call: call.path.join("."), arguments: call.arguments });
  if (stub?.answers === "value") return structuredClone(stub.value);
  if (stub?.answers === "error") {
    throw Object.assign(new Error(stub.error.message), { name: stub.error.name });
  }
  return value;
}

/** What the module itself is when it is called: `format` of `date-fns/format`. */
function nameOfModule(module: string): string {
  const isBelow = module.split("/").length > (module.startsWith("@") ? 2 : 1);
  return isBelow ? module.slice(module.lastIndexOf("/") + 1) : "default";
}

type MiddlewareCall = readonly [request: object, response: object, next: () => unknown];

/** Whether a web framework calls it for a request: a stand-in lets the next one answer. */
function isMiddlewareCall(values: readonly unknown[]): values is MiddlewareCall {
  const [request, response, next] = values;
  const isResponse = typeof Object(response).setHeader === "function" && !lent.isStandIn(response);
  return isResponse && typeof Object(request).url === "string" && typeof next === "function";
}

/** A function that `new` may call, as it may not call an arrow function. */
function constructible() {
  function made() {}
  return made;
}

/**
 * A stand-in: a function, class and object at once, whose every member is one as well. What is written
 * to it stays.
 */
export function standIn(
  module: string,
  path: readonly string[],
  answers: Answers,
  whenAwaited?: () => Promise<unknown>,
): object {
  const members = new Map<PropertyKey, unknown>();
  const name = path.at(-1) ?? nameOfModule(module);
  const target = Object.defineProperty(constructible(), "name", { value: name });
  let awaited: Promise<unknown> | undefined;

  function member(key: string | symbol, receiver: unknown): unknown {
    if (members.has(key)) return members.get(key);
    if (key === "then") {
      if (!whenAwaited) return undefined;
      awaited ??= whenAwaited();
      return awaited.then.bind(awaited);
    }
    if (key === "catch" || key === "finally") {
      if (!whenAwaited) return undefined;
      awaited ??= whenAwaited();
      return awaited[key].bind(awaited);
    }
    const derived = Object.getPrototypeOf(target);
    if (derived !== Function.prototype && derived && key in derived) {
      return Reflect.get(derived, key, receiver);
    }
    if (key === "default") return receiver;
    if (key === "__esModule") return true;
    if (key === "toJSON") return () => ({});
    if (key === Symbol.hasInstance) return isInstance;
    if (key === Symbol.toPrimitive) return () => "";
    if (key === Symbol.iterator) return () => [][Symbol.iterator]();
    if (key === Symbol.asyncIterator) return async function* () {};
    if (typeof key === "symbol" || plainMembers.has(key)) return Reflect.get(target, key);
    if (key === "name") return name;
    const made = standIn(module, [...path, key], answers);
    members.set(key, made);
    return made;
  }

  /** An error counts as one of a class of its name, so that code can tell the submission's errors. */
  function isInstance(value: unknown): boolean {
    return value instanceof Error
      ? value.name === name
      : Function.prototype[Symbol.hasInstance].call(target, value);
  }

  function answer(values: readonly unknown[], isNew: boolean): unknown {
    if (isMiddlewareCall(values)) return values[2]();
    const call = { module, path, name, arguments: values, isNew };
    const given = answers(call);
    if ("now" in given) return answerNow(call, given.now);
    if ("later" in given) return askLater(call, given);
    if ("makes" in given) return given.makes;
    const { chain } = given;
    const later = chain && (() => Promise.resolve(askLater(call, { later: chain })));
    return standIn(module, path, answers, later);
  }

  const made = new Proxy(target, {
    get: (_, key, receiver) => member(key, receiver),
    set: (_, key, value) => {
      members.set(key, value);
      return true;
    },
    has: (_, key) => members.has(key),
    apply: (_, __, values) => answer(values, false),
    construct: (_, values, newTarget) => {
      const made = answer(values, true);
      const instance: object = Object(made);
      const isDerived = newTarget?.prototype && newTarget.prototype !== target.prototype;
      if (isDerived) Object.setPrototypeOf(instance, newTarget.prototype);
      return instance;
    },
  });
  lent.noteStandIn(made);
  return made;
}
