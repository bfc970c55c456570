import { expect, test } from "vitest";
import { createProcessTime } from "./process-time";

test("looking at a clock lets time pass, and nothing else does", () => {
  const time = createProcessTime(Date.UTC(2026, 0, 1));
  const restore = time.install();
  try {
    expect(time.now()).toBe(0);
    const seen = [Date.now(), Date.now()];
    expect(seen[1]).toBeGreaterThan(seen[0] ?? 0);
    expect(time.now()).toBeCloseTo(0.1);
    time.moveTo(40_000);
    expect(performance.now()).toBeCloseTo(40_000.05);
  } finally {
    restore();
  }
});

test("the process's zone is UTC wherever it runs", () => {
  const restore = createProcessTime(0).install();
  try {
    const evening = new Date(2026, 0, 31, 23, 30);
    expect(evening.getTime()).toBe(Date.UTC(2026, 0, 31, 23, 30));
    expect([evening.getDate(), evening.getHours(), evening.getTimezoneOffset()]).toEqual([
      31, 23, 0,
    ]);
  } finally {
    restore();
  }
});
