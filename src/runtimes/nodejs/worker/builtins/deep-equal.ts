/**
 * Strict deep equality as Node.js's `assert.deepStrictEqual` and `util.isDeepStrictEqual` define it; loose
 * compares primitives with `==` and ignores prototypes.
 */
export function isDeepEqual(left: unknown, right: unknown, strict: boolean): boolean {
  return equal(left, right, strict, new Map());
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function equal(
  left: unknown,
  right: unknown,
  strict: boolean,
  compared: Map<object, object>,
): boolean {
  if (Object.is(left, right)) return true;
  if (!isObject(left) || !isObject(right)) {
    // biome-ignore lint/suspicious/noDoubleEquals: loose equality is what is asked for
    return !strict && (left == right || (Number.isNaN(left) && Number.isNaN(right)));
  }
  if (compared.get(left) === right) return true;
  compared.set(left, right);
  if (strict && Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  return (
    haveEqualSlots(left, right, strict, compared) && haveEqualKeys(left, right, strict, compared)
  );
}

type Compared = Map<object, object>;

/** Compares what objects hold besides their members. */
function haveEqualSlots(left: object, right: object, strict: boolean, compared: Compared): boolean {
  const tag = Object.prototype.toString.call(left);
  if (tag !== Object.prototype.toString.call(right)) return false;
  if (left instanceof Date || left instanceof Number || left instanceof String) {
    return Object.is(left.valueOf(), right.valueOf());
  }
  if (left instanceof Boolean || left instanceof RegExp) return String(left) === String(right);
  if (left instanceof Error && right instanceof Error) {
    return left.message === right.message && left.name === right.name;
  }
  if (left instanceof Map && right instanceof Map) {
    return (
      left.size === right.size &&
      [...left].every(
        ([key, value]) => right.has(key) && equal(value, right.get(key), strict, compared),
      )
    );
  }
  if (left instanceof Set && right instanceof Set) {
    const members = [...right];
    return (
      left.size === right.size &&
      [...left].every(
        (member) =>
          right.has(member) ||
          members.some((other) => isObject(other) && equal(member, other, strict, compared)),
      )
    );
  }
  return true;
}

function haveEqualKeys(left: object, right: object, strict: boolean, compared: Compared): boolean {
  const [names, others] = [Object.keys(left), Object.keys(right)];
  return (
    names.length === others.length &&
    names.every(
      (name) =>
        Object.hasOwn(right, name) &&
        equal(Reflect.get(left, name), Reflect.get(right, name), strict, compared),
    )
  );
}
