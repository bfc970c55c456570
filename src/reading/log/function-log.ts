import { errorOf, errorText, parseObject } from "./documents";
import { uuid } from "./prefix";
import { defined, type Recogniser, type Statement, type Told } from "./statement";

/** What AWS says of every request, and what tells of no cause. */
const routine = { part: "data" } as const;

function states(told: Told = {}, more: Partial<Statement> = {}): Statement {
  return { side: "function", format: "function-log", part: "statement", told, ...more };
}

/** AWS's identifier for the runtime that a version such as `nodejs:22.v40` belongs to. */
export function runtimeOfVersion(version: string): string | undefined {
  const [, name, release] = /^([a-z]+):([\w.]+?)\.v\d+/i.exec(version) ?? [];
  if (name === undefined || release === undefined) return undefined;
  return name === "nodejs"
    ? `${name}${release}.x`
    : `${name}${name === "provided" ? "." : ""}${release}`;
}

interface Report {
  readonly durationMs: number | undefined;
  readonly memoryMb: number | undefined;
  readonly usedMemoryMb: number | undefined;
  readonly failed: Told["failed"];
}

const duration = /(?:^|[\t ])Duration: ([\d.]{1,20}) ms/;
const memorySize = /(?:^|[\t ])Memory Size: (\d{1,20}) MB/;
const maxMemoryUsed = /(?:^|[\t ])Max Memory Used: (\d{1,20}) MB/;
const reportStatus = /\bStatus: (timeout|error|failure)\b/;

function numberAt(line: string, pattern: RegExp): number | undefined {
  const text = pattern.exec(line)?.[1];
  return text === undefined ? undefined : Number(text);
}

function reportOf(line: string): Report {
  const status = reportStatus.exec(line)?.[1];
  return {
    durationMs: numberAt(line, duration),
    memoryMb: numberAt(line, memorySize),
    usedMemoryMb: numberAt(line, maxMemoryUsed),
    failed:
      status === undefined ? undefined : status === "timeout" ? "timed-out" : "function-error",
  };
}

/** What Lambda's own platform writes. */
const platform: readonly Recogniser[] = [
  {
    text: /^INIT_START Runtime Version: (\S+)/,
    state: ([, version = ""]) =>
      states(defined({ runtime: runtimeOfVersion(version) }), { ...routine, begins: true }),
  },
  {
    text: /^INIT_REPORT .*?Status: (error|timeout)/,
    state: () => states({ failed: "function-error", phase: "init" }),
  },
  {
    text: /^(?:INIT_REPORT|RESTORE_START|RESTORE_REPORT|EXTENSION|TELEMETRY|LOGS) /,
    state: () => states({}, routine),
  },
  {
    text: new RegExp(`^START RequestId: (${uuid})`),
    state: ([, id]) => states({}, defined({ ...routine, begins: true, id })),
  },
  {
    text: new RegExp(`^END RequestId: (${uuid})`),
    state: ([, id]) => states({}, defined({ ...routine, id })),
  },
  {
    text: new RegExp(`^REPORT RequestId: (${uuid})(.*)`, "s"),
    state: ([, id, values = ""]) => {
      const report = reportOf(values);
      return states(
        defined({ ...report, finished: true }),
        defined({ ...(report.failed ? {} : routine), id, ends: true }),
      );
    },
  },
  {
    needs: " Task timed out after ",
    text: new RegExp(`^(?:\\S+ )?(${uuid}) Task timed out after ([\\d.]+) seconds`),
    state: ([, id, seconds]) =>
      states(
        { failed: "timed-out", functionTimeoutMs: Math.round(Number(seconds) * 1000) },
        defined({ id }),
      ),
  },
  {
    text: new RegExp(
      `^RequestId: (${uuid}) (Error: )?(?:Task timed out after ([\\d.]+) seconds|.*)`,
      "s",
    ),
    state: ([errorMessage = "", id, , seconds]) =>
      states(
        seconds === undefined
          ? { failed: "function-error", error: { errorMessage } }
          : { failed: "timed-out", functionTimeoutMs: Math.round(Number(seconds) * 1000) },
        defined({ id }),
      ),
  },
  {
    text: /^(?:Runtime|Extension|Function|Sandbox)\.[A-Z]\w+$/,
    state: ([errorType = ""]) =>
      states({ failed: "function-error", error: { errorType, errorMessage: "" } }),
  },
  {
    text: /^(?:\[ERROR\] \[\d{1,20}\] )?LAMBDA_RUNTIME Failed to post/,
    state: () => states({ failed: "function-error" }),
  },
  {
    text: /^module initialization error/,
    state: () => states({ failed: "function-error", phase: "init" }),
  },
  { text: /^XRAY TraceId: /, state: () => states({}, routine) },
];

