import { requestTo } from "./client";
import type { Recogniser, Statement, Told } from "./statement";

/** What the browser says of a request to this URL, whose lines belong together. */
function states(url: string | undefined, status: string | undefined, told: Told = {}): Statement {
  return {
    side: "client",
    format: "browser",
    part: "statement",
    told: {
      ...(url === undefined ? {} : requestTo(url, told.method)),
      ...(status === undefined ? {} : { status: Number(status) }),
    },
    ...(url === undefined ? {} : { id: url }),
  };
}

const firefoxStatus = /Status code: ?(\d{3})/i;

/** A message about CORS: its first group is the URL; Firefox and Safari name the status at its end. */
function corsMessage(match: RegExpExecArray): Statement {
  return states(match[1], firefoxStatus.exec(match.input.slice(0, 4000))?.[1]);
}

/** What browsers write into the console about a request that CORS was in the way of. */
const cors: readonly Recogniser[] = [
  {
    needs: "CORS policy",
    text: /^.{0,200}?Access to \w{1,20} at '([^']{1,2000})'/,
    state: corsMessage,
  },
  {
    needs: "Cross-Origin Request Blocked",
    text: /^.{0,200}?Cross-Origin Request Blocked: .{0,200}?(https?:\/\/\S+?)\.? /,
    state: corsMessage,
  },
  {
    needs: "access control checks",
    text: /^.{0,200}?cannot load (\S{1,2000}) due to access control checks/,
    state: corsMessage,
  },
  {
    needs: "Access-Control-Allow-Origin",
    text: /^.{0,200}?(?:Origin \S{1,300} is not allowed by|(?:C|c)annot use wildcard in) Access-Control-Allow-Origin/,
    state: (match) => states(undefined, firefoxStatus.exec(match.input.slice(0, 4000))?.[1]),
  },
  {
    needs: "Preflight response is not successful",
    text: /^/,
    state: (match) => states(undefined, firefoxStatus.exec(match.input.slice(0, 4000))?.[1]),
  },
];

/** What browsers write into the console and the network panel about other failures. */
const network: readonly Recogniser[] = [
  {
    needs: "://",
    text: /^(?:\S+:\d+(?::\d+)? )?(?:XHR ?)?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*(?:XHR)?\s*((?:https?|wss?):\/\/\S+)(?: (?:net::)?[A-Z_]{4,60})?(?: ?(?:\[HTTP\/[\d.]+ )?(\d{3})\b)?/,
    state: ([, method = "", url, status]) => states(url, status, { method }),
  },
  {
    needs: "Failed to load resource",
    text: /^(?:(https?:\/\/\S+?):\d+ |\S+ )?Failed to load resource: (?:the server responded with a status of (\d{3})|net::)/,
    state: ([, url, status]) => states(url, status),
  },
  {
    needs: "WebSocket connection to '",
    text: /^.{0,200}?WebSocket connection to '([^']{1,2000})' failed(?:.*?response code: (\d{3}))?/,
    state: ([, url, status]) => states(url, status),
  },
  {
    needs: "AxiosError",
    text: /^.{0,200}?AxiosError: Request failed with status code (\d{3})/,
    state: ([, status]) => states(undefined, status),
  },
  {
    needs: "Uncaught ",
    text: /^(?:\S+:\d+(?::\d+)? )?Uncaught /,
    state: () => states(undefined, undefined),
  },
  {
    text: /^Request URL: ?(\S+)/,
    state: ([, url]) => ({ ...states(url, undefined), part: "data" }),
  },
  {
    text: /^Request Method: ?([A-Z]+)/,
    state: ([, method = ""]) => ({
      ...states(undefined, undefined),
      part: "data",
      told: { method },
    }),
  },
];

/** The lines of a browser's console and network panel. */
export const browserConsole: readonly Recogniser[] = [...cors, ...network];
