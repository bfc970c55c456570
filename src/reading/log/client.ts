import type { Header } from "../../submission/submission";
import { gatewaysOfHost } from "./hosts";
import { partsOfUrl } from "./named-values";
import { defined, type Recogniser, type Statement, type Told } from "./statement";

function states(
  format: Statement["format"],
  told: Told = {},
  more: Partial<Statement> = {},
): Statement {
  return { side: "client", format, part: "statement", told, ...more };
}

/** What a URL that a client asked for tells. */
export function requestTo(url: string, method?: string): Told {
  const { host, path, query } = partsOfUrl(url);
  return defined<Told>({
    method,
    host,
    path,
    query: query === "" ? undefined : query,
    gateways: gatewaysOfHost(host),
  });
}

/** A word of a command line, its quotes taken off. */
const word = /'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"]+)/g;

const longestCommand = 20_000;

function wordsOf(command: string): string[] {
  return Array.from(
    command.slice(0, longestCommand).matchAll(word),
    ([, single, double, bare]) => single ?? double?.replace(/\\(.)/g, "$1") ?? bare ?? "",
  );
}

function headerOf(line: string): Header | undefined {
  const colon = line.indexOf(":");
  return colon > 0 ? [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] : undefined;
}

interface Command {
  readonly told: Told;
  /** The tool prints header lines of the answer, with or without a status line. */
  readonly printsHeaders: boolean;
}

/** What a curl command asks for (`curl --help all`). */
export function curlCommand(command: string): Command {
  const words = wordsOf(command);
  const headers: Header[] = [];
  let method: string | undefined;
  let body: string | undefined;
  let url: string | undefined;
  words.forEach((option, index) => {
    const value = words[index + 1] ?? "";
    if (/^(?:-X|--request)$/.test(option)) method = value;
    else if (/^-X[A-Z]+$/.test(option)) method = option.slice(2);
    else if (/^(?:-H|--header)$/.test(option)) {
      const header = headerOf(value);
      if (header) headers.push(header);
    } else if (/^(?:-d|--data(?:-raw|-binary|-urlencode)?|--json)$/.test(option)) body = value;
    else if (/^(?:-I|--head)$/.test(option)) method = "HEAD";
    else if (
      /^(?:https?|wss?):\/\//i.test(option) ||
      (/\.on\.aws|amazonaws\.com/.test(option) && !url)
    ) {
      url ??= option;
    }
  });
  const printsHeaders =
    words.some((option) =>
      /^(?:-[a-zA-Z]*[iIv][a-zA-Z]*|--include|--head|--verbose|-D|--dump-header)$/.test(option),
    ) || /\|\s*(?:e|f)?grep\b/.test(command);
  return {
    told: defined<Told>({
      ...requestTo(url ?? "", method ?? (body === undefined ? "GET" : "POST")),
      ...(url === undefined ? { path: undefined } : {}),
      requestHeaders: headers.length > 0 ? headers : undefined,
      requestBody: body,
    }),
    printsHeaders,
  };
}

const methods = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT";

/** Command lines, and HTTP messages as curl, HTTPie, wscat and Postman print them. */
export const clientTranscript: readonly Recogniser[] = [
  {
    needs: "curl",
    text: /^(?:(?:[\w.@~:/()[\] -]{0,80})?[$%❯➜#] ?|PS [^>]{0,120}> ?)?(?:time )?curl(?:\.exe)? (?!:)(.*)/s,
    state: ([, command = ""]) => {
      const { told, printsHeaders } = curlCommand(command);
      return states("curl", told, {
        part: "data",
        begins: true,
        opens: { what: "answer", text: "" },
        ...(printsHeaders ? { headers: "answer" } : {}),
      });
    },
  },
  {
    text: /^[$❯➜] ?(?:wscat|websocat) .*?(wss?:\/\/\S+)/,
    state: ([, url = ""]) => states("http", requestTo(url), { part: "data", begins: true }),
  },
  {
    needs: ".",
    text: /^[$❯➜] ?(?:https?|xh) (?:.*? )?(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) )?((?:https?:\/\/)?\S+\.\S+)/,
    state: ([, method, url = ""]) =>
      states("http", requestTo(url.includes("://") ? url : `https://${url}`, method), {
        part: "data",
        begins: true,
        opens: { what: "answer", text: "" },
      }),
  },
  { text: /^[$❯➜] \S/, state: () => states("http", {}, { part: "note", aside: true }) },
  {
    text: /^\*(?: {2,}| (?:Connected|Trying|Host|ALPN|TLS|SSL|Server|Connection|Closing|Using|Mark|h2|HTTP|\[|old|Request|upload|We are|Re-using|Could not|connect|TCP|Added|Issue))/,
    state: () => states("curl", {}, { part: "data" }),
  },
  { text: /^[{}] \[\d+ bytes data\]/, state: () => states("curl", {}, { part: "data" }) },
  {
    text: new RegExp(`^> (${methods}) (\\S+) HTTP/[\\d.]+`),
    state: ([, method, target = ""]) =>
      states("curl", requestTo(target, method), { part: "data", headers: "request", begins: true }),
  },
  {
    text: new RegExp(`^(${methods}) (\\S+) HTTP/[\\d.]+\\s*$`),
    state: ([, method, target = ""]) =>
      states("http", requestTo(target, method), { part: "data", headers: "request", begins: true }),
  },
  {
    needs: "HTTP/",
    text: /^(?:< ?)?HTTP\/[\d.]+ (\d{3})(?: .*)?$/,
    state: ([line, status]) =>
      states(
        line.startsWith("<") ? "curl" : "http",
        { status: Number(status) },
        { headers: "answer", opens: { what: "answer", text: "" } },
      ),
  },
  {
    text: /^curl: \(\d+\) (?:.*returned error: (\d{3}))?/,
    state: ([, status]) => states("curl", status === undefined ? {} : { status: Number(status) }),
  },
  {
    text: /^(?:Status(?: Code)?|HTTP status|Response code): ?(\d{3})\b(?! \w+ \w+:)/i,
    state: ([, status]) => states("http", { status: Number(status) }),
  },
  {
    text: /^(\d{3}) (?:OK|Created|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Request Entity Too Large|Payload Too Large|Unsupported Media Type|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\s*$/i,
    state: ([, status]) =>
      states("http", { status: Number(status) }, { opens: { what: "answer", text: "" } }),
  },
  {
    text: /^error: Unexpected server response: (\d{3})/i,
    state: ([, status]) => states("http", { status: Number(status) }),
  },
  {
    text: /^<(?:!DOCTYPE )?html>/i,
    state: ([line]) =>
      states("http", {}, { part: "answer", weak: true, opens: { what: "answer", text: line } }),
  },
  { text: /^(?:real|user|sys)\t? *\d+m[\d.]+s/, state: () => states("curl", {}, { part: "data" }) },
  {
    text: /^(?:#|\/\/)(?: (.*))?$/s,
    state: ([, note = ""]) =>
      states(
        "http",
        {},
        {
          part: "note",
          ...(note.trimEnd().endsWith(":")
            ? { opens: { what: "answer", text: "" } }
            : { aside: true }),
        },
      ),
  },
];
