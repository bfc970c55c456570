import type { Observed } from "../observer";
import { append, apply, isArray, isInteger, isPromise, nativeStringify } from "../primordials";

const mostPaths = 200;

type Replacer = (this: unknown, name: string, value: unknown) => unknown;

/** `name` as a step of a JSON path: `.name`, `["a b"]` or `[0]`. */
function step(holder: unknown, name: string): string {
  if (isArray(holder) && isInteger(Number(name))) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${nativeStringify(name)}]`;
}

/**
 * A replacer that changes nothing and notes what the text will not show: members that are dropped, and
 * promises, which become `{}`. It sees each member once, after `toJSON`, as the serialisation itself does.
 */
export function notingReplacer(observed: Observed): Replacer {
  const paths = new WeakMap<object, string>();
  return function note(name, value) {
    const isRoot = typeof this === "object" && this !== null && !paths.has(this);
    const parent = typeof this === "object" && this !== null ? paths.get(this) : undefined;
    const path = isRoot ? "$" : `${parent}${step(this, name)}`;
    const type = typeof value;
    if (!isRoot && (value === undefined || type === "function" || type === "symbol")) {
      if (observed.droppedMembers.length < mostPaths) append(observed.droppedMembers, path);
    }
    if (type === "object" && value !== null) {
      if (isPromise(value) && observed.promiseMembers.length < mostPaths) {
        append(observed.promiseMembers, path);
      }
      if (!paths.has(value as object)) paths.set(value as object, path);
    }
    return value;
  };
}

/**
 * `JSON.stringify` as the runtime's client calls it: the one that user code may have replaced. What the
 * native one leaves out is noted.
 */
export function stringifyResult(
  value: unknown,
  observed: Observed,
  usersStringify: unknown,
  pristine: unknown,
): unknown {
  const given = value === undefined ? null : value;
  if (usersStringify === pristine) return nativeStringify(given, notingReplacer(observed));
  return apply(usersStringify as () => unknown, JSON, [given]);
}

/** Whether a value given to the user's own `JSON.stringify` has a promise in it. */
export function holdsPromise(value: unknown, depth = 4): boolean {
  if (isPromise(value)) return true;
  if (depth === 0 || typeof value !== "object" || value === null) return false;
  try {
    return Object.values(value).some((member) => holdsPromise(member, depth - 1));
  } catch {
    return false;
  }
}
