import { partsOfUrl } from "./named-values";
import { defined, type LogFormat, type Recogniser, type Statement, type Told } from "./statement";

function states(format: LogFormat, told: Told = {}, more: Partial<Statement> = {}): Statement {
  return { side: "function", format, part: "statement", told, ...more };
}

/** What SAM CLI prints while it stands in for the gateway. */
const samCli: readonly Recogniser[] = [
  {
    text: /^Invoking (\S+) \((\w[\w.]*)\)/,
    state: ([, , runtime = ""]) => states("sam-cli", { runtime }, { begins: true }),
  },
  {
    text: /^(?:Mounting \S+ as \/var\/task|Invoking Container created from|Building image|Using local image|Skip pulling image|Starting a timer for|Lambda function '[^']{1,200}' is already running|Reuse the created|No Content-Type given)/,
    state: () => states("sam-cli", {}, { part: "data" }),
  },
  {
    text: /^Constructed (?:String representation of Event|Event [\d.]+) to invoke Lambda\. Event: (.*)/s,
    state: ([, text = ""]) =>
      states("sam-cli", {}, { part: "data", opens: { what: "event", text } }),
  },
  {
    text: /^Function '[^']{1,200}' timed out after ([\d.]+) seconds/,
    state: ([, seconds]) =>
      states("sam-cli", {
        failed: "timed-out",
        functionTimeoutMs: Math.round(Number(seconds) * 1000),
      }),
  },
  {
    text: /^Function returned an invalid response \(must include one of: .{0,120}?\)\. Response received: (.*)/s,
    state: ([, text = ""]) =>
      states("sam-cli", {}, { part: "payload", opens: { what: "payload", text } }),
  },
  {
    text: /^Invalid lambda response received: Invalid API Gateway Response Keys: \{.{0,400}?\} in (\{.*)/s,
    state: ([, text = ""]) =>
      states("sam-cli", {}, { part: "payload", opens: { what: "payload", text } }),
  },
  {
    text: /^(?:Function returned an invalid response|Invalid lambda response received:|No response from invoke container)/,
    state: () => states("sam-cli"),
  },
];

/** What serverless-offline prints, in its older (`Serverless:`, `offline:`) and newer forms. */
const serverlessOffline: readonly Recogniser[] = [
  {
    text: /^(?:Serverless: |offline: )?([A-Z]{3,7}) (\S+) \(λ: ?([^)]{1,200})\)/,
    state: ([, method, target = ""]) => {
      const { path, query } = partsOfUrl(target);
      return states("serverless-offline", defined<Told>({ method, path, query }), { begins: true });
    },
  },
  {
    text: /^(?:offline: |Serverless: )?\(λ: ?[^)]{1,200}\) RequestId: (\S+) {1,4}Duration: ([\d.]+) ms/,
    state: ([, id, duration]) =>
      states("serverless-offline", { durationMs: Number(duration) }, defined({ id })),
  },
  {
    text: /^(?:offline: |Serverless: )?\[(\d{3})\] (\{.*)/s,
    state: ([, , text = ""]) =>
      states("serverless-offline", {}, { part: "payload", opens: { what: "payload", text } }),
  },
  {
    text: /^(?:✖ |offline: |Serverless: )(?:Unhandled exception in handler|Error while loading|Failure: |Uncaught error in your)/,
    state: () => states("serverless-offline", { failed: "function-error" }),
  },
  {
    text: /^(?:✖ |× )((?:[A-Z]\w*)?(?:Error|Exception))(?: \[\w+\])?: (.*)/s,
    state: ([line, errorType = "", errorMessage = ""]) =>
      states(
        "serverless-offline",
        { failed: "function-error", error: { errorType, errorMessage } },
        { part: "error", opens: { what: "trace", text: line.slice(2) } },
      ),
  },
  { text: /^(?:✖|✔|offline:|Serverless:) /, state: () => states("serverless-offline") },
];

/** Output of the tools that imitate API Gateway on the developer's machine. */
export const localTools: readonly Recogniser[] = [...samCli, ...serverlessOffline];
