import { useEffect, useState } from "react";
import type { AlsoWhen } from "../diagnosis/counter-checks";
import type { Report } from "../report/report";

interface Found {
  readonly report: Report;
  readonly also: readonly AlsoWhen[];
}

const none: readonly AlsoWhen[] = [];

/**
 * Tries requests beside the report's own once the report is shown, and gives what went wrong with them.
 * Undefined instead of a report stops that: a run of the user's goes first.
 */
export function useCounterChecks(report: Report | undefined): readonly AlsoWhen[] {
  const [found, setFound] = useState<Found | undefined>();
  useEffect(() => {
    if (!report) return;
    const stopping = new AbortController();
    const check = async () => {
      const { tryNeighbours } = await import("./judge");
      const also = await tryNeighbours(report, stopping.signal);
      if (!stopping.signal.aborted) setFound({ report, also });
    };
    // What cannot be tried is not told; the report stands without it.
    check().catch(() => undefined);
    return () => stopping.abort();
  }, [report]);
  return found && found.report === report ? found.also : none;
}
