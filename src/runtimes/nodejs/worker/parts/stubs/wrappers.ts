import { lent } from "../lent";
import { type Answers, askLater } from "./stand-in";

type Handler = (event: unknown, context: unknown, ...rest: unknown[]) => unknown;
type Phase = "before" | "after" | "onError";

interface Request {
  event: unknown;
  context: unknown;
  response: unknown;
  error: unknown;
  readonly internal: Record<string, unknown>;
}

type Step = (request: Request) => unknown;
type Middleware = Partial<Record<Phase, Step>>;

/** Loggers: what they are told is dropped; children are loggers too. */
export const answerLogger: Answers = ({ name, isNew, arguments: [first] }) => {
  if (isNew || /^(child|create|getLogger|default|pino|format|transports)/i.test(name)) {
    return { chain: undefined };
  }
  if (/^(capture|inject|log)[A-Z]/.test(name) && typeof first === "function") return { now: first };
  return { chain: undefined };
};

/** Give back the handler, or whatever else they are given to wrap. */
export const answerWrapper: Answers = ({ name, isNew, arguments: values }) => {
  if (isNew || /^(init|config|set|add|enable|install|start|get)/.test(name))
    return { chain: undefined };
  const wrapped = values.find((value) => typeof value === "function") ?? values[0];
  return wrapped === undefined ? { chain: undefined } : { now: wrapped };
};

/**
 * Frameworks: the handler that an adapter makes answers what the submission says of the adapter, else a
 * plain 200, and it is noted that no route was run.
 */
export const answerFramework: Answers = (call) => {
  const { module, name, isNew } = call;
  const isAdapter =
    /serverless|aws-lambda|lambda/.test(module) &&
    /^(default|handle|configure|proxy|serverless.*|awsLambda.*)$/i.test(name);
  if (!isAdapter || isNew) return { chain: undefined };
  const answer = () => {
    lent.outside.noteAnswer(module);
    return { statusCode: 200, headers: {}, body: "", isBase64Encoded: false };
  };
  if (name === "proxy") return { later: answer };
  const handled = (event: unknown, context: unknown) =>
    askLater({ ...call, arguments: [event, context] }, { later: answer });
  return { makes: handled };
};

function parseBody(request: Request): void {
  const event = Object(request.event);
  const type = String(event.headers?.["content-type"] ?? event.headers?.["Content-Type"] ?? "");
  if (typeof event.body !== "string" || !/json/.test(type)) return;
  event.rawBody = event.body;
  event.body = JSON.parse(event.body);
}

function addCorsHeader(request: Request): void {
  const response = Object(request.response ?? {});
  response.headers = { "Access-Control-Allow-Origin": "*", ...response.headers };
  request.response = response;
}

function answerError(request: Request): void {
  const error = Object(request.error);
  if (request.response !== undefined || !error.statusCode) return;
  const headers = { "Content-Type": "text/plain" };
  request.response = { statusCode: error.statusCode, body: error.message, headers };
}

/** What the middlewares do that change the event or the answer; the others do nothing. */
const middlewares: Readonly<Record<string, Middleware>> = {
  "@middy/http-json-body-parser": { before: parseBody },
  "@middy/http-cors": { after: addCorsHeader, onError: addCorsHeader },
  "@middy/http-error-handler": { onError: answerError },
};

/** The handler that middy makes: the middlewares in order, the handler, and the middlewares backwards. */
function middy(given: unknown): Handler {
  const phases: Record<Phase, Step[]> = {
    before: [],
    after: [],
    onError: [],
  };
  let handler = (typeof given === "function" ? given : async () => {}) as Handler;

  async function play(steps: readonly Step[], request: Request) {
    for (const step of steps) {
      const early = await step(request);
      if (early !== undefined) return { early };
    }
    return undefined;
  }

  async function handle(event: unknown, context: unknown): Promise<unknown> {
    const request: Request = { event, context, response: undefined, error: null, internal: {} };
    try {
      const stopped = await play(phases.before, request);
      if (stopped) return stopped.early;
      request.response = await handler(request.event, context);
      await play(phases.after, request);
    } catch (error) {
      request.response = undefined;
      request.error = error;
      await play(phases.onError, request);
      if (request.response === undefined) throw request.error;
    }
    return request.response;
  }

  const wrapped = Object.assign((event: unknown, context: unknown) => handle(event, context), {
    use(middleware: Middleware | readonly Middleware[]) {
      for (const { before, after, onError } of [middleware].flat()) {
        if (typeof before === "function") phases.before.push(before);
        if (typeof after === "function") phases.after.unshift(after);
        if (typeof onError === "function") phases.onError.unshift(onError);
      }
      return wrapped;
    },
    handler(next: Handler) {
      handler = next;
      return wrapped;
    },
    before: (step: Step) => wrapped.use({ before: step }),
    after: (step: Step) => wrapped.use({ after: step }),
    onError: (step: Step) => wrapped.use({ onError: step }),
  });
  return wrapped;
}

/** middy, and what its middlewares do to the event and the answer. */
export const answerMiddy: Answers = ({ module, name, arguments: [first] }) => {
  if (/^(@middy\/core|middy)$/.test(module)) return { now: middy(first) };
  return name === "default" ? { now: { ...middlewares[module] } } : { chain: undefined };
};
