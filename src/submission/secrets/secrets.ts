import { isGenuine } from "./genuine";
import { type SecretKind, secretPatterns } from "./secret-patterns";

/** A stretch of a text that gives something away, as offsets, the end exclusive. */
export interface Secret {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

function overlaps(one: Secret, other: Secret): boolean {
  return one.start < other.end && other.start < one.end;
}

function stretch(match: RegExpExecArray, kind: SecretKind, offset = 0): Secret {
  const secret = match.groups?.secret;
  const within = secret === undefined ? 0 : match[0].lastIndexOf(secret);
  const start = offset + match.index + within;
  return { kind, start, end: start + (secret ?? match[0]).length };
}

function stretches(
  text: string,
  { kind, pattern, within }: (typeof secretPatterns)[number],
): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(pattern)) {
    const whole = stretch(match, kind);
    if (!within) {
      found.push(whole);
      continue;
    }
    const list = text.slice(whole.start, whole.end);
    for (const item of list.matchAll(within)) found.push(stretch(item, kind, whole.start));
  }
  return found;
}

/**
 * What a text gives away of somebody: account ids (also in ARNs), keys, tokens, signatures, passwords,
 * cookies, e-mail and IP addresses, in the order in which they stand. Values of documentation,
 * placeholders and addresses of private networks are nobody's. Linear in the text.
 */
export function findSecrets(text: string): readonly Secret[] {
  const lowerCase = text.toLowerCase();
  const found: Secret[] = [];
  for (const pattern of secretPatterns) {
    if (!lowerCase.includes(pattern.sign)) continue;
    const earlier = found.toSorted((one, other) => one.start - other.start);
    let next = 0;
    for (const secret of stretches(text, pattern)) {
      while ((earlier[next]?.end ?? Number.POSITIVE_INFINITY) <= secret.start) next++;
      const before = earlier[next];
      if (before && overlaps(before, secret)) continue;
      if (isGenuine(secret.kind, text.slice(secret.start, secret.end))) found.push(secret);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
