import { expect, test } from "vitest";
import type { Response } from "../gateways/gateway";
import { observedInvocationSchema } from "../invocation/invocation";
import type { Report } from "../report/report";
import { parseSubmission } from "../submission/submission";
import { wayAhead, wayOf } from "./way";

function report(
  submission: object,
  invocation: object,
  response: Pick<Response, "status" | "verdict">,
  findings: Report["findings"] = [],
): Report {
  const parsed = parseSubmission({ v: 1, ...submission });
  return {
    submission: parsed,
    reading: { language: "javascript", imports: [] },
    event: "{}",
    invocation: observedInvocationSchema.parse(invocation),
    responses: {
      [parsed.gateway]: { headers: [], body: "", log: [], facts: [], objections: [], ...response },
    },
    findings,
  };
}

const states = (stops: ReturnType<typeof wayOf>) => stops.map(({ state }) => state);
const returned = { outcome: "returned", payload: "null", durationMs: 1.6 };

test("a refused payload breaks at the gateway", () => {
  const way = wayOf(report({}, returned, { status: 502, verdict: "malformed" }));
  expect(states(way)).toEqual(["passed", "passed", "passed", "passed", "broken", "refused"]);
  expect(way[2]?.detail).toBe("2 ms");
  expect(way[3]?.detail).toBe("4 bytes");
});

test("a failed function breaks at the handler, and nothing after it is reached", () => {
  const failed = { outcome: "function-error", error: { errorMessage: "no" }, payload: "{}" };
  const way = wayOf(report({}, failed, { status: 502, verdict: "function-error" }));
  expect(states(way)).toEqual(["passed", "passed", "broken", "cut-off", "cut-off", "refused"]);
});

test("pasted output shows nothing of what came before it", () => {
  const pasted = { kind: "output", text: "null" };
  const way = wayOf(report(pasted, returned, { status: 502, verdict: "malformed" }));
  expect(states(way).slice(0, 4)).toEqual(["unseen", "unseen", "unseen", "passed"]);
});

test("a success that is not what was meant is marked at the client", () => {
  const primary = { cause: "x", role: "primary", evidence: [], facts: [], values: {} } as const;
  const way = wayOf(report({}, returned, { status: 200, verdict: "passed" }, [primary]));
  expect(states(way).at(-1)).toBe("silent");
});

test("a request that was not sent has its whole way ahead", () => {
  const way = wayAhead(parseSubmission({ v: 1, request: { path: "/a", query: "b=1" } }));
  expect(new Set(states(way))).toEqual(new Set(["ahead"]));
  expect(way[0]?.detail).toBe("GET /a?b=1");
});
