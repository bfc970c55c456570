import { lent, provide } from "./lent";

type Plain = (...parameters: never[]) => unknown;
type StreamClass = new (options: object) => NodeJS.EventEmitter & Record<string, unknown>;

interface Target {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, unknown>;
}

const streams = lent.builtin("stream");
const Readable: StreamClass = Reflect.get(streams, "Readable");
const Writable: StreamClass = Reflect.get(streams, "Writable");

/** Node.js's incoming message: an answer of 200 with an empty JSON object, or what the submission says. */
class IncomingMessage extends Readable {
  statusCode = 200;
  statusMessage = "OK";
  httpVersion = "1.1";
  headers: Record<string, string> = { "content-type": "application/json" };
  rawHeaders = ["content-type", "application/json"];
  complete = true;

  constructor(body: string) {
    let isRead = false;
    super({
      read(this: { push(chunk: unknown): void }) {
        if (isRead) return;
        isRead = true;
        this.push(lent.Buffer.from(body));
        this.push(null);
      },
    });
  }
}

/** The answer that the submission's value for the module describes: a body, or status and body. */
function messageOf(value: unknown): IncomingMessage {
  if (value === undefined) return new IncomingMessage("{}");
  const { statusCode, status, headers, body, data } = Object(value);
  const given = body ?? data ?? value;
  const message = new IncomingMessage(typeof given === "string" ? given : JSON.stringify(given));
  message.statusCode = Number(statusCode ?? status ?? 200);
  Object.assign(message.headers, headers);
  return message;
}

/** Node.js's client request: it is answered some time after it was ended. */
class ClientRequest extends Writable {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly #headers: Record<string, unknown>;

  constructor(module: string, { url, method, headers }: Target) {
    const chunks: Uint8Array[] = [];
    super({
      write(chunk: Uint8Array, _: unknown, done: () => void) {
        chunks.push(chunk);
        done();
      },
      final(done: () => void) {
        done();
        ask();
      },
    });
    const { host, pathname, search } = new URL(url);
    this.method = method;
    this.path = `${pathname}${search}`;
    this.host = host;
    this.#headers = headers;
    const ask = () => {
      const body = lent.Buffer.concat(chunks).toString();
      const call = { module, call: `request ${method} ${url}`, arguments: body ? [body] : [] };
      lent.outside.ask(
        call,
        () => undefined,
        (error, value) => {
          if (error === undefined) this.emit("response", messageOf(value));
          else this.emit("error", error);
        },
      );
    };
  }

  setHeader(name: string, value: unknown): this {
    this.#headers[name.toLowerCase()] = value;
    return this;
  }

  getHeader(name: string): unknown {
    return this.#headers[name.toLowerCase()];
  }

  removeHeader(name: string): void {
    delete this.#headers[name.toLowerCase()];
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): void {}

  setSocketKeepAlive(): void {}

  flushHeaders(): void {}

  abort(): void {
    Reflect.apply(this.destroy as Plain, this, []);
  }
}

function targetOf(protocol: string, parameters: readonly unknown[]): Target {
  const [first, second] = parameters;
  const given = typeof first === "string" || first instanceof URL ? String(first) : undefined;
  const options = Object((given === undefined ? first : second) ?? {});
  const host = options.hostname ?? String(options.host ?? "localhost").replace(/:\d+$/, "");
  const port = options.port === undefined ? "" : `:${options.port}`;
  return {
    url: given ?? `${options.protocol ?? protocol}//${host}${port}${options.path ?? "/"}`,
    method: String(options.method ?? "GET").toUpperCase(),
    headers: { ...options.headers },
  };
}

class Agent {
  readonly options: unknown;

  constructor(options: unknown) {
    this.options = options;
  }

  destroy(): void {}
}

function moduleOf(name: "http" | "https"): object {
  function request(...parameters: unknown[]): ClientRequest {
    const callback = parameters.find((parameter) => typeof parameter === "function");
    const made = new ClientRequest(name, targetOf(`${name}:`, parameters));
    if (callback) made.once("response", callback as (message: unknown) => void);
    return made;
  }
  function get(...parameters: unknown[]): ClientRequest {
    const made = request(...parameters);
    Reflect.apply(made.end as Plain, made, []);
    return made;
  }
  return {
    request,
    get,
    Agent,
    globalAgent: new Agent({}),
    ClientRequest,
    IncomingMessage,
    METHODS: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
    STATUS_CODES: { 200: "OK", 400: "Bad Request", 404: "Not Found", 500: "Internal Server Error" },
  };
}

provide({ http: () => moduleOf("http"), https: () => moduleOf("https") });
