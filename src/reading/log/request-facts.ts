import type { FunctionError } from "../../invocation/invocation";
import type { GatewayKind, Header } from "../../submission/submission";
import { errorOf, errorText, parseObject } from "./documents";
import { type Group, gatewaysOf, statusOf } from "./group";
import { gatewaysOfBody } from "./hosts";
import type { PartedLine } from "./line";
import type { LoggedText } from "./log-reading";
import { type LoggedEvent, readEvent } from "./logged-event";
import type { OpenText, Told } from "./statement";

/** What is known of a request from all its lines together. Times in milliseconds. */
export interface RequestFacts {
  /** The kinds of gateway that the log tells, else the assumed one's. */
  readonly gateways: readonly GatewayKind[];
  readonly toldGateways: readonly GatewayKind[];
  readonly told: Told;
  readonly host?: string;
  readonly path?: string;
  readonly status?: number;
  readonly failed?: "function-error" | "timed-out";
  /** The platform closed the invocation. */
  readonly finished: boolean;
  readonly error?: FunctionError;
  readonly memoryMb?: number;
  readonly usedMemoryMb?: number;
  readonly eventText?: LoggedText;
  readonly event?: LoggedEvent;
  readonly payload?: LoggedText;
  readonly answer?: LoggedText;
  /** The body that the client got is not one of the gateways' own. */
  readonly ownAnswer: boolean;
  /** The same log shows a test in the console that ended well. */
  readonly testedWell: boolean;
  /** The lines that can tell of a cause. */
  readonly lines: readonly PartedLine[];
}

const cutMark = /[ \t]*(?:\[TRUNCATED\]|\.\.\.[ \t]*\(?truncated\)?)\s*$/i;

/** A long text that some line began, as far as the log goes. */
function textOf(group: Group, what: OpenText): LoggedText | undefined {
  const gathered = group.findLast(({ texts }) => texts[what])?.texts[what];
  const whole = gathered?.lines.join("\n").trim();
  if (!gathered || !whole) return undefined;
  const text = whole.replace(cutMark, "");
  return { text, line: gathered.line, cut: text !== whole };
}

