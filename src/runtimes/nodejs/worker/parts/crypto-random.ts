import { lent } from "./lent";

const largestRequest = 65_536;

/** Random bytes. Throws Node.js's error unless the size is a number. */
export function randomBytes(size: unknown): Buffer {
  if (typeof size !== "number") throw lent.wrongType("size", "of type number", size);
  const bytes = lent.Buffer.alloc(size);
  for (let start = 0; start < size; start += largestRequest) {
    lent.getRandomValues(bytes.subarray(start, start + largestRequest));
  }
  return bytes;
}

/** A random UUID of version 4. */
export function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

type Callback = (error: null, value: number) => void;

/** `crypto.randomInt(max)` and `(min, max)`, with a callback or without. */
export function randomInt(first: number, second?: number | Callback, third?: Callback): unknown {
  const [low, high] = typeof second === "number" ? [first, second] : [0, first];
  const callback = typeof second === "function" ? second : third;
  const value = low + Number(randomBytes(6).readUIntBE(0, 6) % (high - low));
  if (!callback) return value;
  lent.poll(() => callback(null, value));
  return undefined;
}
