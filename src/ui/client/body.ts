import { utf8Bytes } from "../../gateways/bytes";
import type { Response } from "../../gateways/gateway";

/** A body's bytes as they are on the wire. */
export function bodyBytes({ body, bodyBase64 }: Response): Uint8Array {
  if (bodyBase64 === undefined) return utf8Bytes(body);
  return Uint8Array.from(atob(bodyBase64), (character) => character.charCodeAt(0));
}

/** How the raster formats that browsers decode begin: bytes by their offset, as Latin-1 text. */
const signatures = [
  { type: "image/png", begins: [[0, "\x89PNG\r\n\x1a\n"]] },
  { type: "image/jpeg", begins: [[0, "\xff\xd8\xff"]] },
  { type: "image/gif", begins: [[0, "GIF8"]] },
  {
    type: "image/webp",
    begins: [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  },
] as const;

export type RasterType = (typeof signatures)[number]["type"];

/** The raster image format that bytes begin as; undefined for any other, vector images among them. */
export function rasterType(bytes: Uint8Array): RasterType | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  return signatures.find(({ begins }) =>
    begins.every(([offset, text]) => beginning.startsWith(text, offset)),
  )?.type;
}

const bytesInLine = 8;

/** Bytes as a hex dump, eight in a line: offset, bytes, and the same as ASCII where it is printable. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += bytesInLine) {
    const line = Array.from(bytes.subarray(start, start + bytesInLine));
    const hex = line.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const ascii = line.map((byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".",
    );
    const offset = start.toString(16).padStart(6, "0");
    lines.push(`${offset}  ${hex.padEnd(bytesInLine * 3 - 1)}  ${ascii.join("")}`);
  }
  return lines.join("\n");
}
