import { eventReads } from "../reading/javascript/event";
import { programEventReads } from "../reading/program/event-reads";
import type { CodeReading, Reading } from "../reading/reading";
import type { GatewayKind, Submission } from "../submission/submission";

/** How a neighbouring request differs from the user's own. */
export type Difference =
  | { readonly of: "query" }
  | { readonly of: "body" }
  | { readonly of: "method"; readonly method: string }
  | { readonly of: "format"; readonly gateway: GatewayKind };

/** The submission with a request that could come as well. */
export interface Neighbour {
  readonly difference: Difference;
  readonly submission: Submission;
}

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] as const;
const mostMethods = 3;

/** The HTTP API's integration with the other payload format. */
const otherFormats: Readonly<Partial<Record<GatewayKind, GatewayKind>>> = {
  http1: "http2",
  http2: "http1",
};

/** The members of the event that the code reads, as names joined with dots. */
function membersRead(code: CodeReading): ReadonlySet<string> {
  const reads = code.program ? programEventReads(code) : eventReads(code);
  return new Set(
    reads.flatMap(({ path }) => path.map((_, index) => path.slice(0, index + 1).join("."))),
  );
}

const queryMembers = ["queryStringParameters", "multiValueQueryStringParameters", "rawQueryString"];
const methodMembers = ["httpMethod", "requestContext.http.method", "routeKey"];

/** A method that the code does not name, where a branch may be missing, then those that it names. */
function otherMethods(code: CodeReading, own: string): readonly string[] {
  const isNamed = (method: string) =>
    code.files.some(({ text }) => new RegExp(`\\b${method}\\b`).test(text));
  const others = methods.filter((method) => method !== own.toUpperCase());
  const unnamed = others.filter((method) => !isNamed(method)).slice(0, 1);
  return [...unnamed, ...others.filter(isNamed)].slice(0, mostMethods);
}

/**
 * The requests beside the user's own that could take another way through the code, judged by what of the
 * event it reads: without a query or a body, by another method, in the other payload format.
 */
export function neighbours(submission: Submission, reading: Reading): readonly Neighbour[] {
  const { code } = reading;
  if (submission.kind !== "code" || !code) return [];
  const { request, gateway } = submission;
  const read = membersRead(code);
  const reads = (members: readonly string[]) => members.some((member) => read.has(member));
  const asking = (difference: Difference, change: Partial<typeof request>): Neighbour => ({
    difference,
    submission: { ...submission, request: { ...request, ...change } },
  });
  const other = otherFormats[gateway];
  return [
    ...(request.query !== "" && reads(queryMembers)
      ? [asking({ of: "query" }, { query: "" })]
      : []),
    ...(request.body !== "" && reads(["body"]) ? [asking({ of: "body" }, { body: "" })] : []),
    ...(reads(methodMembers)
      ? otherMethods(code, request.method).map((method) =>
          asking({ of: "method", method }, { method }),
        )
      : []),
    ...(other && read.size > 0
      ? [
          {
            difference: { of: "format", gateway: other },
            submission: { ...submission, gateway: other },
          } as const,
        ]
      : []),
  ];
}
