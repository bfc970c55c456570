import { readPayload } from "../payload";
import type { PayloadReading } from "../reading";
import type { LogReading } from "./log-reading";

/** The offset of the first character of a line, from 1. */
function startOfLine(text: string, line: number): number {
  const end = /\r\n|\r|\n/g;
  for (let number = 1; number < line; number++) if (!end.exec(text)) return text.length;
  return end.lastIndex;
}

/**
 * The payload that the chosen request's function returned, as far as the log shows it. Places are found
 * in the log's own text, where the payload stands there as one stretch.
 */
export function payloadInLog(text: string, { chosen }: LogReading): PayloadReading | undefined {
  const { payload, invocation } = chosen ?? {};
  if (!payload || invocation?.outcome !== "returned") return undefined;
  const reading = readPayload(payload.text);
  const locate: PayloadReading["locate"] = (path) => {
    const span = reading.locate(path);
    const offset = text.indexOf(payload.text, startOfLine(text, payload.line));
    return span && offset >= 0 ? { start: span.start + offset, end: span.end + offset } : undefined;
  };
  return { ...reading, locate };
}
