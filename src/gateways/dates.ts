const months = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function clock(date: Date): string {
  return [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
}

/** An epoch time in milliseconds as a `Date` header writes it: `Thu, 01 Jan 2026 00:00:00 GMT`. */
export function httpDate(epochMs: number): string {
  return new Date(epochMs).toUTCString();
}

/** An epoch time as the event's requestContext writes it: `01/Jan/2026:00:00:00 +0000`. */
export function requestTime(epochMs: number): string {
  const date = new Date(epochMs);
  return `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${clock(date)} +0000`;
}

/** An epoch time as the console's Test begins a log line: `Thu Jan 01 00:00:00 UTC 2026`. */
export function consoleTime(epochMs: number): string {
  const date = new Date(epochMs);
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${two(date.getUTCDate())} ${clock(date)} UTC ${date.getUTCFullYear()}`;
}

/** An epoch time as AWS's signed requests write it: `20260101T000000Z`. */
export function signingTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d+/g, "");
}
