import type { GatewayKind } from "../../submission/submission";
import { type JsonObject, numberMember, textMember } from "./documents";
import { partsOfUrl } from "./named-values";
import { defined, type Recogniser, type Statement, type Told } from "./statement";

const rest: readonly GatewayKind[] = ["rest", "rest-custom"];
const http: readonly GatewayKind[] = ["http2", "http1"];

/** Words that only one kind of gateway writes into its access log. */
const gatewayWords: readonly {
  readonly words: RegExp;
  readonly gateways: readonly GatewayKind[];
}[] = [
  {
    words:
      /The Lambda function returned the following error:|doesn't match the format that API Gateway expects|The IAM role configured on the integration|Internal Server Error|Service Unavailable/,
    gateways: http,
  },
  {
    words:
      /Lambda Customer Function Error:|Internal server error|Malformed Lambda proxy response|Missing Authentication Token|Endpoint request timed out|Invalid permissions on Lambda function/,
    gateways: rest,
  },
];

function gatewaysOf(text: string): readonly GatewayKind[] | undefined {
  return gatewayWords.find(({ words }) => words.test(text))?.gateways;
}

function states(told: Told, more: Partial<Statement> = {}): Statement {
  return {
    side: "gateway",
    format: "access-log",
    part: told.status !== undefined && told.status < 400 ? "data" : "statement",
    begins: true,
    ends: true,
    told,
    ...more,
  };
}

function requestOf(line: string): Pick<Told, "method" | "path" | "query"> {
  const words = line.split(" ").filter((word) => !/^HTTP\/[\d.]+$/.test(word));
  const method = words.find((word) => /^[A-Z]{3,7}$/.test(word));
  const target = words.findLast((word) => /^(?:\/|https?:)/.test(word));
  const { path, query } = partsOfUrl(target ?? "");
  return defined({
    method,
    path: target === undefined ? undefined : path,
    query: target?.includes("?") ? query : undefined,
  });
}

const status = (text: string | undefined) =>
  text !== undefined && /^\d{3}$/.test(text) ? Number(text) : undefined;

const quoted = /^\S+ \S+ \S+ \[[^\]]{5,60}\] "([^"]{0,8192})" (\d{3}|-) \S+(.*)$/s;
const commas =
  /^[^,\s]*,[^,]*,[^,]*,\[?\d\d\/[A-Z][a-z]{2}\/\d{4}:[^,]*,([^,]*),([^,]*),([^,]*),(\d{3}|-),([^,]*),?(.*)$/s;
const elements = /^<request id="([^"]{0,100})">.*<status>(\d{3})<\/status>/s;

function element(line: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]{0,8192})</${name}>`).exec(line)?.[1];
}

/** Access logs of API Gateway in the formats that the console proposes, but JSON; SAM CLI's too. */
export const accessLog: readonly Recogniser[] = [
  {
    needs: '] "',
    text: quoted,
    state: ([line = "", request = "", code, tail = ""]) =>
      states(
        defined<Told>({
          ...requestOf(request),
          status: status(code),
          gateways:
            gatewaysOf(tail) ??
            (/^[A-Z]+ (?:[A-Z]+ \/|\$default)/.test(request) ? http : undefined),
        }),
        {
          ...(line.startsWith("127.0.0.1 ")
            ? { format: "sam-cli" as const, side: "function" as const, begins: false }
            : {}),
          ...defined<{ id?: string }>({ id: /^ ([\w=-]{10,60})(?= |$)/.exec(tail)?.[1] }),
        },
      ),
  },
  {
    needs: "/",
    text: commas,
    state: ([, method = "", path = "", protocol = "", code, , tail = ""]) =>
      states(
        defined<Told>({
          ...requestOf(`${method} ${path} ${protocol}`),
          status: status(code),
          gateways: gatewaysOf(tail),
        }),
      ),
  },
  {
    text: elements,
    state: ([line = "", id, code]) =>
      states(
        defined<Told>({
          method: element(line, "httpMethod"),
          path: element(line, "resourcePath"),
          status: status(code),
          gateways: gatewaysOf(line),
        }),
        defined<Partial<Statement>>({ id }),
      ),
  },
];

const accessLogMembers =
  /^(?:integration\.?(?:Error(?:Message)?|error|Status|status|Latency|latency)|integrationLatency|routeKey|resourcePath|responseLength|responseType|error\.?(?:message|responseType|messageString)|errorResponseType|httpMethod|authorizer\.?[eE]rror|apiId|domainName)$/;

/** An access log's line in JSON; undefined when the object does not look like one. */
export function accessLogDocument(line: JsonObject, text: string): Statement | undefined {
  const names = Object.keys(line);
  const telling = names.filter((name) => accessLogMembers.test(name));
  const code = numberMember(line, "status", "statusCode", "responseStatus", "httpStatus");
  if (code === undefined || telling.length === 0) return undefined;
  if (telling.length < 2 && textMember(line, "requestId", "ip", "sourceIp") === undefined) {
    return undefined;
  }
  const routeKey = textMember(line, "routeKey");
  const http1 = routeKey !== undefined || names.includes("integrationErrorMessage");
  const values = Object.entries(line).map(([name, value]) => [name, String(value)] as const);
  return states(
    defined<Told>({
      ...requestOf(
        [
          textMember(line, "httpMethod", "method"),
          textMember(line, "path", "resourcePath", "rawPath") ?? routeKey,
        ].join(" "),
      ),
      resourcePath: textMember(line, "resourcePath"),
      stage: textMember(line, "stage"),
      status: code,
      durationMs: numberMember(line, "integrationLatency", "integration.latency"),
      gateways: gatewaysOf(text) ?? (http1 ? http : undefined),
      accessLog: Object.fromEntries(values),
    }),
    defined<Partial<Statement>>({
      errorText: values.map(([name, value]) => `${name}: ${value}`).join("\n"),
      id: textMember(line, "requestId"),
      otherId: textMember(line, "integrationRequestId", "integration.requestId"),
    }),
  );
}

const albLine = /^(?:https?|h2|grpcs?|wss?) \d{4}-\d\d-\d\dT\S+ (?:app\/)?\S+ \S+ \S+ -?[\d.]+ /;
const albField = /"((?:[^"\\]|\\.){0,16384})"|(\S+)/g;

/** Why a load balancer could not use a function's answer, as its access log names it. */
const albReason = /^Lambda[A-Z]\w+$/;

/** A load balancer's access log. Fields by their place, as the user guide lists them. */
export const loadBalancerLog: readonly Recogniser[] = [
  {
    text: albLine,
    state: (match) => {
      const fields = Array.from(
        match.input.matchAll(albField),
        ([, text, word]) => text ?? word ?? "",
      );
      const reason = fields.slice(20).find((field) => albReason.test(field));
      const seconds = Number(fields[6]);
      const [, target = ""] = (fields[12] ?? "").split(" ");
      return states(
        defined<Told>({
          gateways: ["alb"],
          ...requestOf(fields[12] ?? ""),
          host: partsOfUrl(target).host,
          status: status(fields[8]),
          durationMs: seconds >= 0 ? Math.round(seconds * 1000) : undefined,
          accessLog: reason === undefined ? undefined : { error_reason: reason },
        }),
        { format: "load-balancer-log" },
      );
    },
  },
];
