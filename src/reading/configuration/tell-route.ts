import type { GatewayKind, Settings, Submission } from "../../submission/submission";
import { fitsPath, isUnsaid, takes } from "./choose";
import type { ConfiguredRoute } from "./deployment";
import { entriesOf, firstOf, flagOf, type Node, numberOf, textOf, textsOf } from "./node";
import { plainly, type Teller, type Writing } from "./told";

type Cors = NonNullable<Settings["cors"]>;
type IntegrationResponse = Settings["integrationResponses"][number];

const formats: Readonly<Partial<Record<GatewayKind, string>>> = { http1: "1.0", http2: "2.0" };
const asFormat: Writing = (value) =>
  Object.entries(formats).find(([gateway]) => gateway === value)?.[1];

/** In the case and the tool's own words that stand there. */
const asType: Writing = (value, written) => {
  if (typeof value !== "string") return undefined;
  if (written === "lambda") return value === "AWS_PROXY" ? "lambda-proxy" : undefined;
  return written === written.toLowerCase() ? value.toLowerCase() : value;
};

/** CORS settings by the names that the formats have for them, lower case. */
const corsNames: Readonly<Record<keyof Cors, readonly string[]>> = {
  allowOrigins: ["alloworigins", "allowedorigins"],
  allowMethods: ["allowmethods", "allowedmethods"],
  allowHeaders: ["allowheaders", "allowedheaders"],
  exposeHeaders: ["exposeheaders", "exposedresponseheaders"],
  allowCredentials: ["allowcredentials"],
  maxAge: ["maxage"],
};

function corsOf(node: Node | undefined): Cors | undefined {
  const anything = ["*"];
  const open: Cors = {
    allowOrigins: anything,
    allowMethods: anything,
    allowHeaders: ["Content-Type", "Authorization"],
    exposeHeaders: [],
    allowCredentials: false,
    maxAge: 0,
  };
  if (flagOf(node) === true) return open;
  if (node?.kind !== "mapping") return undefined;
  const written = new Map(entriesOf(node).map(([name, { value }]) => [name.toLowerCase(), value]));
  const found = (member: keyof Cors) =>
    corsNames[member].map((name) => written.get(name)).find((value) => value !== undefined);
  return {
    allowOrigins: [...textsOf(found("allowOrigins"))],
    allowMethods: [...textsOf(found("allowMethods"))],
    allowHeaders: [...textsOf(found("allowHeaders"))],
    exposeHeaders: [...textsOf(found("exposeHeaders"))],
    allowCredentials: flagOf(found("allowCredentials")) ?? false,
    maxAge: numberOf(found("maxAge")) ?? 0,
  };
}

