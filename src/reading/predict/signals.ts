import type { Place, Value } from "./value";

/** `return` was reached. */
export class Returned {
  constructor(
    readonly value: Value,
    readonly place: Place,
  ) {}
}

/** An exception, panic or raise; `cause` is what was null in the event where that is why. */
export class Thrown {
  constructor(
    readonly error: Value,
    readonly place: Place,
    readonly nullRead: readonly string[] | undefined = undefined,
  ) {}
}

/** `break`, or the value of a `yield`. */
export class Broken {
  constructor(readonly value: Value | undefined) {}
}

/** `continue`, or the value that a Ruby block hands back with `next`. */
export class Continued {
  constructor(readonly value: Value | undefined) {}
}

/** The process ended. */
export class Exited {
  constructor(
    readonly status: number,
    readonly place: Place,
  ) {}
}

/** The code cannot be followed any further, or not in reasonable time. */
export class GaveUp {}

/** The process waits for something that never comes. */
export class Waits {
  constructor(readonly place: Place) {}
}
