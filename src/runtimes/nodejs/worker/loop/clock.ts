import { realNow } from "../primordials";

/** The process's own clock: milliseconds since its start. Waiting costs no real time. */
export interface Clock {
  readonly now: () => number;
  /** Code begins to run. */
  readonly beginTurn: () => void;
  /** Code has run. */
  readonly endTurn: () => void;
  /** Does something of the browser's own that takes no time on Lambda's clock. */
  readonly outside: <Result>(act: () => Result) => Result;
  /** Nothing is left to do before this moment. */
  readonly skipTo: (moment: number) => void;
}

/**
 * Real milliseconds of a turn that do not count, so that code which does little gives the same log and
 * the same times on every machine.
 */
const freeMs = 50;

/** A clock at 0. Within a turn it follows real time, so that code which polls it gets on. */
export function createClock(real: () => number = realNow): Clock {
  let elapsed = 0;
  let turnBegan: number | undefined;

  const now = () => {
    if (turnBegan === undefined) return elapsed;
    const counted = real() - turnBegan - freeMs;
    return counted > 0 ? elapsed + counted : elapsed;
  };

  return {
    now,
    beginTurn: () => {
      turnBegan = real();
    },
    endTurn: () => {
      elapsed = now();
      turnBegan = undefined;
    },
    outside: (act) => {
      const began = real();
      try {
        return act();
      } finally {
        if (turnBegan !== undefined) turnBegan += real() - began;
      }
    },
    skipTo: (moment) => {
      if (moment > elapsed) elapsed = moment;
    },
  };
}
