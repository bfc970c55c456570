const strict = new TextDecoder("utf-8", { fatal: true });

/** Marks at the beginning of a text that name its encoding, as PowerShell writes them. */
const marks = [
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** The text that bytes hold, in UTF-8 or in UTF-16 with its mark; undefined when they hold none. */
export function decodedText(bytes: Uint8Array): string | undefined {
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes up to the last end of a line, or up to the last whole character where there is none. */
export function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  if (end >= 0) return bytes.subarray(0, end + 1);
  let start = bytes.length;
  while (start > 0 && ((bytes[start - 1] ?? 0) & 0xc0) === 0x80) start--;
  return bytes.subarray(0, Math.max(0, start - 1));
}
