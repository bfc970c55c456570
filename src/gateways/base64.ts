const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const none = 255;

function decodingTable(aliases: Readonly<Record<string, string>>): Uint8Array {
  const table = new Uint8Array(0x1_0000).fill(none);
  for (const [value, letter] of [...alphabet].entries()) table[letter.charCodeAt(0)] = value;
  for (const [alias, letter] of Object.entries(aliases)) {
    table[alias.charCodeAt(0)] = alphabet.indexOf(letter);
  }
  return table;
}

const standardTable = decodingTable({});
const lenientTable = decodingTable({ "-": "+", _: "/" });

/** Bytes as padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const step = 0x6000;
  for (let at = 0; at < bytes.length; at += step) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + step))));
  }
  return pieces.join("");
}

/** Writes what sextets make up, in bytes; bits that do not make a byte are dropped. */
function sextetWriter(capacity: number) {
  const bytes = new Uint8Array(Math.floor((capacity * 6) / 8));
  let held = 0;
  let bits = 0;
  let length = 0;
  return {
    add(value: number): void {
      held = (held << 6) | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[length] = held >> bits;
        length += 1;
      }
    },
    written: (): Uint8Array => bytes.subarray(0, length),
  };
}

/**
 * Decodes base64 of the standard alphabet; padding may be left out but not be wrong.
 * Undefined when the text is anything else.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const count = text.length - padding;
  if (count % 4 === 1 || (padding > 0 && text.length % 4 !== 0)) return undefined;
  const writer = sextetWriter(count);
  for (let i = 0; i < count; i += 1) {
    const value = standardTable[text.charCodeAt(i)] ?? none;
    if (value === none) return undefined;
    writer.add(value);
  }
  return writer.written();
}

/**
 * Decodes base64 as a lenient reader does: stops at the padding, skips characters outside both the
 * standard and the URL alphabet, and drops bits that do not make a byte. Never fails.
 */
export function decodeBase64Leniently(text: string): Uint8Array {
  const writer = sextetWriter(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x3d) break;
    const value = lenientTable[code] ?? none;
    if (value !== none) writer.add(value);
  }
  return writer.written();
}
