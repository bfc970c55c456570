import { describe, expect, test } from "vitest";
import type { Report } from "../report/report";
import { parseSubmission, type Submission } from "../submission/submission";
import { openingState, reduce } from "./reduce";
import { type Action, emptySubmission, progressOf, type State, textOf } from "./state";

const handler = "exports.handler = async () => ({ statusCode: 200, body: 'ok' });\n";
const code = parseSubmission({ v: 1, files: [{ path: "index.js", text: handler }] });
const output = parseSubmission({ v: 1, kind: "output", text: '{"statusCode":200}' });

function opened(submission: Submission, origin: "link" | "draft" = "draft"): State {
  return openingState({ submission, origin, owner: "own" }, { at: "answer" });
}

function stateAfter(state: State, ...actions: readonly Action[]): State {
  return actions.reduce(reduce, state);
}

function judged(state: State): State {
  const { judging } = state;
  if (!judging) throw new Error("nothing is being judged");
  const report = { submission: judging.submission } as Report;
  return reduce(state, { type: "judged", judging, report });
}

describe("what is pasted", () => {
  test("into the empty page is recognised: JSON is output, and judged at once", () => {
    const state = stateAfter(opened(emptySubmission), {
      type: "edited",
      text: '{"statusCode":200,"body":{}}',
    });
    expect(state.submission.kind).toBe("output");
    expect(state.judging?.delayMs).toBe(0);
    expect(progressOf(state)).toBe("running");
  });

  test("as Python brings Python's runtime and handler", () => {
    const text = "def lambda_handler(event, context):\n    return {'statusCode': 200}\n";
    const { submission } = stateAfter(opened(emptySubmission), { type: "edited", text });
    expect(submission.files[0]?.path).toBe("lambda_function.py");
    expect(submission.runtime).toBe("python3.13");
    expect(submission.handler).toBe("lambda_function.lambda_handler");
  });

  test("over everything is a new text, whatever was there", () => {
    const state = stateAfter(opened(code), {
      type: "edited",
      text: '{"statusCode": 500, "body": ""}',
    });
    expect(state.submission.kind).toBe("output");
  });

  test("into a named file keeps the name", () => {
    const renamed = stateAfter(opened(code), { type: "file-renamed", index: 0, path: "app.js" });
    const state = stateAfter(renamed, {
      type: "edited",
      text: `${handler}// more than a few characters`,
    });
    expect(state.submission.files[0]?.path).toBe("app.js");
    expect(state.submission.handler).toBe("app.handler");
  });
});

describe("judging", () => {
  test("waits for a pause while output is typed", () => {
    const state = stateAfter(judged(opened(output)), {
      type: "edited",
      text: '{"statusCode":2001}',
    });
    expect(state.judging?.delayMs).toBeGreaterThan(0);
  });

  test("never begins by itself for code, and ends in done", () => {
    const state = opened(code, "link");
    expect(state.foreign).toBe(true);
    expect(progressOf(state)).toBe("idle");
    const running = stateAfter(state, { type: "run" });
    expect(progressOf(running)).toBe("running");
    expect(running.foreign).toBe(false);
    expect(progressOf(judged(running))).toBe("done");
  });

  test("of an edited code's earlier text is not its own answer", () => {
    const state = stateAfter(judged(stateAfter(opened(code), { type: "run" })), {
      type: "edited",
      text: "x",
    });
    expect(state.answer).toBeDefined();
    expect(progressOf(state)).toBe("idle");
  });

  test("follows a change of the gateway where there is an answer, and only there", () => {
    const gateway: Action = { type: "configured", change: { gateway: "alb" } };
    expect(stateAfter(opened(code, "link"), gateway).judging).toBeUndefined();
    expect(
      stateAfter(judged(stateAfter(opened(code), { type: "run" })), gateway).judging,
    ).toBeDefined();
  });

  test("that was stopped or overtaken tells nothing", () => {
    const first = stateAfter(opened(code), { type: "run" });
    const second = stateAfter(first, { type: "run" });
    if (!first.judging) throw new Error("nothing is being judged");
    const report = { submission: code } as Report;
    expect(reduce(second, { type: "judged", judging: first.judging, report })).toBe(second);
    expect(progressOf(stateAfter(first, { type: "stopped" }))).toBe("idle");
  });

  test("of an empty text does not begin", () => {
    expect(stateAfter(opened(emptySubmission), { type: "run" }).judging).toBeUndefined();
  });
});

describe("files", () => {
  const two = parseSubmission({
    v: 1,
    files: [
      { path: "index.js", text: "a" },
      { path: "other.js", text: "b" },
    ],
  });

  test("are added open and empty", () => {
    const state = stateAfter(opened(two), { type: "file-added", path: "third.js" });
    expect(state.openFile).toBe(2);
    expect(textOf(state)).toBe("");
  });

  test("leave the open one open when another is deleted", () => {
    const state = stateAfter(
      opened(two),
      { type: "file-opened", index: 1 },
      { type: "file-deleted", index: 0 },
    );
    expect(textOf(state)).toBe("b");
  });

  test("take another language's runtime and handler with its name", () => {
    const renamed = { type: "file-renamed", index: 0, path: "app.py" } as const;
    const { submission } = stateAfter(opened(code), renamed);
    expect(submission.language).toBe("python");
    expect(submission.runtime).toBe("python3.13");
    expect(submission.handler).toBe("app.lambda_handler");
  });

  test("are never all deleted", () => {
    const state = stateAfter(opened(code), { type: "file-deleted", index: 0 });
    expect(state.submission.files).toHaveLength(1);
  });
});

describe("settings", () => {
  test("of a runtime in another language bring its usual handler", () => {
    const { submission } = stateAfter(opened(code), {
      type: "runtime-chosen",
      runtime: "python3.13",
    });
    expect(submission.language).toBe("python");
    expect(submission.handler).toBe("index.lambda_handler");
  });

  test("keep a handler that the user named", () => {
    const { submission } = stateAfter(
      opened(code),
      { type: "configured", change: { handler: "index.main" } },
      { type: "runtime-chosen", runtime: "python3.13" },
    );
    expect(submission.handler).toBe("index.main");
  });

  test("a kind corrected by hand keeps the text and is no longer recognised", () => {
    const log = stateAfter(opened(output), { type: "kind-chosen", kind: "log" });
    expect(textOf(log)).toBe(output.text);
    expect(log.recognising).toBe(false);
  });
});
