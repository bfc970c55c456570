import type { Members } from "./envelope";

/** The keys of a response that people mean when they write another one. */
const meantKeys = [
  "statusCode",
  "headers",
  "multiValueHeaders",
  "body",
  "isBase64Encoded",
  "cookies",
] as const;
type MeantKey = (typeof meantKeys)[number];

/** Keys that every REST API takes for what they are. */
const exactKeys: ReadonlySet<string> = new Set([...meantKeys, "base64Encoded"]);

/** Other names that people give to the keys, letters and digits only, in lower case. */
const aliases: ReadonlyMap<string, MeantKey> = new Map([
  ["httpstatuscode", "statusCode"],
  ["httpstatus", "statusCode"],
  ["httpcode", "statusCode"],
  ["responsecode", "statusCode"],
  ["isbase64", "isBase64Encoded"],
  ["base64", "isBase64Encoded"],
  ["isbase64encode", "isBase64Encoded"],
]);

/** What machine translation makes of the keys. */
const translations: readonly { readonly meant: MeantKey; readonly pattern: RegExp }[] = [
  { meant: "statusCode", pattern: /状态|狀態|상태|ステータス|état|estado|статус/iu },
  { meant: "isBase64Encoded", pattern: /base64|编码|編碼|인코딩|エンコード/iu },
  { meant: "headers", pattern: /标题|標題|标头|標頭|头|頭|헤더|머리글|제목|ヘッダ|заголовк/iu },
  {
    meant: "body",
    pattern: /正文|主体|主體|身体|身體|本文|본문|본체|몸|바디|ボディ|тело|cuerpo/iu,
  },
];

/** A key that stands in the place of another one. */
export interface WrongKey {
  readonly key: string;
  readonly meant: MeantKey;
  /** Whether it is the key itself in another case or language, rather than a word close to it. */
  readonly sure: boolean;
}

/** The keys of a returned object, told apart. */
export interface Keys {
  readonly exact: readonly string[];
  readonly wrong: readonly WrongKey[];
  /** Keys that have nothing to do with a response's. */
  readonly foreign: readonly string[];
}

/** The least number of letters to put in, take out, change or swap with their neighbour. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 && column > 1
          ? (beforeLast[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** Whether a value could stand under the key that is meant. */
function fits(meant: MeantKey, value: unknown): boolean {
  const isMap = typeof value === "object" && !Array.isArray(value);
  switch (meant) {
    case "statusCode":
      return /^[1-5]\d\d$/.test(String(value));
    case "headers":
    case "multiValueHeaders":
      return isMap;
    case "isBase64Encoded":
      return typeof value === "boolean" || value === "true" || value === "false" || value === null;
    case "cookies":
      return Array.isArray(value);
    case "body":
      return typeof value === "string" || typeof value === "object";
    default:
      return meant satisfies never;
  }
}

function meantBy(key: string, value: unknown): WrongKey | undefined {
  const letters = key.toLowerCase().replace(/[\s_.-]/g, "");
  const same = meantKeys.find((meant) => meant.toLowerCase() === letters) ?? aliases.get(letters);
  if (same) return { key, meant: same, sure: true };
  if (letters === "code" && fits("statusCode", value)) {
    return { key, meant: "statusCode", sure: false };
  }
  if (/[^\p{ASCII}]/u.test(key)) {
    const found = translations.find(
      ({ meant, pattern }) => pattern.test(key) && fits(meant, value),
    );
    return found && { key, meant: found.meant, sure: true };
  }
  if (letters.length > 20) return undefined;
  const close = meantKeys.find(
    (meant) =>
      editDistance(letters, meant.toLowerCase()) <= (meant.length > 5 ? 2 : 1) &&
      fits(meant, value),
  );
  return close && { key, meant: close, sure: false };
}

/** Tells the keys of a returned object apart: those of a response, those meant as such, and others. */
export function readKeys(members: Members): Keys {
  const names = Object.keys(members);
  const exact = names.filter((name) => exactKeys.has(name));
  const guessed = names.flatMap((name) => {
    const wrong = exactKeys.has(name) ? undefined : meantBy(name, members[name]);
    return wrong && !exact.includes(wrong.meant) ? [wrong] : [];
  });
  const sure = guessed.filter((wrong) => wrong.sure);
  const isResponse =
    exact.length > 0 || sure.length > 1 || sure.some(({ meant }) => meant === "statusCode");
  const alone = sure.length > 0 && guessed.length === names.length;
  const wrong = isResponse || alone ? guessed : [];
  const foreign = names.filter(
    (name) => !exactKeys.has(name) && !wrong.some(({ key }) => key === name),
  );
  return { exact, wrong, foreign };
}

function inPascalCase({ key, meant }: WrongKey): boolean {
  return key === `${meant.charAt(0).toUpperCase()}${meant.slice(1)}`;
}

/** Whether these are the keys of a .NET or Go type whose names were written as they are: StatusCode, Headers, Body. */
export function arePascalCase({ exact, wrong }: Keys): boolean {
  const capitalised = wrong.filter(inPascalCase);
  return (
    exact.length === 0 &&
    capitalised.length === wrong.length &&
    (capitalised.length > 1 || capitalised.some(({ meant }) => meant === "statusCode"))
  );
}

/** Whether `status` stands where `statusCode` should: an HTTP status in an object that is a response otherwise. */
export function hasStatusForStatusCode(members: Members): boolean {
  const { status } = members;
  const isStatus = /^[1-5]\d\d$/.test(String(status));
  const others = ["body", "headers", "statusText", "statusDescription", "isBase64Encoded"];
  return (
    isStatus &&
    (members.statusCode ?? undefined) === undefined &&
    others.some((name) => Object.hasOwn(members, name))
  );
}

/** Whether any key, right or wrong, holds what was meant as the status; gateways take null for none. */
export function meansStatus(members: Members): boolean {
  return (
    (members.statusCode !== undefined && members.statusCode !== null) ||
    hasStatusForStatusCode(members) ||
    readKeys(members).wrong.some(({ meant }) => meant === "statusCode")
  );
}