/** What curl writes behind a body that does not end in a line break. */
const behindBody = /(?:\* (?:Connection #\d+ to host|Closing connection).*\s*)+$/;

/**
 * The body that the client got, and the status that stands in it: in the title of a load balancer's
 * page, or behind the body, where curl's `-w '%{http_code}'` prints it.
 */
function answerOf(group: Group): { body?: LoggedText; status?: number } {
  const found = textOf(group, "answer");
  if (!found) return {};
  const printsCode = group.some(({ lines }) =>
    lines.some(({ text }) => text.includes("http_code")),
  );
  const bare = found.text.replace(behindBody, "").trimEnd();
  const code = printsCode ? /(?:^|\D)(\d{3})$/.exec(bare)?.[1] : undefined;
  const text = code === undefined ? bare : bare.slice(0, -3).trimEnd();
  const status = code ?? /^<html>\s*<head><title>(\d{3}) /.exec(text)?.[1];
  return {
    ...(text === "" ? {} : { body: { ...found, text } }),
    ...(status === undefined ? {} : { status: Number(status) }),
  };
}

function toldBy(group: Group): Told {
  return Object.assign({}, ...group.map(({ told }) => told).toReversed());
}

const errorMembers = /^(?:errorMessage|errorType|stackTrace|trace|requestId|cause)$/;

/** The error of a payload that is nothing but an error document, as older gateways printed function errors. */
function errorInPayload(payload: LoggedText | undefined): FunctionError | undefined {
  const document = payload && parseObject(payload.text);
  if (!document || !Object.keys(document).every((name) => errorMembers.test(name)))
    return undefined;
  return errorOf(document);
}

/** A trace that a text log writes below the error, joined to it. */
function withTrace(error: FunctionError | undefined, trace: LoggedText | undefined) {
  return error && !error.trace && trace
    ? { ...error, trace: trace.text.split("\n").slice(1) }
    : error;
}

/** Whether the lines that nobody recognised are the application's own: its invocation ended well. */
function endedWell({ succeeded, finished, failed }: Told): boolean {
  return succeeded === true || (finished === true && failed === undefined);
}

function linesOf(group: Group): readonly PartedLine[] {
  return group
    .flatMap(({ side, lines, told }) =>
      side === "function" && endedWell(told)
        ? lines.map((line) =>
            line.part === "text" || (told.succeeded && line.part === "error")
              ? { ...line, part: "own" as const }
              : line,
          )
        : lines,
    )
    .filter(({ part }) => part !== "payload" && part !== "answer" && part !== "data")
    .toSorted((one, other) => one.number - other.number);
}

/** The long texts that signatures look into, each as one. */
function wholeTexts(payload: LoggedText | undefined, answer: LoggedText | undefined): PartedLine[] {
  return [
    ...(payload ? [{ number: payload.line, text: payload.text, part: "payload" as const }] : []),
    ...(answer ? [{ number: answer.line, text: answer.text, part: "answer" as const }] : []),
  ];
}

function isOwn(body: LoggedText | undefined, headers: readonly Header[]): boolean {
  if (headers.some(([name]) => /^x-amzn-errortype$/i.test(name))) return false;
  if (body === undefined) return headers.some(([name]) => /^x-amzn-trace-id$/i.test(name));
  return (
    gatewaysOfBody(body.text) === undefined &&
    !/^\{\s*"[mM]essage"\s*:\s*(?:null|"[^"]{0,300}")\s*\}$|^<html>/.test(body.text)
  );
}

/** The kinds of gateway: an event is surest, but that a non-proxy integration can be handed one too. */
function gatewayKinds(
  group: Group,
  event: LoggedEvent | undefined,
  body: LoggedText | undefined,
): readonly GatewayKind[] {
  const told = gatewaysOf(group, body?.text);
  const seen = event?.gateways ?? [];
  if (told.length === 0) return seen;
  const both = told.filter((kind) => seen.includes(kind));
  return both.length > 0 ? both : told;
}

/** Whether a request is a test in the console that ended well. */
export function isTestedWell(group: Group): boolean {
  return (
    group.some(({ told }) => told.consoleTest) &&
    (statusOf(group) ?? 0) < 400 &&
    statusOf(group) !== undefined
  );
}

/** What is known of a request besides its own lines. */
export interface Besides {
  /** The same log shows a test in the console that ended well. */
  readonly testedWell: boolean;
  /** The gateway where the log does not tell it. */
  readonly assumed: GatewayKind;
}

const families: readonly (readonly GatewayKind[])[] = [
  ["rest", "rest-custom"],
  ["http2", "http1"],
];

/** The kinds of gateway that write the same logs as this one, itself first. */
function family(kind: GatewayKind): readonly GatewayKind[] {
  const others = families.find((kinds) => kinds.includes(kind)) ?? [];
  return [kind, ...others.filter((other) => other !== kind)];
}

/** Everything that a request's segments tell together. */
export function requestFacts(group: Group, { testedWell, assumed }: Besides): RequestFacts {
  const told = toldBy(group);
  const { body, status: printed } = answerOf(group);
  const payload = textOf(group, "payload");
  const eventText = textOf(group, "event");
  const event = eventText && readEvent(eventText.text);
  const toldGateways = gatewayKinds(group, event, body);
  const failed = told.succeeded ? undefined : told.failed;
  const payloadError = errorInPayload(payload);
  const error = payloadError ?? withTrace(told.error, textOf(group, "trace"));
  const status = statusOf(group) ?? printed;
  const host =
    told.host ?? told.requestHeaders?.find(([name]) => name.toLowerCase() === "host")?.[1];
  const refused = status === undefined || status >= 400;
  const isFailed = failed ?? (payloadError && refused ? "function-error" : undefined);
  const shown: readonly PartedLine[] =
    payloadError && payload && isFailed
      ? [{ number: payload.line, text: errorText(payloadError), part: "error" }]
      : [];
  return {
    gateways: toldGateways.length > 0 ? toldGateways : family(assumed),
    toldGateways,
    told,
    ...(host === undefined ? {} : { host }),
    ...(told.path === undefined ? {} : { path: told.path }),
    ...(status === undefined ? {} : { status }),
    ...(isFailed === undefined ? {} : { failed: isFailed }),
    finished: told.finished === true,
    ...(error && isFailed ? { error } : {}),
    ...(told.memoryMb === undefined ? {} : { memoryMb: told.memoryMb }),
    ...(told.usedMemoryMb === undefined ? {} : { usedMemoryMb: told.usedMemoryMb }),
    ...(eventText ? { eventText } : {}),
    ...(event ? { event } : {}),
    ...(payload ? { payload } : {}),
    ...(body ? { answer: body } : {}),
    ownAnswer:
      isOwn(body, told.answerHeaders ?? []) && (body !== undefined || status !== undefined),
    testedWell,
    lines: [...shown, ...wholeTexts(payload, body), ...linesOf(group)],
  };
}
