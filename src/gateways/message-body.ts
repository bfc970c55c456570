import type { Header } from "../submission/submission";
import { encodeBase64 } from "./base64";
import { isUtf8, utf8Bytes, utf8Length, utf8Text } from "./bytes";
import type { Response } from "./gateway";

/** A body: as text, which goes out as UTF-8, or as bytes. */
export type Content = string | Uint8Array;

/** Whether an HTTP answer of this status to this method has a body at all (fact `http.no-body`). */
export function carriesBody(method: string, status: number): boolean {
  return method.toUpperCase() !== "HEAD" && status >= 200 && status !== 204 && status !== 304;
}

/** The Content-Length line; none where HTTP forbids it (RFC 9110, section 8.6). */
export function contentLengthLine(status: number, content: Content): readonly Header[] {
  if (status < 200 || status === 204) return [];
  const length = typeof content === "string" ? utf8Length(content) : content.length;
  return [["Content-Length", String(length)]];
}

/** A body as a response shows it: as text, and as base64 too when its bytes are not UTF-8. */
export function shownBody(content: Content): Pick<Response, "body" | "bodyBase64"> {
  if (typeof content === "string") {
    const hasSurrogates = /[\ud800-\udfff]/.test(content);
    return { body: hasSurrogates ? utf8Text(utf8Bytes(content)) : content };
  }
  const body = utf8Text(content);
  return isUtf8(content) ? { body } : { body, bodyBase64: encodeBase64(content) };
}
