import type { CodePlace } from "../../submission/evidence";
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
import type { Prediction } from "./prediction";
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
  return { in: "code", ...rangeIn(place.file, place.node) };
}

function textOf(value: Value): string {
  if (value.is === "text") return shownText(value);
  return value.is === "unknown" ? `⟨${value.label}⟩` : "";
}

type Failed = Pick<Prediction, "outcome" | "payload" | "error">;

function failedWith(
  outcome: "function-error" | "timed-out",
  document: Readonly<Record<string, unknown>>,
  errorType: string,
  errorMessage: string,
): Failed {
  return { outcome, payload: JSON.stringify(document), error: { errorType, errorMessage } };
}

/** What Lambda itself says of a process that ended or ran out of time: facts `lambda.exit-payload`, `lambda.timeout-payload`. */
function platformFailure(
  outcome: "function-error" | "timed-out",
  errorType: string,
  reason: string,
  { requestId }: PredictedCall,
): Failed {
  const errorMessage = `RequestId: ${requestId} Error: ${reason}`;
  return failedWith(outcome, { errorType, errorMessage }, errorType, errorMessage);
}

function written(outcome: Outcome, machine: Machine, call: PredictedCall): Prediction {
  const observed = {
    unknown: [] as string[],
    assumed: machine.assumptions.map(placeOf),
    places: {},
    ...(outcome.place && { decidedAt: placeOf(outcome.place) }),
  };
  switch (outcome.is) {
    case "result": {
      const payload = new PayloadWriter(outcome.format).write(outcome.value, outcome.place);
      const places = [...payload.places].map(([path, place]) => [path, placeOf(place)] as const);
      const prediction = {
        ...observed,
        unknown: [...payload.unknown],
        places: Object.fromEntries(places),
      };
      return {
        outcome: "returned",
        payload: payload.text,
        observations: { errorMembers: {}, prediction },
      };
    }
    case "raw": {
      const unknown = knownText(outcome.text) === undefined ? ["$"] : [];
      const prediction = { ...observed, unknown };
      return {
        outcome: "returned",
        payload: textOf(outcome.text),
        observations: { errorMembers: {}, prediction },
      };
    }
    case "error": {
      const { type, phase, missing } = outcome;
      const message = textOf(outcome.message);
      const prediction = { ...observed, ...(missing && { missing: [...missing] }) };
      return {
        ...failedWith("function-error", outcome.document(type, message), type, message),
        observations: { errorMembers: scalarMembers(outcome.error), phase, prediction },
      };
    }
    case "exit": {
      const { status } = outcome;
      const reason =
        status === 0
          ? "Runtime exited without providing a reason"
          : `Runtime exited with error: exit status ${status}`;
      return {
        ...platformFailure("function-error", "Runtime.ExitError", reason, call),
        observations: { errorMembers: {}, exitStatus: status, prediction: observed },
      };
    }
    case "timeout": {
      const seconds = (call.submission.settings.functionTimeoutMs / 1000).toFixed(2);
      const reason = `Task timed out after ${seconds} seconds`;
      return {
        ...platformFailure("timed-out", "Sandbox.Timedout", reason, call),
        observations: { errorMembers: {}, prediction: observed },
      };
    }
    default:
      return outcome satisfies never;
  }
}

/** The numbers, texts and booleans that an exception carries. */
function scalarMembers(error: Value | undefined): Prediction["observations"]["errorMembers"] {
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
