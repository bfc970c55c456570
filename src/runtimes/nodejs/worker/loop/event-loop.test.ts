import { expect, test } from "vitest";
import { createClock } from "./clock";
import { createEventLoop, type EventLoop, type Surroundings } from "./event-loop";
import { createTimers, type Timers } from "./timers";

interface Played {
  readonly seen: readonly unknown[];
  /** Milliseconds on the process's clock. */
  readonly endedAt: number;
  readonly end: "exit" | "time up";
}

type Play = (process: { loop: EventLoop; timers: Timers; see: (value: unknown) => void }) => void;

/** Runs code on a loop until nothing is left or the time is up. */
function play(code: Play, more: Partial<Surroundings> = {}, deadline = 3000): Promise<Played> {
  const clock = createClock(() => 0);
  const seen: unknown[] = [];
  return new Promise((resolve) => {
    const over = (end: Played["end"]) => {
      loop.stop();
      resolve({ seen, endedAt: clock.now(), end });
    };
    const loop: EventLoop = createEventLoop(clock, {
      settle: (then) => void setImmediate(then),
      afterRealTime: (ms, callback) => void setTimeout(callback, ms),
      takeRejections: () => undefined,
      onEmpty: () => {},
      onExit: () => over("exit"),
      onTimeUp: () => over("time up"),
      ...more,
    });
    loop.setDeadline(deadline);
    const timers = createTimers(clock, loop, (callback) => callback);
    loop.start(() => code({ loop, timers, see: (value) => seen.push(value) }));
  });
}

test("waiting costs no real time, and is exact on the process's clock", async () => {
  const began = Date.now();
  const { seen, endedAt, end } = await play(
    ({ timers, see }) => timers.setTimeout(() => see("later"), 40_000),
    {},
    60_000,
  );
  expect({ seen, endedAt, end }).toEqual({ seen: ["later"], endedAt: 40_000, end: "exit" });
  expect(Date.now() - began).toBeLessThan(5000);
});

test("the time is up before a timer that is due later", async () => {
  const { seen, endedAt, end } = await play(({ timers, see }) => {
    timers.setTimeout(() => see("never"), 40_000);
  });
  expect({ seen, endedAt, end }).toEqual({ seen: [], endedAt: 3000, end: "time up" });
});

test("ticks come before microtasks, timers before immediates, the sooner timer first", async () => {
  const { seen } = await play(({ loop, timers, see }) => {
    timers.setImmediate(() => see("immediate"));
    timers.setTimeout(() => see("10 ms"), 10);
    timers.setTimeout(() => see("5 ms"), 5);
    void Promise.resolve().then(() => see("microtask"));
    loop.nextTick(() => see("tick"));
  });
  expect(seen).toEqual(["tick", "microtask", "immediate", "5 ms", "10 ms"]);
});

test("an interval runs until it is cleared, and a timer that is not referenced holds nothing", async () => {
  const { seen, end } = await play(({ timers, see }) => {
    let count = 0;
    const interval = timers.setInterval(() => {
      count += 1;
      see(count);
      if (count === 3) timers.clearInterval(interval);
    }, 100);
    const idle = timers.setTimeout(() => see("never"), 1000);
    Reflect.get(idle, "unref").call(idle);
  });
  expect({ seen, end }).toEqual({ seen: [1, 2, 3], end: "exit" });
});

test("a call that never answers holds the process until its time is up, and is named", async () => {
  let pending: unknown;
  const { end } = await play(({ loop, timers }) => {
    loop.hold("calls", "pg.query");
    timers.setTimeout(() => {
      pending = structuredClone(loop.pending());
    }, 10);
  });
  expect(end).toBe("time up");
  expect(pending).toEqual({ timers: 0, intervals: 0, calls: ["pg.query"], connections: [] });
});

test("the clock does not run ahead of what the browser still does", async () => {
  const { seen } = await play(({ loop, timers, see }) => {
    timers.setTimeout(() => see("timer"), 1);
    const work = new Promise<void>((resolve) => setTimeout(resolve, 30));
    loop.track(work.then(() => see("work")));
  });
  expect(seen).toEqual(["work", "timer"]);
});

test("an empty loop is told of once, and goes on when that gives it something to do", async () => {
  let told = 0;
  const { seen } = await play(({ see }) => see("start"), {
    onEmpty: () => {
      told += 1;
    },
  });
  expect({ seen, told }).toEqual({ seen: ["start"], told: 1 });
});
