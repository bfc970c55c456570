/** A stretch of base64 that holds text, as offsets, the end exclusive. */
export interface EncodedRun {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
}

const base64 = /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{24,}={0,2}(?![A-Za-z0-9+/=_.-])/g;
const decoder = new TextDecoder("utf-8", { fatal: true });

function decode(run: string): string | undefined {
  if (run.length % 4 !== 0) return undefined;
  try {
    const bytes = Uint8Array.from(atob(run), (character) => character.charCodeAt(0));
    const text = decoder.decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell binary content from text
    return /[\0-\x08\x0e-\x1a]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The stretches of a text that are base64 of text in UTF-8, as bodies and log tails are. */
export function* encodedRuns(text: string): Generator<EncodedRun> {
  for (const { 0: run, index } of text.matchAll(base64)) {
    const decoded = decode(run);
    if (decoded !== undefined) yield { start: index, end: index + run.length, decoded };
  }
}

/** A text as base64 of its UTF-8. */
export function encodeText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
