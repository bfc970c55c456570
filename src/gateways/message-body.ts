import type { Header } from "../submission/submission";
import { encodeBase64 } from "./base64";
import { isUtf8, utf8Text } from "./bytes";
import type { Response } from "./gateway";

/** Whether an HTTP answer of this status to this method has a body at all (fact `http.no-body`). */
export function carriesBody(method: string, status: number): boolean {
  return method.toUpperCase() !== "HEAD" && status >= 200 && status !== 204 && status !== 304;
}

/** The Content-Length line; none where HTTP forbids it (RFC 9110, section 8.6). */
export function contentLengthLine(status: number, length: number): readonly Header[] {
  return status < 200 || status === 204 ? [] : [["Content-Length", String(length)]];
}

/** Bytes as a response shows them: as text, and as base64 too when they are not UTF-8. */
export function shownBody(bytes: Uint8Array): Pick<Response, "body" | "bodyBase64"> {
  const body = utf8Text(bytes);
  return isUtf8(bytes) ? { body } : { body, bodyBase64: encodeBase64(bytes) };
}
