import type { Language } from "../../submission/submission";

/** What a response is to say: its status and its message, as source text of the language. */
export interface Reply {
  readonly status: string;
  readonly message: string;
}

/** How a language that the page can edit freely writes what a repair needs. */
interface Notation {
  /** A lookup, behind its holder, that gives nothing where the member is missing. */
  readonly lookup: (key: string) => string;
  readonly or: string;
  readonly parse: (text: string) => string;
  /** Text out of base64 where the event says so; `event` is undefined where it is not at hand. */
  readonly decode: (text: string, event: string | undefined) => string;
  readonly parseForm: (text: string) => string;
  /** A response with a message in JSON, strings in double quotes. */
  readonly response: (reply: Reply) => string;
}

/** The notations of Python and Ruby, whose maps and operators are alike enough for one set of repairs. */
export const notations: Readonly<Partial<Record<Language, Notation>>> = {
  python: {
    lookup: (key) => `.get(${key})`,
    or: "or",
    parse: (text) => `json.loads(${text})`,
    decode: (text, event) =>
      event === undefined
        ? `base64.b64decode(${text}).decode()`
        : `base64.b64decode(${text}).decode() if ${event}.get("isBase64Encoded") else ${text}`,
    parseForm: (text) => `dict(urllib.parse.parse_qsl(${text}))`,
    response: ({ status, message }) =>
      `{"statusCode": ${status}, "body": json.dumps({"message": ${message}})}`,
  },
  ruby: {
    lookup: (key) => `[${key}]`,
    or: "||",
    parse: (text) => `JSON.parse(${text})`,
    decode: (text, event) =>
      event === undefined
        ? `Base64.decode64(${text})`
        : `${event}["isBase64Encoded"] ? Base64.decode64(${text}) : ${text}`,
    parseForm: (text) => `URI.decode_www_form(${text}).to_h`,
    response: ({ status, message }) =>
      `{ statusCode: ${status}, body: { message: ${message} }.to_json }`,
  },
};
