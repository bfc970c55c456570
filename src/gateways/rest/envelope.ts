import type { FactId } from "../../facts";
import type { FunctionHeader } from "../header-lines";
import { collectObjections, effectiveMembers, type Objections } from "../objections";
import { jsonKind, type Member, members, type Payload } from "../payload";
import { multiValueHeaderLines, singleValueHeaderLines } from "./header-maps";

/** A payload that a REST API accepts, read by its rules. */
export interface Envelope {
  readonly statusCode: number;
  /** The lines of multiValueHeaders. */
  readonly multiValueLines: readonly FunctionHeader[];
  /** The lines of headers. */
  readonly singleValueLines: readonly FunctionHeader[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** An envelope, unless something in the payload was refused; and what the gateway objected to. */
export interface EnvelopeReading {
  readonly envelope?: Envelope;
  readonly objections: Objections;
}

const wrongKind: Record<Exclude<Payload["kind"], "object">, FactId> = {
  "not-json": "rest.payload-not-json",
  array: "rest.payload-array",
  string: "rest.payload-string",
  number: "rest.payload-scalar",
  boolean: "rest.payload-scalar",
  null: "rest.payload-null",
};

const knownKeys = ["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"];

const tellingKeys: ReadonlyMap<string, FactId> = new Map([
  ["cookies", "rest.cookies-key"],
  ["statusDescription", "rest.status-description-key"],
]);

function unknownKeyFact(name: string): FactId {
  const miscased = knownKeys.some((key) => key.toLowerCase() === name.toLowerCase());
  return tellingKeys.get(name) ?? (miscased ? "rest.key-casing" : "rest.unknown-key");
}

function readStatusCode({ value, text }: Member, objections: Objections): number {
  const refuse = (fact: FactId): number => {
    objections.refuse(fact, "statusCode");
    return 502;
  };
  if (value === null) {
    objections.change("rest.status-code-null", "statusCode");
    return 200;
  }
  if (typeof value === "string" && !/^\s*\d+\s*$/.test(value))
    return refuse("rest.status-code-word");
  if (typeof value !== "string" && typeof value !== "number")
    return refuse("rest.status-code-type");
  const status = Number(value);
  if (status === 0) return refuse("rest.status-code-zero");
  if (!Number.isInteger(status)) return refuse("rest.status-code-fraction");
  if (status < 100 || status > 599) return refuse("rest.status-code-range");
  if (text.startsWith('"')) objections.change("rest.status-code-numeric-string", "statusCode");
  return status;
}

function readBody({ value, text }: Member, objections: Objections): string {
  switch (jsonKind(value)) {
    case "string":
      return String(value);
    case "null":
      objections.change("rest.body-null", "body");
      return "";
    case "number":
      objections.change("rest.body-number", "body");
      return text;
    case "boolean":
      objections.change("rest.body-boolean", "body");
      return text;
    case "object":
      objections.refuse("rest.body-object", "body");
      return "";
    case "array":
      objections.refuse("rest.body-array", "body");
      return "";
  }
}

function readFlag({ name, value }: Member, objections: Objections): boolean {
  if (typeof value === "boolean") return value;
  const accepted =
    value === null || (typeof value === "string" && /^([Tt]rue|[Ff]alse)$/.test(value));
  if (accepted) objections.change("rest.is-base64-encoded-text", name);
  else objections.refuse("rest.is-base64-encoded-text", name);
  return value === "true" || value === "True";
}

/**
 * Reads a payload as a REST API's proxy integration does. Whatever it does not know or cannot take
 * is refused; the rules are the facts `rest.*` that the objections name.
 */
export function readEnvelope(payload: Payload): EnvelopeReading {
  const objections = collectObjections();
  if (payload.kind !== "object") {
    objections.refuse(wrongKind[payload.kind]);
    return { objections };
  }
  const envelope = {
    statusCode: 200,
    multiValueLines: [] as readonly FunctionHeader[],
    singleValueLines: [] as readonly FunctionHeader[],
    body: "",
    isBase64Encoded: false,
  };
  let alias: boolean | undefined;
  for (const member of effectiveMembers(members(payload), objections, "rest.duplicate-key")) {
    switch (member.name) {
      case "statusCode":
        envelope.statusCode = readStatusCode(member, objections);
        break;
      case "headers":
        envelope.singleValueLines = singleValueHeaderLines(member, objections);
        break;
      case "multiValueHeaders":
        envelope.multiValueLines = multiValueHeaderLines(member, objections);
        break;
      case "body":
        envelope.body = readBody(member, objections);
        break;
      case "isBase64Encoded":
        envelope.isBase64Encoded = readFlag(member, objections);
        break;
      case "base64Encoded":
        alias = readFlag(member, objections);
        objections.change("rest.base64-encoded-alias", member.name);
        break;
      default:
        objections.refuse(unknownKeyFact(member.name), member.name);
    }
  }
  if (objections.refused()) return { objections };
  return {
    envelope: { ...envelope, isBase64Encoded: alias ?? envelope.isBase64Encoded },
    objections,
  };
}
