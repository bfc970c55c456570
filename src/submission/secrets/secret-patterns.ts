/** What a stretch of text may give away. */
export const secretKinds = [
  "aws-account-id",
  "arn",
  "aws-access-key-id",
  "aws-secret-key",
  "token",
  "signature",
  "password",
  "private-key",
  "cookie",
  "api-id",
  "email",
  "ip-address",
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** How one kind of secret looks. The group `secret` is the part to hide, or else the whole match. */
export interface SecretPattern {
  readonly kind: SecretKind;
  /** Cheap text that must be there, in lower case, for the pattern to be tried at all. */
  readonly sign: string;
  readonly pattern: RegExp;
}

/** Tried in this order; what an earlier pattern found is not looked at again. Each is linear in the text. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    kind: "private-key",
    sign: "private key",
    pattern:
      /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]{0,10000}(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?/g,
  },
  {
    kind: "arn",
    sign: "arn:aws",
    pattern:
      /\barn:aws[a-z-]{0,12}:[a-z0-9-]{1,40}:[a-z0-9-]{0,30}:\d{12}:[^\s"'<>,;)\]}\\]{1,512}/g,
  },
  { kind: "aws-access-key-id", sign: "a", pattern: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z2-7]{16}\b/g },
  {
    kind: "aws-secret-key",
    sign: "secret",
    pattern:
      /(?:aws_?secret_?access_?key|secretaccesskey)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/gi,
  },
  {
    kind: "token",
    sign: "eyj",
    pattern: /\beyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{4,8192}(?:\.[A-Za-z0-9_-]{0,2048})?/g,
  },
  {
    kind: "token",
    sign: "be",
    pattern: /\b(?:Bearer|Basic)\s{1,4}(?<secret>[A-Za-z0-9._~+/=-]{6,4096})/gi,
  },
  { kind: "token", sign: "sk", pattern: /\b[srp]k_(?:live|test)_[A-Za-z0-9]{16,128}\b/g },
  { kind: "token", sign: "gh", pattern: /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g },
  { kind: "token", sign: "xox", pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,200}/g },
  {
    kind: "token",
    sign: "token",
    pattern:
      /\bX-Amz-Security-Token["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[A-Za-z0-9%/+=]{16,4096})/gi,
  },
  {
    kind: "signature",
    sign: "signature",
    pattern: /\b(?:X-Amz-)?Signature["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[A-Fa-f0-9]{32,128})\b/gi,
  },
  {
    kind: "token",
    sign: "key",
    pattern:
      /\b(?:x-api-key|api[_-]?key|client[_-]?secret|access[_-]?token|refresh[_-]?token|auth[_-]?token)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>(?=[A-Za-z._~+/=-]{0,64}\d)[A-Za-z0-9._~+/=-]{12,512})/gi,
  },
  {
    kind: "password",
    sign: "pass",
    pattern:
      /\b(?:password|passwd|passphrase)["']?\s{0,4}[:=]\s{0,4}["'](?<secret>[^"'\s]{3,200})["']/gi,
  },
  {
    kind: "password",
    sign: "://",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"']{1,100}:(?<secret>[^\s@/"']{1,200})@/gi,
  },
  {
    kind: "cookie",
    sign: "cookie",
    pattern: /^[<>\s]{0,4}(?:set-)?cookie:[ \t]{0,4}(?<secret>[^\r\n]{1,4096})/gim,
  },
  {
    kind: "email",
    sign: "@",
    pattern: /\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}\b/g,
  },
  {
    kind: "api-id",
    sign: "execute-api",
    pattern: /\b(?<secret>[a-z0-9]{10})\.execute-api\.[a-z0-9-]{4,30}\.amazonaws\.com/g,
  },
  {
    kind: "ip-address",
    sign: ".",
    pattern:
      /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g,
  },
  { kind: "aws-account-id", sign: "", pattern: /(?<![\w.:-])\d{12}(?![\w.-])/g },
];
