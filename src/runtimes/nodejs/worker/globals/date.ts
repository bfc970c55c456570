import { apply, construct, defineProperty, NativeDate } from "../primordials";

type DateMethod = (this: Date, ...parameters: number[]) => number;

/** Methods of local time, which on Lambda is UTC, so that each is its UTC twin. */
const localMethods = [
  "Date",
  "Day",
  "FullYear",
  "Hours",
  "Milliseconds",
  "Minutes",
  "Month",
  "Seconds",
] as const;

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const zone = "GMT+0000 (Coordinated Universal Time)";

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function dateText(date: Date): string {
  const year = date.getUTCFullYear();
  const digits = year < 0 ? `-${String(-year).padStart(6, "0")}` : String(year).padStart(4, "0");
  return `${weekdays[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${twoDigits(date.getUTCDate())} ${digits}`;
}

function timeText(date: Date): string {
  const parts = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  return `${parts.join(":")} ${zone}`;
}

/** Whether `Date.parse` would take a text without a zone as local time. */
function isLocalTime(text: string): boolean {
  return !/(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?)\s*(?:\(.*\))?$/i.test(text.trim());
}

const nativeParse = NativeDate.parse;
const nativeUtc = NativeDate.UTC;
const { getTimezoneOffset } = NativeDate.prototype;

/** A text's time with UTC as the local time zone. */
function parseAsUtc(text: string): number {
  const time = nativeParse(text);
  if (Number.isNaN(time) || !isLocalTime(text) || /^[+-]?\d{4,6}(-\d\d){0,2}$/.test(text)) {
    return time;
  }
  return time - apply(getTimezoneOffset, new NativeDate(time), []) * 60_000;
}

function replace(name: string, value: unknown): void {
  defineProperty(NativeDate.prototype, name, { value, writable: true, configurable: true });
}

function makeMethodsUtc(): void {
  const prototype = NativeDate.prototype as unknown as Record<string, DateMethod | undefined>;
  for (const name of localMethods) {
    for (const verb of ["get", "set"]) {
      const twin = prototype[`${verb}UTC${name}`];
      if (twin) replace(`${verb}${name}`, twin);
    }
  }
  replace("getTimezoneOffset", () => 0);
  const isInvalid = (date: Date) => Number.isNaN(date.getTime());
  const written = (write: (date: Date) => string) =>
    function toText(this: Date): string {
      return isInvalid(this) ? "Invalid Date" : write(this);
    };
  replace(
    "toString",
    written((date) => `${dateText(date)} ${timeText(date)}`),
  );
  replace("toDateString", written(dateText));
  replace("toTimeString", written(timeText));
}

function makeLocaleMethodsUtc(): void {
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"] as const) {
    const native = NativeDate.prototype[name] as (this: Date, ...parameters: unknown[]) => string;
    replace(name, function inUtc(this: Date, locales: unknown = "en-US", options: object = {}) {
      return apply(native, this, [locales, { timeZone: "UTC", ...options }]);
    });
  }
}

/** `Intl.DateTimeFormat` and its kin with Lambda's defaults: en-US, and UTC. */
function setLocale(): void {
  const NativeFormat = Intl.DateTimeFormat;
  const withDefaults = (parameters: readonly unknown[]) => [
    parameters[0] ?? "en-US",
    { timeZone: "UTC", ...(parameters[1] as object | undefined) },
  ];
  Intl.DateTimeFormat = new Proxy(NativeFormat, {
    construct: (target, parameters, newTarget) =>
      construct(target, withDefaults(parameters), newTarget),
    apply: (target, _, parameters) => construct(target, withDefaults(parameters)),
  });
  Object.assign(Intl, {
    NumberFormat: new Proxy(Intl.NumberFormat, {
      construct: (target, [locales = "en-US", options], newTarget) =>
        construct(target, [locales, options], newTarget),
      apply: (target, _, [locales = "en-US", options]) => construct(target, [locales, options]),
    }),
  });
  const toLocaleNumber = Number.prototype.toLocaleString;
  Number.prototype.toLocaleString = function inEnglish(locales = "en-US", options) {
    return apply(toLocaleNumber, this, [locales, options]);
  };
}

/** The `Date` of the process: on its own clock, in Lambda's time zone, which is UTC. */
export function createDate(now: () => number): DateConstructor {
  makeMethodsUtc();
  makeLocaleMethodsUtc();
  setLocale();

  function timeOf(parameters: readonly unknown[]): unknown[] {
    if (parameters.length === 0) return [Math.trunc(now())];
    if (parameters.length > 1) return [apply(nativeUtc, NativeDate, parameters as number[])];
    const [value] = parameters;
    return [typeof value === "string" ? parseAsUtc(value) : value];
  }

  function virtualDate(...parameters: unknown[]): unknown {
    if (!new.target) return new NativeDate(Math.trunc(now())).toString();
    return construct(NativeDate, timeOf(parameters), new.target);
  }

  defineProperty(virtualDate, "name", { value: "Date", configurable: true });
  defineProperty(virtualDate, "length", { value: 7, configurable: true });
  defineProperty(virtualDate, "prototype", { value: NativeDate.prototype, writable: false });
  defineProperty(NativeDate.prototype, "constructor", {
    value: virtualDate,
    writable: true,
    configurable: true,
  });
  const statics = { now: () => Math.trunc(now()), parse: parseAsUtc, UTC: nativeUtc };
  for (const [name, value] of Object.entries(statics)) {
    defineProperty(virtualDate, name, { value, writable: true, configurable: true });
  }
  return virtualDate as unknown as DateConstructor;
}
