import type { FactId } from "../../facts";
import { encodeBase64 } from "../base64";
import { utf8Bytes } from "../bytes";
import type { Arrival } from "../gateway";
import { headerValue } from "../header-lines";
import { firstMediaType } from "../media-type";
import { requestIsBinary } from "../rest/event";
import { mappingVariables } from "./mapping-variables";
import { renderTemplate } from "./vtl/render";

/** What becomes of the request before the function is called; an empty body is the event {}. */
export type RequestMapping =
  | { readonly kind: "mapped"; readonly body: string; readonly facts: readonly FactId[] }
  | { readonly kind: "unsupported-media-type" }
  | { readonly kind: "failed"; readonly reason: string };

/** The template for a content type, names compared without case and parameters. */
export function templateFor(
  templates: Readonly<Record<string, string>>,
  contentType: string,
): string | undefined {
  const type = firstMediaType(contentType);
  return Object.entries(templates).find(([name]) => firstMediaType(name) === type)?.[1];
}

function isPassedThrough({ settings }: Arrival): boolean {
  switch (settings.passthroughBehavior) {
    case "WHEN_NO_MATCH":
      return true;
    case "WHEN_NO_TEMPLATES":
      return Object.keys(settings.requestTemplates).length === 0;
    case "NEVER":
      return false;
    default:
      return settings.passthroughBehavior satisfies never;
  }
}

/** Renders a template; undefined when it cannot be carried out. */
export function rendered(template: string, render: (text: string) => string): string | undefined {
  try {
    return render(template.trim());
  } catch {
    return undefined;
  }
}

/** What a non-proxy integration hands to the function for this request. Never throws. */
export function mapRequest(arrival: Arrival): RequestMapping {
  const { request, settings } = arrival;
  const contentType = headerValue(request.headers, "content-type") ?? "application/json";
  const template = templateFor(settings.requestTemplates, contentType);
  const binary = requestIsBinary(arrival);
  const asText = settings.contentHandling === "CONVERT_TO_TEXT";
  const body = binary && asText ? encodeBase64(utf8Bytes(request.body)) : request.body;
  if (template === undefined) {
    return isPassedThrough(arrival)
      ? { kind: "mapped", body, facts: ["rest-custom.event"] }
      : { kind: "unsupported-media-type" };
  }
  if (binary && !asText) return { kind: "failed", reason: "Unable to transform request" };
  const output = rendered(template, (text) =>
    renderTemplate(text, mappingVariables(body, arrival)),
  );
  return output === undefined
    ? { kind: "failed", reason: "Unable to transform request" }
    : { kind: "mapped", body: output, facts: ["rest-custom.event", "rest-custom.template-rules"] };
}
