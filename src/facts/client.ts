import type { Fact } from "./fact";
import { sources } from "./sources";

/** What clients make of an answer that a gateway has passed on: browsers, curl, readers of JSON. */
export const clientFacts = [
  {
    id: "client.json-once",
    statement: "A JSON client reads the body once: JSON inside of a JSON string stays a string.",
    source: "RFC 8259, section 2",
    date: "2017-12",
    grade: "documented",
  },
  {
    id: "client.json-grammar",
    statement:
      "JSON has double quotes, true, false and null; single quotes, True, None and undefined are no JSON.",
    source: "RFC 8259, sections 3 and 7",
    date: "2017-12",
    grade: "documented",
  },
  {
    id: "client.json-nan",
    statement: "NaN and Infinity are no JSON: a strict reader refuses the whole document.",
    source: "RFC 8259, section 6; Python's documentation of json.dumps, allow_nan",
    date: "2017-12",
    grade: "documented",
  },
  {
    id: "client.object-text",
    statement: "An object that JavaScript turns into text becomes [object Object].",
    source: "ECMAScript, Object.prototype.toString",
    date: "2024",
    grade: "documented",
  },
  {
    id: "client.content-type",
    statement:
      "By Content-Type a client decides whether it shows a page, shows text or reads data.",
    source: "RFC 9110, section 8.3; WHATWG MIME Sniffing Standard",
    date: "2022-06",
    grade: "documented",
  },
  {
    id: "client.content-encoding",
    statement: "A client undoes Content-Encoding and fails when the bytes are not encoded so.",
    source: "RFC 9110, section 8.4; curl's error 61, Chromium's ERR_CONTENT_DECODING_FAILED",
    date: "2022-06",
    grade: "documented",
  },
  {
    id: "client.utf8-replacement",
    statement:
      "Bytes that are not UTF-8 become U+FFFD when they are read as text, and cannot be restored.",
    source: "Unicode Standard, section 3.9; WHATWG Encoding Standard",
    date: "2024",
    grade: "documented",
  },
  {
    id: "client.one-cookie-a-line",
    statement:
      "A Set-Cookie line sets one cookie: a comma does not begin the next, and its name is all that stands before the first =.",
    source: "RFC 6265, sections 3 and 5.2",
    date: "2011-04",
    grade: "documented",
  },
  {
    id: "client.challenge",
    statement: "A browser asks for a password when a 401 carries WWW-Authenticate, and only then.",
    source: "RFC 9110, section 11.6.1",
    date: "2022-06",
    grade: "documented",
  },
  {
    id: "client.cors-origin",
    statement:
      "A browser shows a page the answer from another origin only when Access-Control-Allow-Origin allows the page's origin.",
    source: "WHATWG Fetch Standard, CORS check",
    date: "2024",
    grade: "documented",
  },
  {
    id: "client.cors-credentials",
    statement:
      "For a request with credentials a browser refuses Access-Control-Allow-Origin: *, whatever Access-Control-Allow-Credentials says.",
    source: "WHATWG Fetch Standard, CORS check",
    date: "2024",
    grade: "documented",
  },
  {
    id: "client.cors-from-function",
    statement:
      "With a proxy integration the function sends the CORS headers itself; enabling CORS in the REST API's console only covers OPTIONS.",
    source: `${sources.gatewayGuide}, 'CORS for REST APIs in API Gateway'`,
    date: "2025",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
