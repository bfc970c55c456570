import type { FactId } from "../facts";
import type { Invocation } from "../invocation/invocation";
import { jsonPathSteps } from "../submission/json-path";
import type { GatewayKind } from "../submission/submission";
import type { Objection, Response } from "./gateway";
import type { ReasonKey } from "./messages.en";
import { members, readPayload } from "./payload";
import { reasonsOfFailure, reasonsOfObjection } from "./reasons";

/** Why a gateway answered as it did, as a message's key and values. */
export interface Reason {
  readonly key: ReasonKey;
  readonly values: Readonly<Record<string, string | number>>;
  /** A success that is not what was meant: nothing looks broken, but the client gets something else. */
  readonly silent: boolean;
}

/** Successes whose client gets something else than the handler meant. */
const silentKeys: ReadonlySet<ReasonKey> = new Set<ReasonKey>([
  "envelope-as-body",
  "envelope-as-text",
  "envelope-ignored",
  "null-as-text",
  "empty-object",
  "error-as-success",
  "base64-as-text",
  "stream-body-lost",
  "stream-mode-payload",
  "headers-lost",
  "value-as-text",
]);

const envelopeNames: ReadonlySet<string> = new Set(["statuscode", "body", "isbase64encoded"]);

/** Whether a text is an object that looks like a response, in whatever casing its keys are. */
function looksLikeEnvelope(text: string): boolean {
  const payload = readPayload(text);
  return (
    payload.kind === "object" &&
    members(payload).some(({ name }) => envelopeNames.has(name.toLowerCase().replaceAll("_", "")))
  );
}

function reason(key: ReasonKey, values: Reason["values"] = {}): Reason {
  return { key, values, silent: silentKeys.has(key) };
}

/** The name that an objection is about: the last name of its path. */
function nameOf({ path }: Objection): string {
  const names = (jsonPathSteps(path) ?? []).filter((step) => typeof step === "string");
  return names.at(-1) ?? "payload";
}

function reasonOfObjection(objection: Objection): Reason | undefined {
  const row = reasonsOfObjection.find(({ facts }) => facts.includes(objection.fact));
  return row && reason(row.key, { name: nameOf(objection) });
}

function reasonOfFailure({ verdict, facts, objections }: Response): Reason {
  const refused = objections.find(({ effect }) => effect === "refused");
  const row = reasonsOfFailure.find((candidate) =>
    candidate.facts.some((fact) => facts.includes(fact)),
  );
  const found = (refused && reasonOfObjection(refused)) ?? (row && reason(row.key));
  if (found) return found;
  return reason(verdict === "misconfigured" || verdict === "malformed" ? verdict : "unknown");
}

function inferredReason({ facts }: Response, payload: string): Reason | undefined {
  const has = (...ids: readonly FactId[]): boolean => ids.some((id) => facts.includes(id));
  if (payload.trim() === "null" && has("http2.inferred-other", "url.inferred-null")) {
    return reason("null-as-text");
  }
  if (has("http2.inferred-string", "url.inferred-string")) {
    const text = readPayload(payload);
    const isEnvelope = text.kind === "string" && looksLikeEnvelope(String(text.value));
    return reason(isEnvelope ? "envelope-as-text" : "sent-as-text");
  }
  if (has("http2.inferred-response", "url.inferred-response", "http2.inferred-other")) {
    return reason(looksLikeEnvelope(payload) ? "envelope-as-body" : "sent-as-json");
  }
  return undefined;
}

function reasonOfSuccess(response: Response, invocation: Invocation): Reason {
  const { facts, objections, status } = response;
  const payload = invocation.payload ?? "";
  if (facts.includes("url.stream-buffered-body-lost")) return reason("stream-body-lost");
  if (facts.includes("url.stream-mode-buffered-handler")) {
    const meant = looksLikeEnvelope(payload);
    return reason(meant ? "stream-mode-payload" : "sent-as-json", { status });
  }
  const inferred = inferredReason(response, payload);
  if (inferred) return inferred;
  if (facts.includes("rest.allowed-keys") && /^\s*\{\s*\}\s*$/.test(payload)) {
    return reason("empty-object");
  }
  const found = objections.map(reasonOfObjection).find((candidate) => candidate !== undefined);
  return found ?? reason("as-meant");
}

/** Why a gateway answered this invocation so, in a few words, and whether a success hides a failure. */
export function explainResponse(response: Response, invocation: Invocation): Reason {
  switch (response.verdict) {
    case "passed":
      return reasonOfSuccess(response, invocation);
    case "function-error":
      return response.status < 400
        ? reason("error-as-success", { status: response.status })
        : reasonOfFailure(response);
    case "client-gone":
    case "unknown":
      return reason(response.verdict);
    default:
      return reasonOfFailure(response);
  }
}

/** The reason of every gateway that answered, to stand side by side. */
export function compareResponses(
  responses: Readonly<Partial<Record<GatewayKind, Response>>>,
  invocation: Invocation,
): Partial<Record<GatewayKind, Reason>> {
  return Object.fromEntries(
    Object.entries(responses).map(([kind, response]) => [
      kind,
      explainResponse(response, invocation),
    ]),
  );
}
