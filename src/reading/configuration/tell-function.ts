import { languageOfRuntime } from "../../submission/runtime-language";
import { codeFiles, type Submission } from "../../submission/submission";
import { languageOfCode } from "./choose";
import type { ConfiguredFunction } from "./deployment";
import { handlerFor } from "./handler";
import { entriesOf, type Node, numberOf, type Stretch, textOf, valueAt } from "./node";
import { referencesIn } from "./references";
import { plainly, type Teller, type Writing } from "./told";

/** Lambda's own limits: seconds and MB. */
const limits = { timeout: [1, 900], memory: [128, 32_768] } as const;

function within(value: number | undefined, [least, most]: readonly [number, number]) {
  return value !== undefined && value >= least && value <= most ? value : undefined;
}

const inSeconds: Writing = (value) =>
  typeof value === "number" ? String(Math.ceil(value / 1000)) : undefined;

/** What a variable holds: its text, or the name of what it refers to where only AWS knows the value. */
function variableText(value: Node): string {
  return textOf(value) ?? referencesIn(value)[0] ?? "";
}

/** The handler's file as the configuration names it, with another name in it. */
function inItsFile(applied: string): Writing {
  return (value, written) => {
    if (typeof value !== "string") return undefined;
    const stem = applied.slice(0, applied.lastIndexOf(".") + 1);
    return value.startsWith(stem)
      ? `${written.slice(0, written.lastIndexOf(".") + 1)}${value.slice(stem.length)}`
      : value;
  };
}

function tellHandler(tell: Teller, each: ConfiguredFunction, submission: Submission): void {
  const node = valueAt(each.properties, "Handler");
  const written = textOf(node);
  if (written === undefined || written.includes("${")) return;
  const { language } = submission;
  const hasPath = language !== "java" && language !== "csharp" && language !== "go";
  const code = codeFiles(submission.files);
  const handler =
    hasPath && code.length > 0 ? handlerFor(written, each.packageRoot, code).handler : written;
  tell.own("handler", handler, node, inItsFile(handler));
}

/** Tells what a function's own properties say: its runtime, handler, limits and environment. */
export function tellFunction(tell: Teller, each: ConfiguredFunction, submission: Submission): void {
  const { properties, usual, at } = each;
  const property = (...path: readonly string[]) => valueAt(properties, ...path);
  const orUsual = (node: Node | undefined): Node | Stretch => node ?? at;

  const runtime = textOf(property("Runtime"));
  const language = runtime === undefined ? undefined : languageOfRuntime(runtime);
  if (language) tell.own("runtime", runtime, property("Runtime"), plainly);
  const coded = languageOfCode(submission);
  if (coded === undefined) tell.own("language", language, undefined);
  tellHandler(tell, each, { ...submission, language: coded ?? language ?? submission.language });

  const timeout = within(numberOf(property("Timeout")) ?? usual?.timeout, limits.timeout);
  const timeoutMs = timeout === undefined ? undefined : timeout * 1000;
  tell.setting("functionTimeoutMs", timeoutMs, orUsual(property("Timeout")), inSeconds);
  const memory = within(numberOf(property("MemorySize")) ?? usual?.memory, limits.memory);
  tell.setting("memoryMb", memory, orUsual(property("MemorySize")), plainly);
  const variables = entriesOf(property("Environment", "Variables"));
  const environment = Object.fromEntries(
    variables.map(([name, { value }]) => [name, variableText(value)]),
  );
  tell.setting(
    "environment",
    variables.length > 0 ? environment : undefined,
    variables[0]?.[1].key ?? at,
  );
  const isJson = textOf(property("LoggingConfig", "LogFormat"))?.toUpperCase() === "JSON";
  tell.setting("logFormat", isJson ? "JSON" : undefined, property("LoggingConfig", "LogFormat"));
  const reserved = property("ReservedConcurrentExecutions");
  tell.condition("throttled", numberOf(reserved) === 0 ? true : undefined, reserved);
}
