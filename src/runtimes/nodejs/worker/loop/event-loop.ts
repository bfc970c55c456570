import { append, shift, splice, whenSettled } from "../primordials";
import type { Clock } from "./clock";

/** A callback that the loop runs at its time. */
export interface Timer {
  /** On the process's clock, in milliseconds. */
  due: number;
  /** Whether it is one of an interval. */
  readonly repeats: boolean;
  /** The call to the outside whose answer it is. */
  readonly call?: string;
  /** Whether it keeps the process alive. */
  readonly holds: () => boolean;
  readonly run: () => void;
}

/** A callback that the loop runs in its check phase. */
export interface Immediate {
  cleared: boolean;
  readonly run: () => void;
}

/** What the loop needs of its process. */
export interface Surroundings {
  /** Calls back once all microtasks have run and every rejection that nobody handled is known. */
  readonly settle: (then: () => void) => void;
  /** Calls back after real milliseconds. */
  readonly afterRealTime: (ms: number, callback: () => void) => void;
  /** Tells the process of rejections that nobody handled. Undefined when there are none. */
  readonly takeRejections: () => (() => void) | undefined;
  /** Nothing keeps the process alive. May give it something to do. */
  readonly onEmpty: () => void;
  /** Nothing came of that either. */
  readonly onExit: () => void;
  /** The function's time is up. */
  readonly onTimeUp: () => void;
}

/** What keeps a process alive at some moment: how many timers, and which calls and connections to the outside. */
export interface Pending {
  readonly timers: number;
  readonly intervals: number;
  readonly calls: string[];
  /** The modules that have a connection open. */
  readonly connections: string[];
}

/**
 * Node.js's event loop on a virtual clock: ticks before timers before I/O before immediates, microtasks
 * between them. The clock jumps to the next timer as soon as there is nothing else to do.
 */
export interface EventLoop {
  readonly nextTick: (callback: () => void) => void;
  readonly addTimer: (timer: Timer) => void;
  readonly removeTimer: (timer: Timer) => void;
  readonly addImmediate: (immediate: Immediate) => void;
  /** Runs a callback in the next I/O phase. */
  readonly poll: (callback: () => void) => void;
  /**
   * Real work of the browser that the loop has to wait for. A patient loop waits as long as it takes;
   * otherwise it gives up where nothing comes in a while, for what need not ever settle.
   */
  readonly track: <Value extends Promise<unknown>>(work: Value, patient?: boolean) => Value;
  /** Something outside that keeps the process alive, by its name. Returns what ends it. */
  readonly hold: (kind: "calls" | "connections", name: string) => () => void;
  /** The moment on the clock at which the function's time is up. */
  setDeadline: (moment: number) => void;
  readonly pending: () => Pending;
  /** Runs the callback as the first turn, and then all that comes of it. */
  readonly start: (first: () => void) => void;
  /** Nothing runs any more. */
  readonly stop: () => void;
}

const impatienceMs = 50;

