import { type FunctionHeader, isHeaderName, isHeaderValue } from "../header-lines";
import { effectiveMembers, type Objections } from "../objections";
import { elements, jsonKind, type Member, members } from "../payload";

/** A value's text as a header carries it; undefined when the value is no scalar. */
function scalarText(value: unknown, text: string): string | undefined {
  switch (jsonKind(value)) {
    case "string":
      return String(value);
    case "number":
    case "boolean":
      return text;
    default:
      return undefined;
  }
}

function mapMembers(map: Member, objections: Objections): readonly Member[] {
  return effectiveMembers(members(map), objections, "rest.duplicate-key", map.name);
}

function checked(line: FunctionHeader, objections: Objections): readonly FunctionHeader[] {
  if (isHeaderName(line.name) && isHeaderValue(line.value)) return [line];
  objections.refuse("rest.header-illegal", ...line.path);
  return [];
}

function singleValueLine(
  mapName: string,
  { name, value, text }: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  const path = [mapName, name];
  const written = scalarText(value, text);
  if (written === undefined) {
    if (value === null) objections.drop("rest.header-value-null", ...path);
    else objections.refuse("rest.header-value-list", ...path);
    return [];
  }
  if (typeof value === "boolean") objections.change("rest.header-value-boolean", ...path);
  if (typeof value === "number") objections.change("rest.header-value-number", ...path);
  return checked({ name, value: written, path }, objections);
}

/** The header lines of the payload's `headers`, refusing what a REST API refuses. */
export function singleValueHeaderLines(
  map: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  switch (jsonKind(map.value)) {
    case "null":
      return [];
    case "object":
      return mapMembers(map, objections).flatMap((member) =>
        singleValueLine(map.name, member, objections),
      );
    case "array":
      objections.refuse("rest.headers-array", map.name);
      return [];
    default:
      objections.refuse("rest.headers-type", map.name);
      return [];
  }
}

function multiValueLines(
  mapName: string,
  { name, value, text }: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  if (jsonKind(value) !== "array") {
    objections.refuse("rest.multi-value-not-list", mapName, name);
    return [];
  }
  return elements(text).flatMap((elementText, index) => {
    const path = [mapName, name, index];
    const element: unknown = JSON.parse(elementText);
    const written = scalarText(element, elementText);
    if (written === undefined) {
      if (element === null) objections.drop("rest.multi-value-element", ...path);
      else objections.refuse("rest.multi-value-element", ...path);
      return [];
    }
    if (typeof element !== "string") objections.change("rest.multi-value-element", ...path);
    return checked({ name, value: written, path }, objections);
  });
}

/** The header lines of the payload's `multiValueHeaders`, refusing what a REST API refuses. */
export function multiValueHeaderLines(
  map: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  switch (jsonKind(map.value)) {
    case "null":
      return [];
    case "object":
      return mapMembers(map, objections).flatMap((member) =>
        multiValueLines(map.name, member, objections),
      );
    case "array":
      objections.refuse("rest.multi-value-headers-array", map.name);
      return [];
    default:
      objections.refuse("rest.multi-value-headers-type", map.name);
      return [];
  }
}
