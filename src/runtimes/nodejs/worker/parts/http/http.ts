import { lent, provide } from "../lent";
import { ClientRequest, requestOf } from "./client-request";
import { validateHeaderName, validateHeaderValue } from "./header-values";
import { IncomingMessage } from "./incoming-message";
import { ServerResponse } from "./server-response";
import { statusCodes } from "./status-codes";

const methods =
  "ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE".split(
    " ",
  );

class Agent {
  readonly options: unknown;

  constructor(options: unknown) {
    this.options = options;
  }

  destroy(): void {}
}

/** Node.js's server: nobody can connect to it here, but adapters hand it requests. It holds the process. */
class Server extends lent.EventEmitter {
  listening = false;
  #close: () => void = () => {};

  constructor(...parameters: unknown[]) {
    super();
    const listener = parameters.find((parameter) => typeof parameter === "function");
    if (listener) this.on("request", listener as (...values: unknown[]) => void);
  }

  listen(...parameters: unknown[]): this {
    const callback = parameters.find((parameter) => typeof parameter === "function");
    if (callback) this.once("listening", callback as () => void);
    this.#close = lent.outside.connect("http.Server");
    this.listening = true;
    lent.poll(() => this.emit("listening"));
    return this;
  }

  address(): object | null {
    return this.listening ? { address: "127.0.0.1", family: "IPv4", port: 3000 } : null;
  }

  close(callback?: () => void): this {
    this.#close();
    this.listening = false;
    if (callback) this.once("close", callback);
    lent.poll(() => this.emit("close"));
    return this;
  }

  setTimeout(): this {
    return this;
  }
}

function moduleOf(name: "http" | "https"): object {
  const request = (...parameters: unknown[]): ClientRequest => requestOf(name, parameters);
  function get(...parameters: unknown[]): ClientRequest {
    const made = request(...parameters);
    Reflect.apply(made.end as () => void, made, []);
    return made;
  }
  const createServer = (...parameters: unknown[]): Server => new Server(...parameters);
  const shared = { request, get, Agent, globalAgent: new Agent({}), Server, createServer };
  if (name === "https") return shared;
  return {
    ...shared,
    ClientRequest,
    IncomingMessage,
    OutgoingMessage: ServerResponse,
    ServerResponse,
    validateHeaderName,
    validateHeaderValue,
    maxHeaderSize: 16_384,
    METHODS: methods,
    STATUS_CODES: statusCodes,
  };
}

provide({ http: () => moduleOf("http"), https: () => moduleOf("https") });
