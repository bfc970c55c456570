interface Entry {
  readonly name: string;
  readonly entryType: "mark" | "measure";
  readonly startTime: number;
  readonly duration: number;
  readonly detail: unknown;
}

interface MarkOptions {
  readonly startTime?: number;
  readonly detail?: unknown;
}

/** `performance` on the process's own clock, in milliseconds since its start. */
export function createPerformance(now: () => number, startEpochMs: number): object {
  let entries: Entry[] = [];

  function add(entry: Entry): Entry {
    entries.push(entry);
    return entry;
  }

  function timeOf(mark: unknown, otherwise: number): number {
    if (mark === undefined) return otherwise;
    if (typeof mark === "number") return mark;
    const found = entries.findLast(({ name, entryType }) => name === mark && entryType === "mark");
    if (found) return found.startTime;
    throw new DOMException(
      `The "${String(mark)}" performance mark has not been set`,
      "SyntaxError",
    );
  }

  const clear = (type: Entry["entryType"]) => (name?: string) => {
    entries = entries.filter(
      (entry) => entry.entryType !== type || (name !== undefined && entry.name !== name),
    );
  };

  return {
    now,
    timeOrigin: startEpochMs,
    mark: (name: string, { startTime = now(), detail = null }: MarkOptions = {}) =>
      add({ name, entryType: "mark", startTime, duration: 0, detail }),
    measure: (name: string, from?: unknown, to?: unknown) => {
      const {
        start = from,
        end = to,
        detail = null,
      } = typeof from === "object"
        ? (from as { start?: unknown; end?: unknown; detail?: unknown })
        : {};
      const startTime = timeOf(start, 0);
      const duration = timeOf(end, now()) - startTime;
      return add({ name, entryType: "measure", startTime, duration, detail });
    },
    clearMarks: clear("mark"),
    clearMeasures: clear("measure"),
    getEntries: () => [...entries],
    getEntriesByName: (name: string) => entries.filter((entry) => entry.name === name),
    getEntriesByType: (type: string) => entries.filter((entry) => entry.entryType === type),
    timerify: <Timed>(timed: Timed) => timed,
    eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
    toJSON: () => ({ timeOrigin: startEpochMs }),
  };
}
