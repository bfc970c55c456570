import type { Submission } from "../submission";
import { type SecretKind, secretPatterns } from "./secret-patterns";

/** A stretch of a text that may give something away, as offsets, the end exclusive. */
export interface Secret {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** Addresses that name nobody: loopback, unspecified, and those that documentation uses. */
const nobody =
  /^(?:127\.|0\.0\.0\.0|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|@example\.(?:com|org|net)$|^(\d)\1{11}$|^123456789012$/;

function overlaps(one: Secret, other: Secret): boolean {
  return one.start < other.end && other.start < one.end;
}

function stretch(match: RegExpExecArray, kind: SecretKind): Secret {
  const secret = match.groups?.secret;
  const start = secret === undefined ? match.index : match.index + match[0].lastIndexOf(secret);
  return { kind, start, end: start + (secret ?? match[0]).length };
}

/**
 * What a text may give away: account ids, ARNs, keys, tokens, signatures, passwords, cookies, e-mail and
 * IP addresses, in the order in which they stand. Linear in the text.
 */
export function findSecrets(text: string): readonly Secret[] {
  const lowerCase = text.toLowerCase();
  const found: Secret[] = [];
  for (const { kind, sign, pattern } of secretPatterns) {
    if (!lowerCase.includes(sign)) continue;
    const earlier = found.toSorted((one, other) => one.start - other.start);
    let next = 0;
    for (const match of text.matchAll(pattern)) {
      const secret = stretch(match, kind);
      while ((earlier[next]?.end ?? Number.POSITIVE_INFINITY) <= secret.start) next++;
      const before = earlier[next];
      if (before && overlaps(before, secret)) continue;
      if (!nobody.test(text.slice(secret.start, secret.end))) found.push(secret);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The text with each secret replaced by what it was: `<email>`, `<token>`, ... */
export function redactText(text: string): string {
  let redacted = "";
  let from = 0;
  for (const { kind, start, end } of findSecrets(text)) {
    redacted += `${text.slice(from, start)}<${kind}>`;
    from = end;
  }
  return redacted + text.slice(from);
}

const secretHeader =
  /^(?:authorization|proxy-authorization|cookie|x-api-key|x-amz-security-token)$/i;

/** The submission with every secret in its texts, request and environment replaced by its kind. */
export function redactSubmission(submission: Submission): Submission {
  const { request, settings } = submission;
  return {
    ...submission,
    text: redactText(submission.text),
    files: submission.files.map(({ path, text }) => ({ path, text: redactText(text) })),
    request: {
      ...request,
      query: redactText(request.query),
      headers: request.headers.map(([name, value]) => [
        name,
        secretHeader.test(name) ? "<token>" : redactText(value),
      ]),
      body: redactText(request.body),
    },
    settings: {
      ...settings,
      environment: Object.fromEntries(
        Object.entries(settings.environment).map(([name, value]) => [
          name,
          /secret|token|key|pass/i.test(name) ? "<password>" : redactText(value),
        ]),
      ),
    },
  };
}
