import { inspect } from "node-inspect-extracted";
import type { Stub } from "../../../submission/submission";
import type { Clock } from "./loop/clock";
import type { EventLoop } from "./loop/event-loop";
import { type Observed, shortened } from "./observer";
import { append } from "./primordials";

/** A call of something outside the process: the module that stands in for it, and the function's path. */
export interface OutsideCall {
  readonly module: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
}

/** `isGiven` says that the value is the submission's own. */
type Settle = (error: unknown, value?: unknown, isGiven?: boolean) => void;

/** The world outside the process, as the submission wants it to answer. */
export interface Outside {
  /** What the submission says of a module or its package. */
  readonly stubOf: (module: string) => Stub | undefined;
  /** Notes a call that is answered at once. */
  readonly note: (call: OutsideCall) => void;
  /** Notes that a module's stand-in answers for code of the user's that it does not run. */
  readonly noteAnswer: (module: string) => void;
  /**
   * Notes a call and answers it later: as the submission says, else with the standard answer. A call that
   * is never answered holds the process until its time is up.
   */
  readonly ask: (call: OutsideCall, standard: () => unknown, settle: Settle) => void;
  /** An open connection, which holds the process. Returns what closes it. */
  readonly connect: (module: string) => () => void;
}

/** How long the outside takes to answer, on the process's clock. */
const latencyMs = 10;
const mostCalls = 200;
const longestArgument = 300;

/** The error that the submission wants a call to fail with. */
export function errorOf({ name, message }: { name: string; message: string }): Error {
  return Object.assign(new Error(message), { name });
}

function describeArgument(value: unknown): string {
  try {
    const text = typeof value === "string" ? value : inspect(value, { depth: 2 });
    return text.length > longestArgument ? `${text.slice(0, longestArgument)}…` : text;
  } catch {
    return typeof value;
  }
}

/** The outside of a process with these stubs. */
export function createOutside(
  stubs: Readonly<Record<string, Stub>>,
  clock: Clock,
  loop: EventLoop,
  observed: Observed,
): Outside {
  function stubOf(module: string): Stub | undefined {
    const parts = module.replace(/^node:/, "").split("/");
    for (let length = parts.length; length > 0; length -= 1) {
      const name = parts.slice(0, length).join("/");
      if (Object.hasOwn(stubs, name)) return stubs[name];
    }
    return undefined;
  }

  function note({ module, call, arguments: values }: OutsideCall): void {
    if (observed.stubCalls.length >= mostCalls) return;
    append(observed.stubCalls, {
      module,
      call: shortened(call),
      arguments: values.slice(0, 10).map(describeArgument),
    });
  }

  function later(name: string, act: () => void): void {
    loop.addTimer({
      due: clock.now() + latencyMs,
      repeats: false,
      call: name,
      holds: () => true,
      run: act,
    });
  }

  function ask(call: OutsideCall, standard: () => unknown, settle: Settle): void {
    note(call);
    const name = `${call.module}.${call.call}`;
    const stub = stubOf(call.module);
    switch (stub?.answers) {
      case "never":
        loop.hold("calls", name);
        return;
      case "error":
        later(name, () => settle(errorOf(stub.error)));
        return;
      case "value":
        later(name, () => settle(undefined, structuredClone(stub.value), true));
        return;
      case "default":
      case undefined:
        later(name, () => {
          let value: unknown;
          try {
            value = standard();
          } catch (error) {
            settle(error);
            return;
          }
          settle(undefined, value);
        });
        return;
      default:
        stub satisfies never;
    }
  }

  function noteAnswer(module: string): void {
    observed.answeredBy = module;
  }

  return { stubOf, note, noteAnswer, ask, connect: (module) => loop.hold("connections", module) };
}
