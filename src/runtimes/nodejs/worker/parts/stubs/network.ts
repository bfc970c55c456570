import type { Answers } from "./stand-in";

const jsonHeaders = { "content-type": "application/json" };

/** A 200 with an empty JSON object, as the fetch standard gives it. */
export function plainResponse(): Response {
  return new Response("{}", { status: 200, statusText: "OK", headers: jsonHeaders });
}

const answerMembers = ["status", "statusCode", "data", "body", "json"];

function isAnswer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && answerMembers.some((name) => name in value);
}

/** A Response of what the submission gives: `{ status, headers, body }`, or the body's JSON alone. */
export function responseOf(value: unknown): Response {
  const { status, statusCode, headers, body, data, json } = Object(isAnswer(value) ? value : {});
  const content = isAnswer(value) ? (body ?? data ?? json ?? "") : value;
  return new Response(typeof content === "string" ? content : JSON.stringify(content), {
    status: Number(status ?? statusCode ?? 200),
    headers: { ...jsonHeaders, ...headers },
  });
}

function axiosAnswer(config: unknown, value: unknown = { data: {} }): object {
  return {
    status: 200,
    statusText: "OK",
    headers: { ...jsonHeaders },
    config: Object(config),
    request: {},
    ...(isAnswer(value) ? value : { data: value }),
  };
}

/** axios and those like it: `{ data, status, headers }`. */
export const answerAxios: Answers = ({ name, arguments: [config] }) => {
  if (/^(create|use|eject|setToken|getUri|toFormData|CancelToken|source)$/.test(name)) {
    return { chain: undefined };
  }
  if (/^is[A-Z]/.test(name)) return { now: name === "isAxiosError" && config instanceof Error };
  return { later: () => axiosAnswer(config), adapt: (value) => axiosAnswer(config, value) };
};

const fetchClasses: Readonly<Record<string, unknown>> = { Headers, Request, Response, FormData };

/** What resolves to a Response of the fetch standard; the standard's classes are the real ones. */
export const answerFetch: Answers = ({ name, isNew, arguments: values }) => {
  const standard = fetchClasses[name];
  if (isNew && typeof standard === "function") {
    return { now: Reflect.construct(standard, [...values]) };
  }
  if (isNew || /^(create|extend|setGlobalDispatcher|Agent|Pool|Client)$/.test(name)) {
    return { chain: undefined };
  }
  if (name === "json") return { later: () => ({}) };
  return { later: plainResponse, adapt: responseOf };
};

/** got, superagent, request and those like them: chains that resolve to `{ body, statusCode }`. */
export const answerGot: Answers = ({ name }) => {
  if (/^(extend|create|defaults|instance|agent|jar|stream)$/.test(name))
    return { chain: undefined };
  if (name === "json") return { later: () => ({}) };
  if (name === "text") return { later: () => "{}" };
  if (name === "buffer") return { later: () => new Uint8Array([123, 125]) };
  return {
    chain: () => ({
      body: "{}",
      text: "{}",
      statusCode: 200,
      status: 200,
      ok: true,
      headers: { ...jsonHeaders },
    }),
  };
};

/** Services behind an API of their own: whatever is asked resolves to an empty object. */
export const answerService: Answers = ({ name, isNew }) => {
  if (
    isNew ||
    /^(create|init|setApiKey|configure|from|use|on|add|get[A-Z].*Client|load)/.test(name)
  ) {
    return { chain: undefined };
  }
  return { chain: () => ({}) };
};
