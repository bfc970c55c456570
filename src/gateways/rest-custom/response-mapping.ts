import type { FactId } from "../../facts";
import type { Header, Settings } from "../../submission/submission";
import { decodeBase64 } from "../base64";
import type { Arrival } from "../gateway";
import { headerValue, isHeaderName, isHeaderValue, sameHeaderName } from "../header-lines";
import { firstMediaType } from "../media-type";
import type { Content } from "../message-body";
import { matchesPattern } from "./java-pattern/match";
import { queryJsonPath } from "./json-path-query";
import { mappingVariables } from "./mapping-variables";
import { rendered, templateFor } from "./request-mapping";
import { renderTemplate } from "./vtl/render";
import { fromJson, toText, type VtlMap, type VtlValue } from "./vtl/values";

type IntegrationResponse = Settings["integrationResponses"][number];

/** Which integration response was chosen, and why. */
export interface Selection {
  readonly chosen?: IntegrationResponse;
  readonly facts: readonly FactId[];
}

/**
 * Chooses the integration response for a function error's message, or for a success, which has none:
 * the first whose pattern matches, else the one without a pattern.
 */
export function selectResponse(
  responses: readonly IntegrationResponse[],
  errorMessage: string | undefined,
): Selection {
  const facts: FactId[] = ["rest-custom.selection-error-message", "rest-custom.selection-whole"];
  const matched = responses.find(({ selectionPattern }) => {
    if (!selectionPattern) return false;
    const matches = matchesPattern(selectionPattern, errorMessage ?? "");
    if (matches === undefined) facts.unshift("rest-custom.selection-unknown");
    return matches;
  });
  const chosen = matched ?? responses.find(({ selectionPattern }) => !selectionPattern);
  if (errorMessage === undefined) return { ...(chosen && { chosen }), facts };
  if (!matched && /[\r\n]/.test(errorMessage)) facts.unshift("rest-custom.selection-newline");
  facts.unshift(matched ? "rest-custom.error-matched" : "rest-custom.error-unmatched");
  return { ...(chosen && { chosen }), facts };
}

/** The mapped answer: what the client gets. */
export interface MappedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly headers: readonly Header[];
  readonly content: Content;
  readonly facts: readonly FactId[];
}

/** What kept the answer from being mapped, as the execution log says it. */
export interface MappingFailure {
  readonly reason: string;
  readonly fact: FactId;
}

function parsed(text: string): VtlValue {
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The value of a responseParameters entry: `'literal'`, `integration.response.body.path`, `context.name`, ... */
function parameterValue(source: string, payload: string, variables: VtlMap): string {
  const literal = /^'(.*)'$/s.exec(source);
  if (literal) return literal[1] ?? "";
  const body = /^integration\.response\.body(?:\.(.*))?$/.exec(source);
  if (body) return toText(queryJsonPath(parsed(payload), body[1] ?? "$"));
  const [, group, path] = /^(context|stageVariables)\.(.+)$/.exec(source) ?? [];
  return group === undefined ? "" : toText(queryJsonPath(variables.get(group), path ?? ""));
}

function parameterHeaders(
  { responseParameters }: IntegrationResponse,
  payload: string,
  variables: VtlMap,
): readonly Header[] {
  return Object.entries(responseParameters ?? {}).flatMap(([target, source]): readonly Header[] => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    const value = parameterValue(source, payload, variables);
    return name !== undefined && value !== "" ? [[name, value]] : [];
  });
}

function overrides(variables: VtlMap): {
  readonly status?: number;
  readonly headers: readonly Header[];
} {
  const context = variables.get("context");
  const override = context instanceof Map ? context.get("responseOverride") : undefined;
  if (!(override instanceof Map)) return { headers: [] };
  const header = override.get("header");
  const headers =
    header instanceof Map ? [...header].map(([name, value]): Header => [name, toText(value)]) : [];
  const text = toText(override.get("status"));
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  return status >= 100 && status <= 599 ? { status, headers } : { headers };
}

function chosenTemplate(
  { responseTemplates = {} }: IntegrationResponse,
  { request }: Arrival,
): { readonly contentType: string; readonly template: string } | undefined {
  const accepted = firstMediaType(headerValue(request.headers, "accept"));
  const types = [accepted, "application/json", ...Object.keys(responseTemplates)];
  for (const contentType of types) {
    const template = templateFor(responseTemplates, contentType);
    if (template !== undefined) return { contentType: contentType || "application/json", template };
  }
  return undefined;
}

/** A later line of the same name takes an earlier one's place. */
function overridden(lines: readonly Header[], later: readonly Header[]): readonly Header[] {
  return [
    ...lines.filter(([name]) => !later.some(([other]) => sameHeaderName(other, name))),
    ...later,
  ].filter(([name, value]) => isHeaderName(name) && isHeaderValue(value));
}

function converted(body: string, payload: string): Content | undefined {
  const text = parsed(payload);
  return decodeBase64(body === payload && typeof text === "string" ? text : body);
}

/** Maps a payload or an error's document by the chosen integration response. Never throws. */
export function mapResponse(
  chosen: IntegrationResponse,
  payload: string,
  arrival: Arrival,
): MappedResponse | MappingFailure {
  const template = chosenTemplate(chosen, arrival);
  const variables = mappingVariables(payload, arrival);
  const body = template
    ? rendered(template.template, (text) => renderTemplate(text, variables))
    : payload;
  if (body === undefined) {
    return { reason: "Unable to transform response", fact: "rest-custom.template-failed" };
  }
  const override = overrides(variables);
  const headers = overridden(parameterHeaders(chosen, payload, variables), override.headers);
  const binary = chosen.contentHandling === "CONVERT_TO_BINARY";
  const content = binary ? converted(body, payload) : body;
  if (content === undefined) {
    return { reason: "Unable to base64 decode the body", fact: "rest-custom.content-handling" };
  }
  const own = headerValue(headers, "content-type");
  return {
    status: override.status ?? Number(chosen.statusCode),
    contentType: own ?? template?.contentType ?? "application/json",
    headers: headers.filter(([name]) => !sameHeaderName(name, "content-type")),
    content,
    facts: [
      ...(override.status === undefined && override.headers.length === 0
        ? []
        : (["rest-custom.response-override"] as const)),
      ...(template
        ? (["rest-custom.template-rules", "rest-custom.input-path-text"] as const)
        : (["rest-custom.payload-passed"] as const)),
      ...(binary ? (["rest-custom.content-handling"] as const) : []),
    ],
  };
}
