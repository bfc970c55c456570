import type { Place, Value } from "./value";

/** How a piece of code can be left other than by its end. */
export type Signal = Returned | Thrown | Broken | Continued | Exited | GaveUp;

/** `return` was reached. */
export class Returned {
  readonly signal = "returned";
  constructor(
    readonly value: Value,
    readonly place: Place,
  ) {}
}

/** An exception, panic or raise; `cause` is what was null in the event where that is why. */
export class Thrown {
  readonly signal = "thrown";
  constructor(
    readonly error: Value,
    readonly place: Place,
    readonly nullRead: readonly string[] | undefined = undefined,
  ) {}
}

/** `break`, or the value of a `yield`. */
export class Broken {
  readonly signal = "broken";
  constructor(readonly value: Value | undefined) {}
}

/** `continue`. */
export class Continued {
  readonly signal = "continued";
}

/** The process ended. */
export class Exited {
  readonly signal = "exited";
  constructor(
    readonly status: number,
    readonly place: Place,
  ) {}
}

/** The code cannot be followed any further, or not in reasonable time. */
export class GaveUp {
  readonly signal = "gave-up";
}

/** The process waits for something that never comes. */
export class Waits {
  readonly signal = "waits";
  constructor(readonly place: Place) {}
}
