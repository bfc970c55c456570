const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What the platform logs of a run, in either format. */
export const platformLine = /^(INIT_REPORT|START|END|REPORT) |"type":"platform\./;

/** A log line without what differs from run to run, or is no part of the user's code. */
export function normalize(line: string): string {
  return line
    .replace(time, "<time>")
    .replace(id, "<id>")
    .replace(/\(node:(\d+|<pid>)\)/g, "(node:<pid>)")
    .replace(/(\\n|\n) +at [^\\\n"]*\/var\/runtime\/[^\\\n"]*/g, "")
    .replaceAll("\\r", "\n")
    .trimEnd();
}

/** The lines of the console, without the platform's and those on standard error. */
export function consoleLines(lines: readonly string[], stderr: readonly string[] = []): string[] {
  const errors = new Set(stderr.map((line) => line.trim()));
  return lines
    .filter((line) => !platformLine.test(line))
    .filter((line) => !errors.has(line.trim()) && !/^(Node\.js v|\(Use `node)/.test(line))
    .filter((line) => !errors.has(line.replace(/ \{$/, "").trim()))
    .map(normalize);
}
