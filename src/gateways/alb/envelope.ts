import { type FunctionHeader, isHeaderName, isHeaderValue } from "../header-lines";
import { collectObjections, effectiveMembers, type Objections } from "../objections";
import { jsonKind, type Member, members, type Payload } from "../payload";

/** A payload that a load balancer accepts. */
export interface AlbEnvelope {
  readonly statusCode: number;
  readonly lines: readonly FunctionHeader[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** An envelope, unless something in the payload was refused. */
export interface AlbReading {
  readonly envelope?: AlbEnvelope;
  readonly objections: Objections;
}

function checked(line: FunctionHeader, objections: Objections): readonly FunctionHeader[] {
  if (isHeaderName(line.name) && isHeaderValue(line.value)) return [line];
  objections.refuse("alb.header-illegal", ...line.path);
  return [];
}

function readHeader({ name, value }: Member, objections: Objections): readonly FunctionHeader[] {
  const path = ["headers", name];
  if (typeof value === "string") return checked({ name, value, path }, objections);
  const scalar = typeof value === "boolean" || typeof value === "number";
  objections.refuse(scalar ? "alb.header-value-type" : "alb.header-value-other", ...path);
  return [];
}

function readMultiValueHeader(
  { name, value }: Member,
  objections: Objections,
): readonly FunctionHeader[] {
  const path = ["multiValueHeaders", name];
  if (!Array.isArray(value)) {
    objections.refuse("alb.multi-value-type", ...path);
    return [];
  }
  return value.flatMap((element, index) => {
    const place = [...path, index];
    if (typeof element === "string")
      return checked({ name, value: element, path: place }, objections);
    objections.refuse("alb.multi-value-type", ...place);
    return [];
  });
}

/** The lines of one of the two header maps; of the map that does not count only that it is an object. */
function readMap(map: Member, counts: boolean, objections: Objections): readonly FunctionHeader[] {
  const multi = map.name === "multiValueHeaders";
  if (jsonKind(map.value) !== "object") {
    objections.refuse("alb.member-type", map.name);
    return [];
  }
  const all = effectiveMembers(members(map), objections, "alb.duplicate-key", map.name);
  if (!counts) {
    if (all.length > 0)
      objections.drop(multi ? "alb.multi-value-off" : "alb.multi-value-on", map.name);
    return [];
  }
  return all.flatMap((member) =>
    multi ? readMultiValueHeader(member, objections) : readHeader(member, objections),
  );
}

function readStatusCode({ value }: Member, objections: Objections): number {
  const legal = typeof value === "number" && Number.isInteger(value) && value >= 100 && value < 600;
  if (!legal) objections.refuse("alb.status-code-type", "statusCode");
  return Number(value);
}

const nullable: ReadonlySet<string> = new Set([
  "headers",
  "multiValueHeaders",
  "body",
  "statusDescription",
]);

/** Reads a payload as a load balancer does, whose attribute lambda.multi_value_headers.enabled is on or off. */
export function readEnvelope(payload: Payload, multiValueHeaders: boolean): AlbReading {
  const objections = collectObjections();
  if (payload.kind !== "object") {
    objections.refuse("alb.payload-not-object");
    return { objections };
  }
  let statusCode: number | undefined;
  let lines: readonly FunctionHeader[] = [];
  let body = "";
  let isBase64Encoded = false;
  for (const member of effectiveMembers(members(payload), objections, "alb.duplicate-key")) {
    const { name, value } = member;
    if (value === null && nullable.has(name)) {
      objections.refuse("alb.null-member", name);
      continue;
    }
    switch (name) {
      case "statusCode":
        statusCode = readStatusCode(member, objections);
        break;
      case "headers":
        lines = [...lines, ...readMap(member, !multiValueHeaders, objections)];
        break;
      case "multiValueHeaders":
        lines = [...lines, ...readMap(member, multiValueHeaders, objections)];
        break;
      case "body":
        if (typeof value === "string") body = value;
        else objections.refuse("alb.body-type", "body");
        break;
      case "isBase64Encoded":
        if (typeof value === "boolean") isBase64Encoded = value;
        else objections.refuse("alb.member-type", "isBase64Encoded");
        break;
      case "statusDescription":
        break;
      default:
        objections.drop("alb.unknown-key", name);
    }
  }
  if (statusCode === undefined) objections.refuse("alb.status-code-missing");
  if (statusCode === undefined || objections.refused()) return { objections };
  return { envelope: { statusCode, lines, body, isBase64Encoded }, objections };
}
