import { lent } from "../lent";
import { type IncomingMessage, responseMessage } from "./incoming-message";
import { Writable } from "./streams";

type Plain = (...parameters: never[]) => unknown;
interface Target {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, unknown>;
}

/** The answer that the submission's value for the module describes: a body, or status and body. */
function messageOf(value: unknown): IncomingMessage {
  if (value === undefined) return responseMessage(200, {}, "{}");
  const { statusCode, status, headers, body, data } = Object(value);
  const given = body ?? data ?? value;
  const text = typeof given === "string" ? given : JSON.stringify(given);
  return responseMessage(Number(statusCode ?? status ?? 200), Object(headers), text);
}

/** Node.js's request of a client: it is answered some time after it was ended. */
export class ClientRequest extends Writable {
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

/** A request to what these parameters of `request` name; their callback hears of the response. */
export function requestOf(name: "http" | "https", parameters: readonly unknown[]): ClientRequest {
  const callback = parameters.find((parameter) => typeof parameter === "function");
  const made = new ClientRequest(name, targetOf(`${name}:`, parameters));
  if (callback) made.once("response", callback as (message: unknown) => void);
  return made;
}
