import type { SecretKind } from "./secret-patterns";

/** What stands where a secret would, in documentation, templates and code that reads it from elsewhere. */
const placeholder =
  /example|redacted|placeholder|changeme|change[_-]me|your[_-]?|dummy|sample|insert|replace|^(?:<.*|\{.*|\$.*|%.*%|x+|\*+|\.+|-+|0+\d{0,3}|test.*|fake.*|demo.*|mock.*|secret|passw(?:or)?d|token|string|value|null|none|nil|undefined|true|false|foo.*|bar.*|root|admin|user|postgres|guest|abc.?123.*|abcdef.*|123456.*|process\.env.*|os\.(?:environ|getenv).*|ENV\b.*|import\.meta.*|(?:this|self|event|context|config|req|request|headers?|params?|options?|settings|props)[.[].*)$/i;

/** Keys that their makers print in documentation. */
const documented: ReadonlySet<string> = new Set([
  "sk_test_4eC39HqLyjWDarjtT1zdp7dc",
  "pk_test_TYooMQauvdEDq54NiTphI7jx",
  "AKIAI44QH8DHBEXAMPLE",
]);

/** The accounts that AWS's documentation uses, and numbers of one digit or in a row. */
const documentedAccount =
  /^(?:123456789012|111122223333|444455556666|777788889999|999988887777|210987654321|012345678901|112233445566|000011112222|(\d)\1{11}|0{8}\d{4})$/;

/** Loopback, private, shared, link-local, documentation and multicast ranges; public resolvers; gateways' templates. */
const nobodysAddress =
  /^(?:0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|192\.0\.[02]\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|198\.1[89]\.|198\.51\.100\.|203\.0\.113\.|2(?:2[4-9]|[3-5]\d)\.|1\.2\.3\.|(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|72\.12\.164\.125|52\.255\.255\.12|205\.255\.255\.176)$|(\d{1,3})\.\1\.\1\.\1$|\d{1,3}\.0\.0\.\d$|2001:0?db8:|3fff:)/i;

const nobodysMail =
  /^(?:git|test|user|name|foo|you|someone|nobody|john\.?doe|jane\.?doe|jdoe)@|@(?:[\w-]+\.)*(?:example|test|invalid|localhost|local)$|@(?:[\w-]+\.)*(?:example|test|domain|email|foo|bar|baz|acme|company|mycompany|yourcompany|yourdomain|mydomain|mysite|site|localhost|corp|xyz)\.(?:com|org|net|io|co|dev|edu)$/i;

/** The token of jwt.io, and tokens whose payload is nobody's. */
const documentedJwt = /^eyJ[\w-]*\.(?:eyJzdWIiOiIxMjM0NTY3ODkw|eyJzdWIiOiJyZWRhY3RlZC)/;

/**
 * Whether a text looks drawn by chance rather than written: letters and digits that take turns, or
 * upper and lower case that do, as words with a number behind them do not.
 */
function looksRandom(text: string, least: number): boolean {
  if (text.length < least || new Set(text).size < Math.min(9, text.length / 2)) return false;
  const turns = text.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && turns >= 3;
}

function isPassword(text: string): boolean {
  return /[^A-Za-z _-]/.test(text) && !/[(){}]|^[\w$]+(?:\.[\w$]+)+$/.test(text);
}

function decodedBasic(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

function isToken(text: string): boolean {
  if (text.startsWith("eyJ")) return !documentedJwt.test(text) && text.length >= 60;
  return looksRandom(text.replace(/^[a-z]{2,6}[_-](?:live|test|proj|pat)?[_-]?/, ""), 16);
}

/** Whether what a pattern found is somebody's, and not a placeholder or a value of documentation. */
export function isGenuine(kind: SecretKind, text: string): boolean {
  if (documented.has(text)) return false;
  switch (kind) {
    case "private-key":
      return !placeholder.test(text) && new Set(text).size > 20;
    case "aws-access-key-id":
      return !/EXAMPLE$|(.)\1{4}/.test(text);
    case "aws-secret-key":
      return !/example/i.test(text) && looksRandom(text, 40);
    case "token":
      return !placeholder.test(text) && isToken(text);
    case "signature":
      return !placeholder.test(text) && looksRandom(text, 32);
    case "password":
      if (
        /^[A-Za-z0-9+/]+={0,2}$/.test(text) &&
        /^[ -~]{1,200}:[ -~]{3,200}$/.test(decodedBasic(text))
      )
        return !/^(?:user(?:name)?|aladdin|admin|foo|test):|:x*$/i.test(decodedBasic(text));
      return !placeholder.test(text) && isPassword(text);
    case "cookie":
      return !placeholder.test(text) && looksRandom(text, 16);
    case "aws-account-id":
      return !documentedAccount.test(text);
    case "email":
      return !nobodysMail.test(text.replace("%40", "@"));
    case "ip-address":
      return (
        !nobodysAddress.test(text) && (!text.includes(":") || URL.canParse(`http://[${text}]/`))
      );
    default:
      return kind satisfies never;
  }
}
