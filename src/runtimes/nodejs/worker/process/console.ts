import { format, formatWithOptions, inspect } from "node-inspect-extracted";
import type { Clock } from "../loop/clock";
import type { Output } from "./output";
import { formatTable } from "./table";

type Log = (...parameters: unknown[]) => void;

/** Node.js's console; the five methods that Lambda's client puts in place are those given. */
export function createConsole(clock: Clock, stdout: Output): Record<string, unknown> {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();

  const write: Log = (...parameters) => stdout.write(`${format(...parameters)}\n`);

  function elapsed(label: string): string | undefined {
    const since = timers.get(label);
    return since === undefined ? undefined : formatDuration(clock.now() - since);
  }

  const console = {
    log: write,
    warn: write,
    error: write,
    info: write,
    debug: write,
    trace: write,
    dir(value: unknown, options: object = {}): void {
      stdout.write(`${inspect(value, { customInspect: false, ...options })}\n`);
    },
    dirxml(...parameters: unknown[]): void {
      console.log(...parameters);
    },
    table(data: unknown, columns?: readonly string[]): void {
      if (typeof data !== "object" || data === null) console.log(data);
      else console.log(formatTable(data, columns));
    },
    assert(condition: unknown, ...parameters: unknown[]): void {
      if (condition) return;
      const [first, ...rest] = parameters;
      if (typeof first === "string") console.warn(`Assertion failed: ${first}`, ...rest);
      else console.warn("Assertion failed", ...parameters);
    },
    count(label: unknown = "default"): void {
      const name = `${label}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      console.log(`${name}: ${count}`);
    },
    countReset(label: unknown = "default"): void {
      counts.delete(`${label}`);
    },
    group(...parameters: unknown[]): void {
      if (parameters.length > 0) console.log(...parameters);
    },
    groupCollapsed(...parameters: unknown[]): void {
      console.group(...parameters);
    },
    groupEnd(): void {},
    time(label: unknown = "default"): void {
      timers.set(`${label}`, clock.now());
    },
    timeLog(label: unknown = "default", ...parameters: unknown[]): void {
      const time = elapsed(`${label}`);
      if (time !== undefined) console.log("%s: %s", `${label}`, time, ...parameters);
    },
    timeEnd(label: unknown = "default"): void {
      const time = elapsed(`${label}`);
      timers.delete(`${label}`);
      if (time !== undefined) console.log("%s: %s", `${label}`, time);
    },
    timeStamp(): void {},
    profile(): void {},
    profileEnd(): void {},
    clear(): void {},
  };
  return console;
}

/** A duration in milliseconds as `console.timeEnd` writes it. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(3)}s`;
  const seconds = String(Math.floor((ms % 60_000) / 1000)).padStart(2, "0");
  const rest = String(Math.floor(ms % 1000)).padStart(3, "0");
  return `${Math.floor(ms / 60_000)}:${seconds}.${rest} (m:ss.mmm)`;
}

export { format, formatWithOptions, inspect };
