import { lent } from "../lent";
import type { Answers } from "./stand-in";

const base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const base64Url = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";

function randomText(length: number, alphabet: string): string {
  const bytes = new Uint8Array(length);
  lent.getRandomValues(bytes);
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
}

function uuid(): string {
  const hex = randomText(32, "0123456789abcdef");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

const identifiers: readonly (readonly [RegExp, () => string])[] = [
  [/uuid/, uuid],
  [/ulid|ksuid/, () => randomText(26, base32)],
  [/nanoid|cuid|shortid|hashids|uniqid|random/, () => randomText(21, base64Url)],
];

/** Functions that give text: identifiers are random ones, all else is what was given, as text. */
export const answerText: Answers = ({ module, name, isNew, arguments: [first] }) => {
  if (isNew || /^(use|plugin|set|register|extend|config|options|customAlphabet)/.test(name)) {
    return { chain: undefined };
  }
  const [, make] = identifiers.find(([pattern]) => pattern.test(module)) ?? [];
  if (make) return { now: /^(validate|isValid)/.test(name) ? true : make() };
  if (/^(sign|encode|stringify|serialize|render|format|escape|dump|build)/.test(name)) {
    return { now: typeof first === "string" ? first : JSON.stringify(first ?? "") };
  }
  if (/^(verify|decode|parse|load)/.test(name)) return { now: {} };
  if (/^(lookup|contentType)/.test(name)) return { now: "application/octet-stream" };
  return { now: typeof first === "string" ? first : String(first ?? "") };
};

function get(value: unknown, path: unknown, otherwise?: unknown): unknown {
  const steps = Array.isArray(path)
    ? path
    : String(path)
        .split(/[.[\]]+/)
        .filter(Boolean);
  const found = steps.reduce<unknown>(
    (holder, step) =>
      holder === null || holder === undefined ? undefined : Reflect.get(Object(holder), step),
    value,
  );
  return found === undefined ? otherwise : found;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "number") return true;
  if (typeof value === "string") return value === "";
  return Object.keys(Object(value)).length === 0;
}

type Step = ((item: unknown) => unknown) | string | undefined;

function evaluate(step: Step, item: unknown): unknown {
  if (typeof step === "function") return step(item);
  return step === undefined ? item : get(item, step);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : Object.values(Object(value ?? []));
}

function chosen(value: unknown, names: readonly unknown[], keeps: boolean): object {
  const wanted = new Set(names.flat().map(String));
  const entries = Object.entries(Object(value ?? {}));
  return Object.fromEntries(entries.filter(([name]) => wanted.has(name) === keeps));
}

/** What functions over data mean everywhere, by name. */
const functionsOverData: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  get,
  isEmpty,
  isNil: (value: unknown) => value === null || value === undefined,
  isString: (value: unknown) => typeof value === "string",
  isArray: Array.isArray,
  isObject: (value: unknown) => typeof value === "object" && value !== null,
  isFunction: (value: unknown) => typeof value === "function",
  map: (list: unknown, step: Step) => listOf(list).map((item) => evaluate(step, item)),
  filter: (list: unknown, step: Step) => listOf(list).filter((item) => evaluate(step, item)),
  find: (list: unknown, step: Step) => listOf(list).find((item) => evaluate(step, item)),
  forEach: (list: unknown, step: Step) => {
    for (const item of listOf(list)) evaluate(step, item);
    return list;
  },
  uniq: (list: unknown) => [...new Set(listOf(list))],
  flatten: (list: unknown) => listOf(list).flat(),
  pick: (value: unknown, ...names: unknown[]) => chosen(value, names, true),
  omit: (value: unknown, ...names: unknown[]) => chosen(value, names, false),
  merge: (...values: unknown[]) => Object.assign({}, ...values),
  assign: (target: object, ...values: unknown[]) => Object.assign(target, ...values),
  defaults: (value: unknown, ...values: unknown[]) => Object.assign({}, ...values.reverse(), value),
  keys: (value: unknown) => Object.keys(Object(value ?? {})),
  values: listOf,
  size: (value: unknown) => listOf(value).length,
  cloneDeep: (value: unknown) => structuredClone(value),
  groupBy: (list: unknown, step: Step) => {
    const groups: Record<string, unknown[]> = {};
    for (const item of listOf(list)) {
      const key = String(evaluate(step, item));
      groups[key] = [...(groups[key] ?? []), item];
    }
    return groups;
  },
};

