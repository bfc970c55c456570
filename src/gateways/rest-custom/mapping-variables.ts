import { decodeBase64, encodeBase64 } from "../base64";
import { utf8Bytes, utf8Text } from "../bytes";
import { requestTime } from "../dates";
import type { Arrival } from "../gateway";
import { headerValue } from "../header-lines";
import { lastValues } from "../name-map";
import { decodePercent, queryPairs } from "../query";
import { domainName, forwardedHeaders, stageOf } from "../rest/event";
import { pathVariables, rooted } from "../route";
import { queryJsonPath } from "./json-path-query";
import { fromJson, toJson, toText, type VtlMap, type VtlObject, type VtlValue } from "./vtl/values";

function object(
  methods: Readonly<Record<string, (...values: readonly VtlValue[]) => VtlValue>>,
  properties: Readonly<Record<string, VtlValue>> = {},
): VtlObject {
  return {
    kind: "object",
    methods: new Map(Object.entries(methods)),
    properties: new Map(Object.entries(properties)),
  };
}

function textMap(pairs: readonly (readonly [string, string])[]): VtlMap {
  return new Map<string, VtlValue>(Object.entries(lastValues(pairs) ?? {}));
}

function escapeJavaScript(text: string): string {
  return text.replace(/['"\\/]|[^ -~]/g, (character) => {
    const short: Readonly<Record<string, string>> = {
      "\b": "\\b",
      "\f": "\\f",
      "\n": "\\n",
      "\r": "\\r",
      "\t": "\\t",
    };
    if (/['"\\/]/.test(character)) return `\\${character}`;
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return short[character] ?? `\\u${code}`;
  });
}

function parsed(text: string): VtlValue {
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const util = object({
  escapeJavaScript: (value) => escapeJavaScript(toText(value)),
  parseJson: (value) => parsed(toText(value)),
  urlEncode: (value) =>
    encodeURIComponent(utf8Text(utf8Bytes(toText(value))))
      .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+"),
  urlDecode: (value) => decodePercent(toText(value).replaceAll("+", " ")),
  base64Encode: (value) => encodeBase64(utf8Bytes(toText(value))),
  base64Decode: (value) => {
    const bytes = decodeBase64(toText(value));
    return bytes && utf8Text(bytes);
  },
});

function input(body: string, arrival: Arrival): VtlObject {
  const { request, settings } = arrival;
  const path = rooted(request.path);
  const groups = {
    path: textMap((settings.resourcePath && pathVariables(settings.resourcePath, path)) || []),
    querystring: textMap(queryPairs(request.query)),
    header: textMap(forwardedHeaders(arrival)),
  };
  const all: VtlMap = new Map(Object.entries(groups));
  const find = (name: string): VtlValue =>
    groups.path.get(name) ??
    groups.querystring.get(name) ??
    headerValue(forwardedHeaders(arrival), name) ??
    "";
  let read: { readonly document: VtlValue } | undefined;
  const document = (): VtlValue => {
    read ??= { document: body === "" ? new Map() : parsed(body) };
    return read.document;
  };
  return object(
    {
      path: (query) => queryJsonPath(document(), toText(query)),
      json: (query) => {
        const found = queryJsonPath(document(), toText(query));
        return found === undefined ? '""' : toJson(found);
      },
      params: (name) => (name === undefined ? all : (all.get(toText(name)) ?? find(toText(name)))),
    },
    { body: body === "" ? "{}" : body },
  );
}

/** `$context`, with the overrides that a template can set. */
function context(arrival: Arrival): VtlMap {
  const { request, settings, context: values } = arrival;
  const path = rooted(request.path);
  const stage = stageOf(arrival);
  const identity: VtlMap = new Map<string, VtlValue>([
    ["sourceIp", values.sourceIp],
    ["userAgent", headerValue(request.headers, "user-agent") ?? ""],
  ]);
  const override = (): VtlMap => new Map<string, VtlValue>([["header", new Map()]]);
  return new Map<string, VtlValue>([
    ["accountId", values.accountId],
    ["apiId", values.apiId],
    ["deploymentId", "d1e2f3"],
    ["domainName", domainName(values)],
    ["domainPrefix", values.apiId],
    ["extendedRequestId", values.extendedRequestId],
    ["httpMethod", request.method],
    ["identity", identity],
    ["path", `/${stage}${path}`],
    ["protocol", "HTTP/1.1"],
    ["requestId", values.requestId],
    ["requestTime", requestTime(values.requestTimeEpoch)],
    ["requestTimeEpoch", values.requestTimeEpoch],
    ["resourceId", "abc123"],
    ["resourcePath", settings.resourcePath || path],
    ["stage", stage],
    ["requestOverride", override()],
    ["responseOverride", override()],
  ]);
}

/** The variables of a mapping template: `$input` over a body, `$context`, `$stageVariables`, `$util`. */
export function mappingVariables(body: string, arrival: Arrival): VtlMap {
  return new Map<string, VtlValue>([
    ["input", input(body, arrival)],
    ["context", context(arrival)],
    ["stageVariables", textMap(Object.entries(arrival.settings.stageVariables))],
    ["util", util],
  ]);
}