/** What the Lambda console shows above the log of a test. */
const lambdaConsole: readonly Recogniser[] = [
  {
    text: /^Response:?$/,
    state: () => states({}, { part: "data", opens: { what: "payload", text: "" } }),
  },
  { text: /^Status: Failed$/, state: () => states({ failed: "function-error" }) },
  {
    text: new RegExp(`^(?:Function Logs:?|Test Event Name:? .*|Request ID:? ${uuid})$`, "i"),
    state: () => states({}, { part: "data" }),
  },
];

/** The words with which the Node.js runtime begins an error of its own, and what they say of the phase. */
const nodeFailures: Readonly<Record<string, Told>> = {
  "Invoke Error": {},
  "Init Error": { phase: "init" },
  "Uncaught Exception": {},
  "Unhandled Promise Rejection": {},
};

function nodeFailure(words: string, rest: string): Statement {
  const document = parseObject(rest);
  const error = document && errorOf(document);
  return states(
    { failed: "function-error", ...nodeFailures[words], ...(error ? { error } : {}) },
    { part: "error", ...(error ? { errorText: errorText(error) } : {}) },
  );
}

/** An exception as .NET writes it. */
const dotnetError = /^((?:[A-Z]\w*\.)+\w*Exception): (.*)/s;

/** An error as the Java runtime logs it first: `message: type`; `ending` is how the type's name ends. */
function javaFailure(ending: string): Recogniser {
  return {
    needs: ending,
    text: new RegExp(`^(.{0,400}): ((?:[a-z]\\w*\\.)+[A-Z]\\w*${ending})$`, "s"),
    state: ([line = "", errorMessage = "", errorType = ""]) =>
      states(
        { failed: "function-error", error: { errorType, errorMessage }, runtime: "java" },
        { part: "error", opens: { what: "trace", text: line } },
      ),
  };
}

/** How the types of Python's errors end, for a line without a traceback below it. */
const pythonError =
  /^(?:Runtime|Function|Sandbox)\.|(?:Error|Exception|Exit|Interrupt|Timeout|Iteration)$/;

/** What the runtimes and, through them, the application write in Text format. */
const runtimes: readonly Recogniser[] = [
  {
    text: new RegExp(
      `^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z(?:\\t| +)(${uuid}|undefined|-|)(?:\\t| +)([A-Za-z]+)[\\t ]*(.*)`,
      "s",
    ),
    state: ([, id = "", level = "", message = ""]) => {
      const known = id.length > 9 ? { id } : {};
      const [, words, rest = ""] =
        /^(Invoke Error|Init Error|Uncaught Exception|Unhandled Promise Rejection)\s*(\{.*)/s.exec(
          message,
        ) ?? [];
      if (words && level === "ERROR") {
        const init = id.length > 9 ? {} : { phase: "init" as const };
        const statement = nodeFailure(words, rest);
        return { ...statement, told: { ...statement.told, ...init, runtime: "nodejs" }, ...known };
      }
      const [, errorType, errorMessage] = dotnetError.exec(message) ?? [];
      return level.toLowerCase() === "fail" && errorType !== undefined
        ? states(
            {
              failed: "function-error",
              error: { errorType, errorMessage: errorMessage ?? "" },
              runtime: "dotnet",
            },
            { part: "error", opens: { what: "trace", text: message }, ...known },
          )
        : states({}, { part: "own", ...known });
    },
  },
  {
    text: new RegExp(
      `^\\[(?:DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)\\](?:\\t| +(?=\\d{4}-))[^\\t ]{0,40}[\\t ]*(${uuid})?`,
    ),
    state: ([line = "", id]) =>
      states(line.includes("LAMBDA_WARNING") ? {} : { runtime: "python" }, {
        part: "own",
        ...defined({ id }),
      }),
  },
  {
    text: /^\[ERROR\] ([A-Za-z_][\w.]*)(?:: (.*))?$/s,
    state: ([line = "", errorType = "", errorMessage = ""], next) =>
      next().startsWith("Traceback ") || pythonError.test(errorType)
        ? states(
            { failed: "function-error", error: { errorType, errorMessage }, runtime: "python" },
            { part: "error", opens: { what: "trace", text: line } },
          )
        : states({}, { part: "own" }),
  },
  {
    text: /^(?:Critical exception from handler|Init error when handling request)/,
    state: () => states({ failed: "function-error", runtime: "ruby" }),
  },
  {
    text: /^Class not found: (\S+)/,
    state: ([errorMessage = ""]) =>
      states(
        {
          failed: "function-error",
          error: { errorType: "java.lang.ClassNotFoundException", errorMessage },
          runtime: "java",
        },
        { part: "error" },
      ),
  },
  javaFailure("Exception"),
  javaFailure("Error"),
  {
    text: /^panic: (.*)/s,
    state: ([line = "", errorMessage = ""]) =>
      states(
        { failed: "function-error", error: { errorType: "panic", errorMessage }, runtime: "go" },
        { part: "error", opens: { what: "trace", text: line } },
      ),
  },
];

/** The lines of a Lambda function's log in Text format, in every runtime. */
export const functionLog: readonly Recogniser[] = [...platform, ...runtimes, ...lambdaConsole];