export function createEventLoop(clock: Clock, surroundings: Surroundings): EventLoop {
  const ticks: (() => void)[] = [];
  const timers: Timer[] = [];
  const polled: (() => void)[] = [];
  const held: { readonly kind: "calls" | "connections"; readonly name: string }[] = [];
  let immediates: Immediate[] = [];
  let batch: Immediate[] = [];
  let phase: "timers" | "poll" | "check" = "timers";
  let deadline = Number.POSITIVE_INFINITY;
  let patientWork = 0;
  let impatientWork = 0;
  let waits = 0;
  let waiting: number | undefined;
  let toldOfEmpty = false;
  let over = false;

  function runTicks(): void {
    for (let tick = shift(ticks); tick && !over; tick = shift(ticks)) tick();
  }

  function turn(act: () => void): void {
    clock.beginTurn();
    try {
      act();
      runTicks();
    } finally {
      surroundings.settle(advance);
    }
  }

  function dueTimer(): Timer | undefined {
    const first = timers[0];
    if (!first || first.due > clock.now()) return undefined;
    return shift(timers);
  }

  /** What to run next without waiting, going through the phases once. */
  function nextCallback(): (() => void) | undefined {
    if (ticks.length > 0) return () => {};
    const rejections = surroundings.takeRejections();
    if (rejections) return rejections;
    for (let step = 0; step < 4; step += 1) {
      if (phase === "timers") {
        const timer = dueTimer();
        if (timer) return timer.run;
        phase = "poll";
      } else if (phase === "poll") {
        const callback = shift(polled);
        if (callback) return callback;
        phase = "check";
        batch = immediates;
        immediates = [];
      } else {
        for (let next = shift(batch); next; next = shift(batch)) {
          if (!next.cleared) return next.run;
        }
        phase = "timers";
      }
    }
    return undefined;
  }

  function pending(): Pending {
    const found = { timers: 0, intervals: 0, calls: [] as string[], connections: [] as string[] };
    for (let index = 0; index < held.length; index += 1) {
      const holder = held[index];
      if (holder) append(found[holder.kind], holder.name);
    }
    for (let index = 0; index < timers.length; index += 1) {
      const timer = timers[index];
      if (!timer?.holds()) continue;
      if (timer.call !== undefined) append(found.calls, timer.call);
      else if (timer.repeats) found.intervals += 1;
      else found.timers += 1;
    }
    return found;
  }

  function isAlive(): boolean {
    const found = pending();
    return found.timers + found.intervals + found.calls.length + found.connections.length > 0;
  }

  function advance(): void {
    clock.endTurn();
    if (over) return;
    const callback = clock.now() < deadline ? nextCallback() : surroundings.onTimeUp;
    if (callback) {
      toldOfEmpty = false;
      turn(callback);
    } else if (patientWork > 0 || impatientWork > 0) {
      awaitWork();
    } else if (isAlive()) {
      skipToNext();
    } else {
      const end = toldOfEmpty ? surroundings.onExit : surroundings.onEmpty;
      toldOfEmpty = true;
      turn(end);
    }
  }

  function awaitWork(): void {
    waits += 1;
    const wait = waits;
    waiting = wait;
    if (patientWork > 0) return;
    surroundings.afterRealTime(impatienceMs, () => {
      if (waiting !== wait) return;
      impatientWork = 0;
      resume();
    });
  }

  function resume(): void {
    if (waiting === undefined) return;
    waiting = undefined;
    surroundings.settle(advance);
  }

  /** Nothing is left to do now: on to the next timer or the deadline. */
  function skipToNext(): void {
    const next = timers[0]?.due;
    clock.skipTo(next !== undefined && next < deadline ? next : deadline);
    advance();
  }

  function addTimer(timer: Timer): void {
    let index = timers.length;
    while (index > 0 && (timers[index - 1]?.due ?? 0) > timer.due) index -= 1;
    splice(timers, index, 0, timer);
  }

  function removeTimer(timer: Timer): void {
    for (let index = 0; index < timers.length; index += 1) {
      if (timers[index] === timer) {
        splice(timers, index, 1);
        return;
      }
    }
  }

  function hold(kind: "calls" | "connections", name: string): () => void {
    const holder = { kind, name };
    append(held, holder);
    return () => {
      for (let index = 0; index < held.length; index += 1) {
        if (held[index] === holder) splice(held, index, 1);
      }
    };
  }

  function track<Value extends Promise<unknown>>(work: Value, patient = true): Value {
    if (patient) patientWork += 1;
    else impatientWork += 1;
    const done = () => {
      if (patient) patientWork -= 1;
      else if (impatientWork > 0) impatientWork -= 1;
      resume();
    };
    whenSettled(work, done, done);
    return work;
  }

  return {
    nextTick: (callback) => append(ticks, callback),
    addTimer,
    removeTimer,
    addImmediate: (immediate) => append(immediates, immediate),
    poll: (callback) => append(polled, callback),
    track,
    hold,
    setDeadline: (moment) => {
      deadline = moment;
    },
    pending,
    start: turn,
    stop: () => {
      over = true;
    },
  };
}
