import { lent } from "../lent";
import { Readable } from "./streams";

/** Headers of which Node.js keeps the first of several, as HTTP allows only one. */
const single = new Set(
  "age authorization content-length content-type etag expires from host if-modified-since if-unmodified-since last-modified location max-forwards proxy-authorization referer retry-after server user-agent".split(
    " ",
  ),
);

/** Node.js's incoming message: of a server a request, of a client a response. */
export class IncomingMessage extends Readable {
  readonly socket: unknown;
  readonly connection: unknown;
  method: string | null = null;
  url = "";
  statusCode: number | null = null;
  statusMessage: string | null = null;
  httpVersion: string | null = null;
  httpVersionMajor: number | null = null;
  httpVersionMinor: number | null = null;
  headers: Record<string, unknown> = {};
  rawHeaders: string[] = [];
  trailers: Record<string, unknown> = {};
  rawTrailers: string[] = [];
  complete = false;
  aborted = false;

  constructor(socket?: unknown) {
    super();
    this.socket = socket;
    this.connection = socket;
  }

  /** What is read, where nobody who made the message says otherwise: nothing. */
  _read(): void {}

  setTimeout(): this {
    return this;
  }

  /** Adds lines given as a flat list of names and values. Adapters call it, though it is Node.js's own. */
  _addHeaderLines(lines: readonly unknown[], length: number): void {
    this.rawHeaders = lines.slice(0, length).map(String);
    for (let index = 0; index < length; index += 2) {
      this._addHeaderLine(String(lines[index]), lines[index + 1], this.headers);
    }
  }

  _addHeaderLine(name: string, value: unknown, into: Record<string, unknown>): void {
    const lower = name.toLowerCase();
    const known = into[lower];
    if (lower === "set-cookie") into[lower] = [...(Array.isArray(known) ? known : []), value];
    else if (known === undefined) into[lower] = value;
    else if (!single.has(lower))
      into[lower] = `${known}${lower === "cookie" ? "; " : ", "}${value}`;
  }
}

/** A server's whole response, as a client reads it. */
export function responseMessage(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  body: string,
): IncomingMessage {
  const message = new IncomingMessage();
  Object.assign(message, {
    statusCode: status,
    statusMessage: "OK",
    httpVersion: "1.1",
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    headers: { "content-type": "application/json", ...headers },
    rawHeaders: ["content-type", "application/json"],
    complete: true,
  });
  let isRead = false;
  message._read = () => {
    if (isRead) return;
    isRead = true;
    Reflect.apply(message.push as (chunk: unknown) => void, message, [lent.Buffer.from(body)]);
    Reflect.apply(message.push as (chunk: unknown) => void, message, [null]);
  };
  return message;
}
