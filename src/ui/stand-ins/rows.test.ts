import { describe, expect, test } from "vitest";
import { observationsSchema } from "../../invocation/invocation";
import type { Submission } from "../../submission/submission";
import { standInRows, withStub } from "./rows";

function call(module: string, name: string) {
  return { module, call: name, arguments: [] };
}

function rowsOf(
  stubs: Submission["stubs"],
  stubCalls: readonly ReturnType<typeof call>[],
  calls: readonly string[] = [],
) {
  const pending = { timers: 0, intervals: 0, calls };
  const observations = observationsSchema.parse({ stubCalls, pending });
  return standInRows(stubs, observations).map(({ module, stub, calls: own, unanswered }) => ({
    module,
    answers: stub?.answers,
    calls: own.length,
    unanswered,
  }));
}

describe("rows of stand-ins", () => {
  test("one for each module, in the order of the calls", () => {
    const calls = [call("pg", "Client.connect"), call("axios", "get"), call("pg", "Client.query")];
    expect(rowsOf({}, calls)).toEqual([
      { module: "pg", answers: undefined, calls: 2, unanswered: 0 },
      { module: "axios", answers: undefined, calls: 1, unanswered: 0 },
    ]);
  });

  test("what is set and was not called comes last", () => {
    expect(rowsOf({ stripe: { answers: "never" } }, [call("axios", "get")])).toEqual([
      { module: "axios", answers: undefined, calls: 1, unanswered: 0 },
      { module: "stripe", answers: "never", calls: 0, unanswered: 0 },
    ]);
  });

  test("what is set for a package holds for its parts", () => {
    const stubs: Submission["stubs"] = { mysql2: { answers: "default" } };
    expect(rowsOf(stubs, [call("mysql2/promise", "createConnection")])).toEqual([
      { module: "mysql2", answers: "default", calls: 1, unanswered: 0 },
    ]);
    expect(rowsOf({ https: { answers: "never" } }, [call("node:https", "get")])).toMatchObject([
      { module: "https", calls: 1 },
    ]);
  });

  test("calls that never got an answer count for their module", () => {
    const calls = [call("pg", "Client.connect"), call("pg-pool", "connect")];
    expect(rowsOf({}, calls, ["pg.Client.connect"])).toMatchObject([
      { module: "pg", unanswered: 1 },
      { module: "pg-pool", unanswered: 0 },
    ]);
  });
});

test("an answer is set in its place, and taken back", () => {
  const stubs = withStub({ pg: { answers: "never" } }, "axios", { answers: "default" });
  expect(stubs).toEqual({ pg: { answers: "never" }, axios: { answers: "default" } });
  expect(withStub(stubs, "pg", { answers: "default" })).toMatchObject({
    pg: { answers: "default" },
  });
  expect(withStub(stubs, "pg", undefined)).toEqual({ axios: { answers: "default" } });
});
