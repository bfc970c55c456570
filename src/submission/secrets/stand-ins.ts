import type { SecretKind } from "./secret-patterns";

/** AWS's own documentation uses these accounts. */
const accounts = ["123456789012", "111122223333", "444455556666", "777788889999", "999988887777"];

/** The blocks that RFC 5737 keeps for documentation, by the length of the address that each makes. */
const addressBlocks: readonly { readonly longest: number; readonly block: string }[] = [
  { longest: 11, block: "192.0.2." },
  { longest: 13, block: "203.0.113." },
  { longest: 15, block: "198.51.100." },
];

/** Text of a length, numbered from the second one on where there is room, in letters that base64, URLs and JSON all allow. */
function filler(length: number, number: number, beginning = "REDACTED"): string {
  const spare = length - beginning.length;
  const end = number > 1 && String(number).length <= spare ? String(number) : "";
  const start = beginning.slice(0, Math.max(0, length - end.length));
  return start + "A".repeat(Math.max(0, length - start.length - end.length)) + end;
}

function masked(text: string, number: number): string {
  if (/^[\da-f-]+$/i.test(text)) {
    return text.replace(/[\da-f]/gi, "0").replace(/0(?=[^0]*$)/, (number % 10).toString());
  }
  const [, prefix = "", rest = text] =
    /^((?:[srp]k_(?:live|test)|whsec|sk|gh[pousr]|github_pat|glpat|xox[abeprs]|AIza|SG)[_.-]?)?(.*)$/s.exec(
      text,
    ) ?? [];
  const padding = /=*$/.exec(rest)?.[0] ?? "";
  return prefix + filler(rest.length - padding.length, number) + padding;
}

/** A token whose header and payload can still be decoded, and whose signature is of the same length or shorter. */
function webToken(text: string, number: number): string {
  const [header = "", payload = "", ...others] = text.split(".");
  if (others.length !== 1) return text.replace(/[\w-]+/g, (part) => filler(part.length, number));
  const claims = `{"sub":"redacted${number > 1 ? number : ""}"}`;
  const stand = btoa(claims.padEnd(3 * Math.ceil(claims.length / 3))).replaceAll("=", "");
  const spare = Math.max(8, payload.length - stand.length + (others[0]?.length ?? 0));
  return `${header}.${stand}.${filler(spare, number)}`;
}

function mail(text: string, number: number): string {
  const at = text.includes("@") ? "@" : "%40";
  const domain = `${at}example.com`;
  const name = filler(Math.max(8, text.length - domain.length), 1, "redacted").toLowerCase();
  return name + (number > 1 ? number : "") + domain;
}

function address(text: string, number: number): string {
  if (text.includes(":")) return `2001:db8::${number.toString(16)}`;
  const blocks = addressBlocks.filter(({ longest }) => longest >= text.length);
  const { block } = blocks[0] ?? { block: "192.0.2." };
  return `${block}${((number - 1) % 254) + 1}`;
}

/**
 * What takes the place of a secret: of the same kind, shape and mostly length, so that base64, JSON, a
 * token or an ARN stays one and means the same to Lambda and the gateways. `number` tells apart the
 * secrets of one kind, from 1.
 */
export function standInFor(kind: SecretKind, text: string, number: number): string {
  switch (kind) {
    case "private-key":
      return text.replace(/\\[rn]|[A-Za-z0-9+/]/g, (part) => (part.length > 1 ? part : "A"));
    case "aws-access-key-id":
      return `${text.slice(0, 4)}${number > 1 ? filler(9, number, "REDACTED") : "IOSFODNN7"}EXAMPLE`;
    case "aws-secret-key":
      return number > 1
        ? filler(40, number, "EXAMPLEKEY")
        : "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    case "token":
      return text.startsWith("eyJ") ? webToken(text, number) : masked(text, number);
    case "cookie":
    case "signature":
      return masked(text, number);
    case "password":
      return basic(text) ?? filler(text.length, number, "redacted");
    case "aws-account-id":
      return accounts[number - 1] ?? String(number).padStart(12, "0");
    case "email":
      return mail(text, number);
    case "ip-address":
      return address(text, number);
    default:
      return kind satisfies never;
  }
}

/** Credentials of Basic authentication that decode to as many characters; undefined when the text is none. */
function basic(text: string): string | undefined {
  try {
    const decoded = atob(text);
    return /^[ -~]+:[ -~]+$/.test(decoded)
      ? btoa(`user:${"x".repeat(Math.max(1, decoded.length - 5))}`)
      : undefined;
  } catch {
    return undefined;
  }
}
