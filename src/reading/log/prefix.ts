/** A line's own words, and the gateway's request id that stood before them. */
export interface Unprefixed {
  readonly text: string;
  readonly requestId?: string;
}

export const uuid = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

/**
 * What consoles and tools put before a line. An ISO time with an id and a level behind it is the
 * Node.js runtime's own and stays, also where a web page made blanks of its tabs.
 */
const prefixes: readonly RegExp[] = [
  // The console's Test: `Sat Mar 05 15:47:32 UTC 2022 : `
  /(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} \d{1,2} \d\d:\d\d:\d\d [A-Z]{2,5} \d{4} :(?: |$)/y,
  // aws logs tail, sam logs, the CloudWatch console, serverless logs
  new RegExp(
    String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d| \([+-]\d\d:\d\d\))?(?!\t(?:${uuid}|undefined|-|)\t[A-Za-z]| +(?:${uuid}|undefined|-) +[A-Z]{4,5} | ${uuid} Task timed out)(?:\t| - | \| | {1,4}|$)`,
    "y",
  ),
  // A Lambda log stream
  /\d{4}\/\d\d\/\d\d\/[\w.-]{0,140}\[[^\]\s]{1,64}\][0-9a-f]{32}(?:[ \t]+|$)/y,
  // An execution log's stream
  /[0-9a-f]{32}[ \t]+(?=\()/y,
  // The row of a Logs Insights table, or its fold mark
  /\d{1,5}\t(?=\d{4}-\d\d-\d\d)|[▶▼►▸▾][ \t]*/y,
];

const gatewayId = new RegExp(String.raw`\((${uuid})\)(?: |$)`, "y");

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour text with them
const colour = /\u001b\[[0-9;]*m/g;

const mostPrefixes = 6;

/** What any of the prefixes begins with. */
const beginning = /^[\da-f(FMSTW▶▼►▸▾]/;

function prefixEnd(text: string, from: number): number {
  for (const prefix of prefixes) {
    prefix.lastIndex = from;
    if (prefix.test(text)) return prefix.lastIndex;
  }
  return from;
}

/** A line without the time, log stream and request id that were put before it. */
export function unprefixed(line: string): Unprefixed {
  const text = line.includes("\u001b") ? line.replace(colour, "") : line;
  if (!beginning.test(text)) return { text };
  let at = 0;
  let requestId: string | undefined;
  for (let round = 0; round < mostPrefixes; round++) {
    gatewayId.lastIndex = at;
    const found = requestId === undefined ? gatewayId.exec(text) : null;
    const end = found ? gatewayId.lastIndex : prefixEnd(text, at);
    if (found) requestId = found[1];
    if (end === at) break;
    at = end;
  }
  return { text: text.slice(at), ...(requestId === undefined ? {} : { requestId }) };
}