function textMap(node: Node | undefined): Record<string, string> | undefined {
  const entries = entriesOf(node).flatMap(([name, { value }]) => {
    const text = textOf(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function handlingOf(node: Node | undefined): Settings["contentHandling"] {
  const text = textOf(node);
  return text === "CONVERT_TO_TEXT" || text === "CONVERT_TO_BINARY" ? text : undefined;
}

function responseOf([pattern, node]: readonly [string, Node]): IntegrationResponse {
  const responseTemplates = textMap(firstOf(node, "ResponseTemplates", "responseTemplates"));
  const responseParameters = textMap(firstOf(node, "ResponseParameters", "responseParameters"));
  const contentHandling = handlingOf(firstOf(node, "ContentHandling", "contentHandling"));
  return {
    statusCode: textOf(firstOf(node, "StatusCode", "statusCode")) ?? "200",
    ...(pattern === "" ? {} : { selectionPattern: pattern }),
    ...(responseTemplates ? { responseTemplates } : {}),
    ...(responseParameters ? { responseParameters } : {}),
    ...(contentHandling ? { contentHandling } : {}),
  };
}

/** Tells how a REST API's integration calls the function, and what it makes of the answer where it is no proxy. */
function tellIntegration(tell: Teller, { integration, at }: ConfiguredRoute): void {
  const { type, httpMethod, passthroughBehavior, responses, methodResponses } = integration;
  const method = textOf(httpMethod)?.toUpperCase();
  tell.setting("integrationHttpMethod", method, httpMethod, plainly);
  const kind = textOf(type)?.toUpperCase();
  const isCustom = kind === "AWS";
  tell.setting(
    "integrationType",
    isCustom || kind === "AWS_PROXY" ? (isCustom ? "AWS" : "AWS_PROXY") : undefined,
    type,
    asType,
  );
  if (!isCustom) return;
  const templates = textMap(integration.requestTemplates);
  tell.setting("requestTemplates", templates, integration.requestTemplates);
  const passthrough = textOf(passthroughBehavior)?.toUpperCase();
  if (passthrough === "NEVER" || passthrough === "WHEN_NO_TEMPLATES") {
    tell.setting("passthroughBehavior", passthrough, passthroughBehavior, plainly);
  }
  const handling = handlingOf(integration.contentHandling);
  tell.setting("contentHandling", handling, integration.contentHandling, plainly);
  if (!responses) return;
  const first = responses[0]?.[1] ?? at;
  tell.setting("integrationResponses", responses.map(responseOf), first);
  tell.setting("methodResponses", [...(methodResponses ?? [])], first);
}

/** A path that the route takes: its variables filled with 1. */
function samplePath(path: string): string {
  return path === "$default" ? "/" : path.replace(/\{[^{}]*\}/g, "1");
}

/** Tells the request where nobody said one and the default one is not for this route. */
function tellRequest(tell: Teller, route: ConfiguredRoute, { request }: Submission): void {
  const isOurs = isUnsaid(request) && !takes(route, request);
  const method = route.method === "ANY" ? request.method : route.method;
  const path = fitsPath(route.path, request.path) ? request.path : samplePath(route.path);
  const sent = isOurs ? { ...request, method, path } : request;
  if (isOurs) tell.own("request", sent, route.at);
  if (route.path.includes("{") && fitsPath(route.path, sent.path)) {
    tell.setting("resourcePath", route.path, route.at);
  }
}

/** Tells what stands in front of the function: the gateway, its integration, and what it is configured with. */
export function tellRoute(tell: Teller, route: ConfiguredRoute, submission: Submission): void {
  const { gateway, gatewayAt, format, integration, api } = route;
  tell.own("gateway", gateway, format ?? gatewayAt, asFormat);
  if (gateway === "rest") tellIntegration(tell, route);
  if (gateway === "rest" || gateway === "http1" || gateway === "http2") {
    const waits = numberOf(integration.timeout);
    const timeoutMs = waits !== undefined && waits >= 50 ? waits : undefined;
    tell.setting("integrationTimeoutMs", timeoutMs, integration.timeout, plainly);
    tellRequest(tell, route, submission);
    const stage = textOf(api?.stage) ?? api?.usualStage;
    const isNamed = stage !== undefined && stage !== "$default" && !stage.includes("${");
    tell.setting("stage", isNamed ? stage : undefined, api?.stage ?? api?.at, plainly);
    tell.setting("stageVariables", textMap(api?.stageVariables), api?.stageVariables);
  }
  if (gateway === "rest" && api?.binaryMediaTypes) {
    const types = textsOf(api.binaryMediaTypes).map((type) => type.replaceAll("~1", "/"));
    tell.setting("binaryMediaTypes", types, api.binaryMediaTypes);
  }
  const cors = gateway === "rest" ? undefined : (route.cors ?? api?.cors);
  tell.setting("cors", corsOf(cors), cors);
  const mode = textOf(route.invokeMode)?.toUpperCase();
  if (mode === "RESPONSE_STREAM") tell.setting("invokeMode", mode, route.invokeMode, plainly);
  const isMulti = flagOf(route.multiValueHeaders);
  tell.setting("multiValueHeaders", isMulti === true ? true : undefined, route.multiValueHeaders);
}

/** Whether the way of calling the function that is written cannot work. */
export function callsWithOtherMethod({ gateway, integration }: ConfiguredRoute): boolean {
  const method = textOf(integration.httpMethod)?.toUpperCase();
  const isKnown =
    method !== undefined && /^(?:GET|PUT|DELETE|PATCH|HEAD|OPTIONS|ANY)$/.test(method);
  return gateway === "rest" && isKnown;
}
