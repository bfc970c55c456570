import type { Arrival } from "../gateways/gateway";
import { predict } from "../reading/predict/predict";
import type { Reading } from "../reading/reading";
import type { Submission } from "../submission/submission";
import { canRun } from "./can-run";
import { type ObservedInvocation, observedInvocationSchema } from "./invocation";

/** A call of the handler: what the sandbox needs to know to run it. */
export interface Call {
  readonly submission: Submission;
  /** The JSON text of the event. */
  readonly event: string;
  readonly arrival: Arrival;
}

/** Runs the handler in the sandbox. Rejects when the user stops it. */
export type Run = (call: Call) => Promise<ObservedInvocation>;

function without(outcome: ObservedInvocation["outcome"]): ObservedInvocation {
  return observedInvocationSchema.parse({ outcome });
}

/** What stands around the function, as far as it can keep the gateway from it. */
type Surroundings = Pick<Submission, "gateway" | "settings" | "conditions">;

/** Only a REST API's integration has a method of its own, and Lambda takes no other than POST. */
function callsWithOtherMethod({ gateway, settings }: Surroundings): boolean {
  const hasMethod = gateway === "rest" || gateway === "rest-custom";
  return hasMethod && settings.integrationHttpMethod.toUpperCase() !== "POST";
}

/** Trouble that keeps the gateway from reaching the function, in the order in which AWS meets it. */
const obstacles: readonly {
  stands: (around: Surroundings) => boolean;
  outcome: ObservedInvocation["outcome"];
}[] = [
  { stands: ({ conditions }) => conditions.requestTooLarge, outcome: "not-run" },
  { stands: ({ conditions }) => conditions.route === "missing", outcome: "not-run" },
  { stands: ({ conditions }) => conditions.authorizer !== "none", outcome: "not-run" },
  { stands: callsWithOtherMethod, outcome: "not-run" },
  {
    stands: ({ conditions }) => conditions.integrationTarget === "missing",
    outcome: "unreachable",
  },
  { stands: ({ conditions }) => conditions.permission === "missing", outcome: "denied" },
  { stands: ({ conditions }) => conditions.throttled, outcome: "throttled" },
];

/** What comes of the invocation before the function is reached; undefined when nothing stands in the way. */
export function obstacle(around: Surroundings): ObservedInvocation["outcome"] | undefined {
  return obstacles.find(({ stands }) => stands(around))?.outcome;
}

/**
 * What comes of calling the function: nothing where a condition keeps the gateway from it, what the
 * log tells or the pasted payload where there is one, else a run of the code, else what can be predicted
 * from it. `not-run` when there is none of these.
 */
export async function invoke(
  submission: Submission,
  reading: Reading,
  call: Call,
  run: Run,
): Promise<ObservedInvocation> {
  const hindered = obstacle(submission);
  if (hindered) return without(hindered);
  if (reading.log?.chosen) return reading.log.chosen.invocation;
  if (reading.output?.payload !== undefined) {
    return observedInvocationSchema.parse({
      outcome: "returned",
      payload: reading.output.payload,
    });
  }
  if (canRun(submission)) return run(call);
  return predicted(reading, call) ?? without("not-run");
}

/** What the code is predicted to hand back, where its language cannot be run here. */
function predicted({ code }: Reading, call: Call): ObservedInvocation | undefined {
  const { submission, event, arrival } = call;
  const requestId = arrival.context.lambdaRequestId;
  const prediction = code && predict(code, { submission, event, requestId });
  return prediction && observedInvocationSchema.parse({ ...prediction, predicted: true });
}
