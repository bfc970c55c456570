import type { Verdict } from "../gateways/gateway";
import type { GatewayKind, Language } from "../submission/submission";

/** The gateway as the subject of a sentence. */
export const gatewaySubjects: Readonly<Record<GatewayKind, string>> = {
  rest: "The REST API",
  "rest-custom": "The REST API",
  http1: "The HTTP API",
  http2: "The HTTP API",
  url: "The function URL",
  alb: "The load balancer",
};

/** The languages' own names. */
export const languageNames: Readonly<Record<Language, string>> = {
  javascript: "JavaScript",
  typescript: "TypeScript",
  python: "Python",
  go: "Go",
  csharp: "C#",
  java: "Java",
  ruby: "Ruby",
};

/** Why the gateway answered with an error of its own, where no known cause explains it better. */
export const verdictReasons: Readonly<Record<Exclude<Verdict, "passed" | "unknown">, string>> = {
  malformed: "the payload is not a response in its format",
  "function-error": "the function failed: `{error}`",
  "timed-out": "nothing had answered when the time was up",
  denied: "the request was not allowed",
  throttled: "Lambda had no free capacity for the call",
  misconfigured: "the integration is not set up right",
  "not-found": "no route matches the request",
  "too-large": "the message is over the size limit",
  "client-gone": "the client had stopped waiting",
};

export const headlines = {
  because: "{gateway} answers {status}, because {reason}",
  but: "{gateway} answers {status}, but {reason}",
  passed: "{gateway} answers {status}, just as the handler says",
  logged: "{gateway} answered {status}, says the log, and names no fault",
  standIn:
    "No route of the app was run: `{module}` is not on this page, and a stand-in answered {status}",
  nothing: "Paste a handler, its output or a log to begin",
  notRun: "{language} is not run here: paste the JSON that the function returned instead",
  configuration:
    "No known mistake in this configuration: add the handler's code as a file, or paste what it returned",
  noFunction:
    "There is no function and no API in this text: add the handler's code, or what it returned",
  log: "This log does not tell what the client got: add curl's answer, or the line “Endpoint response body before transformations”",
  notPayload: "There is no payload in this text yet",
} as const;

export const markdown = {
  payload: "payload",
  log: "log",
  tried: "Tried: with the fix, the answer is {status}.",
  open: "Open in why502",
} as const;
