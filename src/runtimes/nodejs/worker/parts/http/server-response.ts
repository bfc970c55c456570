import { lent } from "../lent";
import {
  HeaderLines,
  type HeaderValue,
  validateHeaderName,
  validateHeaderValue,
} from "./header-values";
import { statusCodes } from "./status-codes";
import { LegacyStream } from "./streams";

type Done = (error?: unknown) => void;

/** What a response is written to, as adapters for Lambda bring it along. */
interface Socket {
  readonly write: (chunk: unknown, encoding: unknown, done: Done) => unknown;
  readonly on?: unknown;
}

const { nextTick } = lent.builtin("process") as typeof globalThis.process;

type HeaderFields = Readonly<Record<string, unknown>> | readonly unknown[];

function headersSent(doing: string): Error {
  const message = `Cannot ${doing} headers after they are sent to the client`;
  return lent.nodeError(Error, "ERR_HTTP_HEADERS_SENT", message);
}

/** A header's name and value, of an object, a flat list, or a list of pairs. */
function fieldsOf(fields: HeaderFields): readonly (readonly [unknown, unknown])[] {
  if (!Array.isArray(fields)) return Object.entries(fields);
  if (Array.isArray(fields[0])) return fields.map(([name, value]) => [name, value]);
  return fields.flatMap((name, index) => (index % 2 === 0 ? [[name, fields[index + 1]]] : []));
}

/**
 * Node.js's response of a server: it writes its head and then its body to the socket that it is given,
 * in the way of Node.js, on which adapters rely that take it apart again.
 */
export class ServerResponse extends LegacyStream {
  readonly req: unknown;
  statusCode = 200;
  statusMessage: string | undefined = undefined;
  sendDate = true;
  shouldKeepAlive = true;
  useChunkedEncodingByDefault = true;
  chunkedEncoding = false;
  finished = false;
  destroyed = false;
  writableFinished = false;
  strictContentLength = false;
  socket: Socket | null = null;
  connection: Socket | null = null;
  /** The head as text, once it is settled. Adapters look at it and set it. */
  _header: string | null = null;
  _headerSent = false;
  _hasBody: boolean;
  readonly #lines = new HeaderLines();
  /** Whether the body came with the end, so that its length is known when the head is written. */
  #isWhole = false;
  #unsent: (readonly [unknown, unknown, Done])[] = [];

  constructor(request: { readonly method?: unknown } = {}) {
    super();
    this.req = request;
    this._hasBody = request.method !== "HEAD";
  }

  get headersSent(): boolean {
    return Boolean(this._header);
  }

  get writable(): boolean {
    return !this.finished;
  }

  get writableEnded(): boolean {
    return this.finished;
  }

  get writableObjectMode(): boolean {
    return false;
  }

  get writableLength(): number {
    return 0;
  }

  get writableHighWaterMark(): number {
    return 16_384;
  }

  get writableCorked(): number {
    return 0;
  }

  assignSocket(socket: Socket): void {
    this.socket = socket;
    this.connection = socket;
    this.emit("socket", socket);
    const waiting = this.#unsent;
    this.#unsent = [];
    for (const [chunk, encoding, done] of waiting) socket.write(chunk, encoding, done);
  }

  detachSocket(): void {
    this.socket = null;
    this.connection = null;
  }

  setHeader(name: unknown, value: unknown): this {
    if (this._header) throw headersSent("set");
    validateHeaderName(name);
    validateHeaderValue(name, value);
    this.#lines.set(name, value);
    return this;
  }

  appendHeader(name: unknown, value: unknown): this {
    if (this._header) throw headersSent("append");
    validateHeaderName(name);
    validateHeaderValue(name, value);
    this.#lines.append(name, value);
    return this;
  }

  setHeaders(headers: Iterable<readonly [string, unknown]>): this {
    if (this._header) throw headersSent("set");
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#lines.get(name);
  }

  getHeaders(): Record<string, HeaderValue> {
    return this.#lines.asObject();
  }

  getHeaderNames(): string[] {
    return this.#lines.names();
  }

  getRawHeaderNames(): string[] {
    return this.#lines.names(true);
  }

  hasHeader(name: string): boolean {
    return this.#lines.has(name);
  }

  removeHeader(name: string): void {
    if (this._header) throw headersSent("remove");
    this.#lines.delete(name);
  }

  writeHead(status: unknown, reason?: unknown, given?: HeaderFields): this {
    if (this._header) throw headersSent("write");
    const code = Number(status) | 0;
    if (code < 100 || code > 999) {
      const message = `Invalid status code: ${String(status)}`;
      throw lent.nodeError(RangeError, "ERR_HTTP_INVALID_STATUS_CODE", message);
    }
    const fields = typeof reason === "string" ? given : ((reason as HeaderFields) ?? given);
    if (typeof reason === "string") this.statusMessage = reason;
    this.statusMessage ??= statusCodes[code] ?? "unknown";
    this.statusCode = code;
    if (code === 204 || code === 304 || code < 200) this._hasBody = false;
    for (const [name, value] of fields ? fieldsOf(fields) : []) this.setHeader(name, value);
    this._storeHeader(`HTTP/1.1 ${code} ${this.statusMessage}\r\n`);
    return this;
  }

