import type { FactId } from "../../facts";
import { type FunctionHeader, isHeaderName, isHeaderValue } from "../header-lines";
import { effectiveMembers, type Objections } from "../objections";
import { elements, type JsonText, jsonKind, type Member, members } from "../payload";

/** The members of an object that an HTTP API goes by. */
export function knownMembers(
  object: JsonText,
  objections: Objections,
  ...path: readonly string[]
): readonly Member[] {
  return effectiveMembers(members(object), objections, "http-api.duplicate-key", ...path);
}

/** The status that a payload asks for; 500 after an objection. */
export function readStatusCode({ value }: Member, objections: Objections): number {
  const refuse = (fact: FactId): number => {
    objections.refuse(fact, "statusCode");
    return 500;
  };
  const numericText = typeof value === "string" && /^\s*\d+\s*$/.test(value);
  if (typeof value !== "number" && !numericText) return refuse("http-api.status-code-type");
  const status = Number(value);
  if (status === 0) return refuse("http-api.status-code-zero");
  if (!Number.isInteger(status)) return refuse("http-api.status-code-fraction");
  if (status < 100 || status > 599) return refuse("http-api.status-code-range");
  if (numericText) objections.change("http-api.status-code-numeric-string", "statusCode");
  return status;
}

/** The payload's body; it has to be a string or null. */
export function readBody({ value }: Member, objections: Objections): string {
  if (typeof value === "string") return value;
  if (value === null) objections.change("http-api.nulls", "body");
  else if (jsonKind(value) === "object") objections.refuse("http-api.body-not-string", "body");
  else objections.refuse("http-api.body-scalar", "body");
  return "";
}

/** The payload's isBase64Encoded; it has to be a boolean or null. */
export function readFlag({ value }: Member, objections: Objections): boolean {
  if (typeof value !== "boolean" && value !== null) {
    objections.refuse("http-api.is-base64-encoded-type", "isBase64Encoded");
  }
  return value === true;
}

function headerLine(
  name: string,
  value: unknown,
  text: string,
  path: readonly (string | number)[],
  objections: Objections,
): readonly FunctionHeader[] {
  switch (jsonKind(value)) {
    case "null":
      objections.drop("http-api.header-value-null", ...path);
      return [];
    case "array":
    case "object":
      objections.refuse("http-api.header-value-list", ...path);
      return [];
    case "number":
    case "boolean":
      objections.change("http-api.header-value-scalar", ...path);
      break;
    case "string":
      break;
  }
  const written = typeof value === "string" ? value : text;
  if (isHeaderName(name) && isHeaderValue(written)) return [{ name, value: written, path }];
  objections.drop("http-api.header-illegal", ...path);
  return [];
}

/** The header lines of the payload's `headers`. */
export function readHeaders(map: Member, objections: Objections): readonly FunctionHeader[] {
  if (map.value === null) return [];
  if (jsonKind(map.value) !== "object") {
    objections.refuse("http-api.headers-type", map.name);
    return [];
  }
  return knownMembers(map, objections, map.name).flatMap(({ name, value, text }) =>
    headerLine(name, value, text, [map.name, name], objections),
  );
}

/** The header lines of format 1.0's `multiValueHeaders`. */
export function readMultiValueHeaders(
  map: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  if (map.value === null) return [];
  if (jsonKind(map.value) !== "object") {
    objections.refuse("http1.multi-value-type", map.name);
    return [];
  }
  return knownMembers(map, objections, map.name).flatMap(({ name, value, text }) => {
    if (!Array.isArray(value)) {
      objections.refuse("http1.multi-value-type", map.name, name);
      return [];
    }
    return elements(text).flatMap((elementText, index) =>
      headerLine(name, JSON.parse(elementText), elementText, [map.name, name, index], objections),
    );
  });
}
