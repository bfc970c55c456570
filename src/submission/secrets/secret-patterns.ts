/** What a stretch of text may give away. */
export const secretKinds = [
  "private-key",
  "aws-access-key-id",
  "aws-secret-key",
  "token",
  "signature",
  "password",
  "cookie",
  "aws-account-id",
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
  /** Where the secrets stand within the part, when it is a list of them; the group `secret` again. */
  readonly within?: RegExp;
}

/** Between a name and its value, in headers, JSON (also inside a string), code, variables and queries. */
const to = String.raw`\\{0,3}["'\`]?\]?\s{0,4}(?:=>|:=|[:=,])\s{0,4}\[?\s{0,8}\\{0,3}["'\`]?`;

/** Tried in this order; what an earlier pattern found is not looked at again. Each is linear in the text. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    kind: "private-key",
    sign: "private key",
    pattern:
      /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?<secret>[A-Za-z0-9+/=\s\\]{40,10000})(?=-----END|$)/g,
  },
  { kind: "aws-access-key-id", sign: "a", pattern: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z2-7]{16}\b/g },
  {
    kind: "aws-secret-key",
    sign: "secret",
    pattern: new RegExp(
      `(?:aws_?)?secret_?(?:access_?)?key${to}(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])`,
      "gi",
    ),
  },
  {
    kind: "token",
    sign: "eyj",
    pattern:
      /\beyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{0,8192}\.[A-Za-z0-9_-]{16,4096}(?:\.[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{8,512})?/g,
  },
  {
    kind: "token",
    sign: "be",
    pattern: /\bBearer(?:\s{1,4}|%20|\+)(?<secret>[A-Za-z0-9._~+/=-]{8,4096})/gi,
  },
  {
    kind: "password",
    sign: "basic",
    pattern: /\bBasic\s{1,4}(?<secret>[A-Za-z0-9+/]{6,512}={0,2})(?![A-Za-z0-9+/=])/gi,
  },
  {
    kind: "token",
    sign: "k",
    pattern: /\b(?:[srp]k_(?:live|test)_|whsec_|sk-(?:proj-|ant-)?)[A-Za-z0-9_-]{16,200}/g,
  },
  {
    kind: "token",
    sign: "g",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255}|glpat-[\w-]{20,64})\b/g,
  },
  { kind: "token", sign: "xox", pattern: /\bxox[abeprs]-[A-Za-z0-9-]{10,200}/g },
  { kind: "token", sign: "aiza", pattern: /\bAIza[A-Za-z0-9_-]{35}\b/g },
  { kind: "token", sign: "sg.", pattern: /\bSG\.[\w-]{16,32}\.[\w-]{32,64}\b/g },
  {
    kind: "token",
    sign: "hooks.slack",
    pattern: /\bhooks\.slack\.com\/services\/(?<secret>[A-Z0-9]{8,12}\/[A-Z0-9]{8,12}\/\w{20,32})/g,
  },
  {
    kind: "signature",
    sign: "sig",
    pattern: new RegExp(
      `\\b(?:[a-z]{1,12}-){0,4}(?:signature(?:-?256)?|sig)${to}(?:sha\\d{1,3}=|t=\\d{8,13},v1=)?(?<secret>[A-Za-z0-9+/_~%-]{32,1024}={0,2})`,
      "gi",
    ),
  },
  {
    kind: "token",
    sign: "t",
    pattern: new RegExp(
      `(?:api[_-]?key|(?<![a-z])x-api-key|token|secret|(?:access|signing|encryption|subscription|auth|jwt|license)[_-]?key|(?<![a-z])authorization)${to}(?<secret>[A-Za-z0-9._~+/%-]{16,4096}={0,2})(?![\\w(\\[])`,
      "gi",
    ),
  },
  {
    kind: "password",
    sign: "pass",
    pattern:
      /(?:password|passwd|passphrase|db_?pass)\\{0,3}["'`]?\]?\s{0,4}(?:=>|[:=])\s{0,4}\\{0,3}(?<quote>["'`])(?<secret>[^"'`\s\\]{4,200})\\{0,3}\k<quote>/gi,
  },
  {
    kind: "password",
    sign: "=",
    pattern:
      /^(?:export )?[A-Z_]{0,60}(?:PASSWORD|PASSWD|SECRET|PASS|PWD)=["']?(?<secret>[^\s"']{4,200})/gm,
  },
  {
    kind: "password",
    sign: "://",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"']{0,100}:(?<secret>[^\s@/"']{4,200})@/gi,
  },
  {
    kind: "cookie",
    sign: "cookie",
    pattern: new RegExp(
      `\\b(?:set-)?cookies?${to}(?<secret>(?:[^\\r\\n"'\`,\\\\]|\\\\?["'\`]\\s{0,4},\\s{0,8}\\\\?["'\`](?=[\\w.-]{1,128}=)){8,4096})`,
      "gi",
    ),
    within:
      /(?:^|[\s"'`;,])(?!(?:expires|max-age|path|domain|samesite|version)=)[!#$%&*+.^_|~\w-]{1,128}=(?<secret>[^\s"'`;,\\]{16,4096})/gi,
  },
  {
    kind: "aws-account-id",
    sign: "arn:aws",
    pattern:
      /\barn(?::|%3A)aws[a-z-]{0,12}(?::|%3A)[a-z0-9-]{1,40}(?::|%3A)[a-z0-9-]{0,30}(?::|%3A)(?<secret>\d{12})(?=:|%3A)/gi,
  },
  {
    kind: "aws-account-id",
    sign: "amazonaws.com",
    pattern: /\bsqs\.[a-z0-9-]{4,30}\.amazonaws\.com\/(?<secret>\d{12})(?=\/)/g,
  },
  { kind: "aws-account-id", sign: "dkr.ecr", pattern: /(?<![\w.-])\d{12}(?=\.dkr\.ecr\.)/g },
  {
    kind: "aws-account-id",
    sign: "acc",
    pattern: new RegExp(
      `acc(?:oun)?t(?:[ _-]?(?:id|number|no\\.?))?(?:${to}|\\s{1,4}(?:is\\s|id\\s)?#?)(?<secret>\\d{12})(?![\\w.-])`,
      "gi",
    ),
  },
  {
    kind: "email",
    sign: "@",
    pattern:
      /(?<![\w.%+-])[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}(?!(?:png|jpe?g|gif|svg|webp|m?[jt]sx?|css|json|html?|map|tgz|zip|jar|ya?ml)\b)[A-Za-z]{2,24}\b/g,
  },
  {
    kind: "email",
    sign: "%40",
    pattern: /(?<![\w.%+-])[A-Za-z0-9._+-]{1,64}%40(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}\b/g,
  },
  {
    kind: "ip-address",
    sign: ".",
    pattern:
      /(?<![\w.])(?<!\w-)(?<!\b[A-Z][A-Za-z]{1,20}\/)(?<![vV]ersion["']?[ :=]{1,3}["']?)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\.\d|[\w-])/g,
  },
  {
    kind: "ip-address",
    sign: ":",
    pattern: /(?<![\w:.])[23][0-9a-f]{3}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi,
  },
];