  _storeHeader(statusLine: string): void {
    const date = this.sendDate && !this.#lines.has("date");
    const dateLine = date ? `Date: ${new Date().toUTCString()}\r\n` : "";
    const isMeasured = this.#lines.has("content-length") || this.#lines.has("transfer-encoding");
    const mayChunk = this.useChunkedEncodingByDefault && !this.#isWhole;
    if (!isMeasured && this._hasBody && mayChunk) {
      this.chunkedEncoding = true;
    }
    const encoding = this.chunkedEncoding ? "Transfer-Encoding: chunked\r\n" : "";
    const connection = this.#lines.has("connection") ? "" : "Connection: keep-alive\r\n";
    const head = this.#lines.written();
    this._header = `${statusLine}${head}${dateLine}${connection}${encoding}\r\n`;
  }

  _implicitHeader(): void {
    this.writeHead(this.statusCode);
  }

  flushHeaders(): void {
    if (!this._header) this._implicitHeader();
    this._send("", "latin1");
  }

  /** Sends the head before the first of the body: in one text with it, where that is text. */
  _send(chunk: unknown, encoding: unknown, done: Done = () => {}): boolean {
    if (this._headerSent) return this.#write(chunk, encoding, done);
    this._headerSent = true;
    const isText = typeof chunk === "string";
    if (isText && (encoding === "utf8" || encoding === "latin1" || !encoding)) {
      return this.#write(`${this._header}${chunk}`, encoding, done);
    }
    this.#write(this._header, "latin1", () => {});
    return this.#write(chunk, encoding, done);
  }

  #write(chunk: unknown, encoding: unknown, done: Done): boolean {
    if (this.socket) return this.socket.write(chunk, encoding, done) !== false;
    this.#unsent.push([chunk, encoding, done]);
    return false;
  }

  write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    const done = [encoding, callback].find((value) => typeof value === "function") as Done;
    if (chunk === null) {
      const message = "May not write null values to stream";
      throw lent.nodeError(TypeError, "ERR_STREAM_NULL_VALUES", message);
    }
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) {
      const kinds = "of type string or an instance of Buffer or Uint8Array";
      throw lent.wrongType("chunk", kinds, chunk);
    }
    if (this.finished) {
      this.#fail(lent.nodeError(Error, "ERR_STREAM_WRITE_AFTER_END", "write after end"), done);
      return false;
    }
    if (!this._header) this._implicitHeader();
    if (!this._hasBody) {
      if (done) nextTick(() => done());
      return true;
    }
    return this.#writeChunk(chunk, typeof encoding === "string" ? encoding : undefined, done);
  }

  #writeChunk(chunk: string | Uint8Array, encoding: unknown, done: Done | undefined): boolean {
    if (!this.chunkedEncoding || chunk.length === 0) return this._send(chunk, encoding, done);
    const bytes = typeof chunk === "string" ? lent.Buffer.from(chunk) : chunk;
    this._send(bytes.length.toString(16), "latin1");
    this._send("\r\n", "latin1");
    this._send(chunk, encoding);
    return this._send("\r\n", "latin1", done);
  }

  #fail(error: Error, done: Done | undefined): void {
    nextTick(() => {
      done?.(error);
      this.emit("error", error);
    });
  }

  end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    const values = [chunk, encoding, callback];
    const done = values.find((value) => typeof value === "function") as Done | undefined;
    const body = typeof chunk === "function" ? undefined : chunk;
    if (this.finished) {
      const isWrite = body !== undefined && body !== null;
      if (isWrite)
        this.#fail(lent.nodeError(Error, "ERR_STREAM_WRITE_AFTER_END", "write after end"), done);
      return this;
    }
    this.#isWhole = true;
    if (body !== undefined && body !== null) this.write(body, encoding);
    else if (!this._header) this._implicitHeader();
    if (done) this.once("finish", done);
    const finish = () => {
      this.writableFinished = true;
      this.emit("finish");
    };
    if (this._hasBody && this.chunkedEncoding) this._send("0\r\n\r\n", "latin1", finish);
    else if (!this._headerSent || body) this._send("", "latin1", finish);
    else nextTick(finish);
    this.finished = true;
    return this;
  }

  pipe(): void {
    const message = "Cannot pipe, not readable";
    this.emit("error", lent.nodeError(Error, "ERR_STREAM_CANNOT_PIPE", message));
  }

  destroy(error?: unknown): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    nextTick(() => {
      if (error) this.emit("error", error);
      this.emit("close");
    });
    return this;
  }

  cork(): void {}

  uncork(): void {}

  addTrailers(): void {}

  writeContinue(): void {}

  writeProcessing(): void {}

  setTimeout(): this {
    return this;
  }
}
