import type { GatewayKind } from "../../submission/submission";
import { printedMap, queryText } from "./named-values";
import { uuid } from "./prefix";
import { defined, type Recogniser, type Statement, type Told } from "./statement";

const rest: readonly GatewayKind[] = ["rest", "rest-custom"];

function states(told: Told = {}, more: Partial<Statement> = {}): Statement {
  return {
    side: "gateway",
    format: "execution-log",
    part: "statement",
    told: { gateways: rest, ...told },
    ...more,
  };
}

/** The request ids that a map of response headers names: Lambda's own, of the invocation. */
function invocationId(map: string): string | undefined {
  return printedMap(map).find(([name]) => name.toLowerCase() === "x-amzn-requestid")?.[1];
}

/** The lines of a REST API's execution log, as the console's Test and CloudWatch print them. */
export const executionLog: readonly Recogniser[] = [
  {
    text: new RegExp(`^Execution log for request (${uuid}|[\\w-]+)`),
    state: ([, id]) =>
      states({ consoleTest: true }, defined({ part: "data" as const, begins: true, id })),
  },
  {
    text: new RegExp(`^Starting execution for request: (${uuid}|[\\w-]+)`),
    state: ([, id]) => states({}, defined({ part: "data" as const, begins: true, id })),
  },
  {
    text: /^HTTP Method: ([A-Z]+), Resource Path: (\S+)/,
    state: ([, method, resourcePath]) =>
      states(defined({ method, resourcePath }), { part: "data" }),
  },
  { text: /^Method request path: /, state: () => states({}, { part: "data" }) },
  {
    text: /^Method request query string: (\{.*)/,
    state: ([, map = ""]) => states({ query: queryText(printedMap(map)) }, { part: "data" }),
  },
  {
    text: /^Method request headers: (\{.*)/,
    state: ([, map = ""]) => states({ requestHeaders: printedMap(map) }, { part: "data" }),
  },
  {
    text: /^Method request body before transformations: ?(.*)/s,
    state: ([, text = ""]) => states({}, { part: "data", opens: { what: "request-body", text } }),
  },
  {
    text: /^Endpoint request URI: /,
    state: () => states({}, { part: "data" }),
  },
  {
    text: /^Endpoint request headers: (\{.*)/,
    state: ([, map = ""]) =>
      states(map.includes("/test-invoke-stage/") ? { consoleTest: true } : {}, { part: "data" }),
  },
  {
    text: /^Endpoint request body after transformations: ?(.*)/s,
    state: ([, text = ""]) => states({}, { part: "data", opens: { what: "event", text } }),
  },
  { text: /^Sending request to /, state: () => states({}, { part: "data" }) },
  {
    text: /^Received response\. (?:Status: (\d+), )?Integration latency: (\d+) ms/,
    state: ([, , latency]) => states({ durationMs: Number(latency) }, { part: "data" }),
  },
  {
    text: /^Endpoint response headers: (\{.*)/,
    state: ([, map = ""]) =>
      states(
        {},
        {
          part: "data",
          ...defined<{ otherId?: string }>({ otherId: invocationId(map) }),
        },
      ),
  },
  {
    text: /^Endpoint response body before transformations: ?(.*)/s,
    state: ([, text = ""]) => states({}, { part: "payload", opens: { what: "payload", text } }),
  },
  {
    text: /^Method response body after transformations: ?(.*)/s,
    state: ([, text = ""]) => states({}, { part: "answer", opens: { what: "answer", text } }),
  },
  {
    text: /^Method response headers: (\{.*)/,
    state: ([, map = ""]) => states({ answerHeaders: printedMap(map) }, { part: "data" }),
  },
  {
    text: /^Gateway response body: ?(.*)/s,
    state: ([, text = ""]) => states({}, { part: "answer", opens: { what: "answer", text } }),
  },
  {
    text: /^Response body$/i,
    state: () => states({}, { part: "data", opens: { what: "answer", text: "" } }),
  },
  {
    text: /^(?:Response headers|Logs?|Latency: \d+ ?ms)$/i,
    state: () => states({}, { part: "data" }),
  },
  { text: /^Gateway response headers: /, state: () => states({}, { part: "data" }) },
  {
    text: /^Gateway response type: (\w+) with status code: (\d{3})/,
    state: ([, , status]) => states({ status: Number(status) }),
  },
  {
    text: new RegExp(
      `^Lambda (?:execution failed with status \\d+ due to customer function error: .*Lambda request id: (${uuid})|execution failed with status \\d+ due to customer function error: )`,
      "s",
    ),
    state: ([line = "", otherId]) =>
      states(
        { failed: line.includes("Task timed out after") ? "timed-out" : "function-error" },
        defined({ otherId }),
      ),
  },
  {
    text: new RegExp(
      `^Lambda invocation failed with status: \\d+\\.(?: Lambda request id: (${uuid}))?`,
    ),
    state: ([, otherId]) => states({}, defined({ otherId })),
  },
  { text: /^Execution failed (?:due to|:)/, state: () => states() },
  {
    text: new RegExp(`^AWS Integration Endpoint RequestId ?: ?(${uuid})`),
    state: ([, otherId]) => states({}, defined({ otherId })),
  },
  {
    text: /^Method completed with status: (\d{3})/,
    state: ([, status = ""]) =>
      states(
        { status: Number(status) },
        { part: status >= "400" ? "statement" : "data", ends: true },
      ),
  },
  {
    text: /^(?:Successfully completed execution|Extended Request Id|Verifying Usage Plan|Usage Plan check|X-ray Tracing ID|Incoming identity|Starting authorizer|Using valid authorizer policy|API Key {1,2}(?:\S+ )?authorized)/,
    state: () => states({}, { part: "data" }),
  },
  {
    text: /^(?:AuthorizerConfigurationException|Unauthorized request|The client is not authorized|User is not authorized|Authorizer result body|API Key |Client cert)/,
    state: () => states(),
  },
];
