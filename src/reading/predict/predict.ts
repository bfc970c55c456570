import type { Evidence } from "../../submission/evidence";
import type { Submission } from "../../submission/submission";
import { rangeIn } from "../program/nodes";
import type { CodeReading } from "../reading";
import { predictCsharp } from "./csharp/predict";
import { csharpRules } from "./csharp/rules";
import { predictGo } from "./go/predict";
import { goRules } from "./go/rules";
import { predictJava } from "./java/predict";
import { javaRules } from "./java/rules";
import { PayloadWriter } from "./json";
import { Machine } from "./machine";
import type { Outcome } from "./outcome";
import type { CodePlace, Prediction } from "./prediction";
import { predictRuby } from "./ruby/predict";
import { rubyRules } from "./ruby/rules";
import type { LanguageRules } from "./rules";
import { Broken, Continued, Exited, GaveUp, Returned, Thrown, Waits } from "./signals";
import { knownText, type Place, shownText, type Value } from "./value";

/** A language whose code is not run here, but followed on an event. */
interface Predictor {
  readonly rules: LanguageRules;
  readonly predict: (
    machine: Machine,
    event: unknown,
    submission: Submission,
  ) => Outcome | undefined;
}

const predictors: Readonly<Partial<Record<Submission["language"], Predictor>>> = {
  csharp: { rules: csharpRules, predict: predictCsharp },
  go: { rules: goRules, predict: predictGo },
  java: { rules: javaRules, predict: predictJava },
  ruby: { rules: rubyRules, predict: predictRuby },
};

/** What a call of the handler is predicted for. */
export interface PredictedCall {
  readonly submission: Submission;
  /** The JSON text of the event. */
  readonly event: string;
  readonly requestId: string;
}

/**
 * What Go, C#, Java or Ruby code would hand back for an event, as far as it can be known without
 * running it, by the serialisation rules of the language's Lambda library. Calls outside are taken to
 * succeed. Undefined where the code does not tell what kind of thing it hands back. Never throws.
 */
export function predict(code: CodeReading, call: PredictedCall): Prediction | undefined {
  const predictor = predictors[code.language];
  if (!predictor || !code.program || code.files.some(({ problem }) => problem)) return undefined;
  const { runtime, settings } = call.submission;
  const machine = new Machine(code.program, predictor.rules, {
    environment: settings.environment,
    runtime,
  });
  const outcome = followed(() =>
    predictor.predict(machine, JSON.parse(call.event), call.submission),
  );
  return outcome && written(outcome, machine, call);
}

/** Where the code is left in a way that a handler cannot be left, nothing can be said. */
function followed(work: () => Outcome | undefined): Outcome | undefined {
  try {
    return work();
  } catch (signal) {
    if (signal instanceof Exited) {
      return { is: "exit", status: signal.status, place: signal.place };
    }
    const isSignal = [Broken, Continued, GaveUp, Returned, Thrown, Waits].some(
      (kind) => signal instanceof kind,
    );
    // The engine's own stack can end before the machine's limit does.
    if (isSignal || signal instanceof RangeError) return undefined;
    throw signal;
  }
}

function placeOf(place: Place): CodePlace {
  return { in: "code", ...rangeIn(place.file, place.node) } satisfies Evidence;
}

function textOf(value: Value): string {
  if (value.is === "text") return shownText(value);
  return value.is === "unknown" ? `⟨${value.label}⟩` : "";
}

function written(outcome: Outcome, machine: Machine, call: PredictedCall): Prediction {
  const shared = {
    assumed: machine.assumptions.map(placeOf),
    unknown: [] as readonly string[],
    places: {},
    ...(outcome.place && { decidedAt: placeOf(outcome.place) }),
  };
  const failed = (
    document: Readonly<Record<string, unknown>>,
    errorType: string,
    errorMessage: string,
  ): Prediction => ({
    ...shared,
    outcome: "function-error",
    payload: JSON.stringify(document),
    error: { errorType, errorMessage },
  });
  switch (outcome.is) {
    case "result": {
      const payload = new PayloadWriter(outcome.format).write(outcome.value, outcome.place);
      const places = [...payload.places].map(([path, place]) => [path, placeOf(place)] as const);
      return {
        ...shared,
        outcome: "returned",
        payload: payload.text,
        unknown: payload.unknown,
        places: Object.fromEntries(places),
      };
    }
    case "raw": {
      const unknown = knownText(outcome.text) === undefined ? ["$"] : [];
      return { ...shared, outcome: "returned", payload: textOf(outcome.text), unknown };
    }
    case "error": {
      const message = textOf(outcome.message);
      return {
        ...failed(outcome.document(outcome.type, message), outcome.type, message),
        phase: outcome.phase,
        errorMembers: scalarMembers(outcome.error),
        ...(outcome.missing && { missing: outcome.missing }),
      };
    }
    case "exit": {
      const how =
        outcome.status === 0
          ? "Runtime exited without providing a reason"
          : `Runtime exited with error: exit status ${outcome.status}`;
      const message = `RequestId: ${call.requestId} Error: ${how}`;
      return failed(
        { errorType: "Runtime.ExitError", errorMessage: message },
        "Runtime.ExitError",
        message,
      );
    }
    case "timeout": {
      const seconds = (call.submission.settings.functionTimeoutMs / 1000).toFixed(2);
      const message = `RequestId: ${call.requestId} Error: Task timed out after ${seconds} seconds`;
      const type = "Sandbox.Timedout";
      return {
        ...failed({ errorType: type, errorMessage: message }, type, message),
        outcome: "timed-out",
      };
    }
    default:
      return outcome satisfies never;
  }
}

/** The numbers, texts and booleans that an exception carries. */
function scalarMembers(error: Value | undefined): NonNullable<Prediction["errorMembers"]> {
  if (error?.is !== "object") return {};
  const members: Record<string, string | number | boolean> = {};
  for (const [name, { value }] of error.fields) {
    const plain = name.replace(/^@/, "");
    const scalar = value.is === "number" || value.is === "boolean" ? value.value : knownText(value);
    if (plain !== "message" && scalar !== undefined) members[plain] = scalar;
  }
  return members;
}

/** Whether a language's code is predicted rather than run. */
export function isPredicted(language: Submission["language"]): boolean {
  return Object.hasOwn(predictors, language);
}