const dateModules = /^(moment|dayjs|luxon|date-fns|@date-fns|@js-joda|js-joda|chrono)/;

function answerDate(name: string, isNew: boolean, first: unknown): ReturnType<Answers> {
  const time = first instanceof Date || typeof first === "number" ? new Date(first) : new Date();
  if (
    /^(format|toISO|toISOString|toString|toJSON|fromNow|formatISO|formatDistance|humanize)/.test(
      name,
    )
  ) {
    return { now: time.toISOString() };
  }
  if (/^(unix|toUnixInteger|getUnixTime|toSeconds)/.test(name))
    return { now: Math.floor(time.getTime() / 1000) };
  if (/^(valueOf|toMillis|getTime|diff|difference)/.test(name))
    return { now: name.startsWith("diff") ? 0 : time.getTime() };
  if (/^is[A-Z]/.test(name)) return { now: name === "isValid" };
  if (
    /^(toDate|toJSDate|parseISO|parse|addDays|subDays|add|sub|startOf|endOf)/.test(name) &&
    !isNew &&
    first instanceof Date
  ) {
    return { now: time };
  }
  return { chain: undefined };
}

/** Functions over data: the common ones do what they do, all else gives back what it was given. */
export const answerData: Answers = ({ module, name, isNew, arguments: values }) => {
  const [first] = values;
  if (dateModules.test(module)) return answerDate(name, isNew, first);
  if (isNew) return { chain: undefined };
  const known =
    functionsOverData[name] ?? functionsOverData[module.replace(/^lodash(-es)?[./]/, "")];
  if (known) return { now: Reflect.apply(known, undefined, [...values]) };
  return { now: first };
};

/** Hashes and comparisons: they succeed. */
export const answerSecret: Answers = ({ module, name, isNew, arguments: [first] }) => {
  if (isNew) return { chain: undefined };
  if (/Sync$/.test(name))
    return { now: name.startsWith("compare") ? true : `hash of ${String(first)}` };
  if (/^(compare|verify)$/.test(name)) return { later: () => (module.includes("jwt") ? {} : true) };
  if (/^(hash|genSalt|sign|getSigningKey)$/.test(name)) return { later: () => "$2b$10$hash" };
  return { chain: () => ({}) };
};

/** Checks that pass: what is given to a check comes back. */
export const answerValidator: Answers = ({ name, isNew, arguments: [first, second] }) => {
  switch (name) {
    case "parse":
    case "cast":
    case "validateSync":
    case "attempt":
    case "assert":
      return { now: first };
    case "safeParse":
      return { now: { success: true, data: first } };
    case "parseAsync":
    case "validateAsync":
      return { later: () => first };
    case "safeParseAsync":
      return { later: () => ({ success: true, data: first }) };
    case "validate":
      return { chain: () => first };
    case "compile":
      return { now: Object.assign(() => true, { errors: null }) };
    case "validateOrReject":
      return { later: () => undefined };
    case "plainToClass":
    case "plainToInstance":
      return { now: Object.assign(Object.create(Reflect.get(Object(first), "prototype")), second) };
    default:
      if (!isNew && /^is[A-Z]/.test(name)) return { now: true };
      return { chain: undefined };
  }
};

/** Configuration and errors. */
export const answerConfig: Answers = ({ module, name, isNew, arguments: values }) => {
  if (/http-errors|boom/.test(module) && !isNew && name !== "isHttpError") {
    const status = values.find((value) => typeof value === "number");
    const text = values.find((value) => typeof value === "string") ?? name;
    const statusCode = status ?? 500;
    return {
      now: Object.assign(new Error(String(text)), {
        statusCode,
        status: statusCode,
        expose: statusCode < 500,
      }),
    };
  }
  if (/dotenv/.test(module)) return { now: { parsed: {} } };
  if (name === "get" && values.length > 1) return { now: values[1] };
  return { chain: undefined };
};
