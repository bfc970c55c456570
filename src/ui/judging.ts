import { type Dispatch, startTransition, useEffect } from "react";
import type { Submission } from "../submission/submission";
import type { Action, Judgement } from "./state";

/** What judges, and what shows the answer: fetched together, so that an answer can be seen once it is there. */
function fetchJudging() {
  return Promise.all([import("./judge"), import("./Answer")]);
}

/**
 * Carries out what the state wants judged, and tells the state how it ended. Another judgement, or
 * none, stops the one before.
 */
export function useJudging(judging: Judgement | undefined, dispatch: Dispatch<Action>): void {
  useEffect(() => {
    if (!judging) return;
    const stopping = new AbortController();
    const judge = async () => {
      try {
        const [{ judge: judgeSubmission }] = await fetchJudging();
        const onLoad = (loaded: number, total: number) =>
          dispatch({ type: "loading", judging, loading: { loaded, total } });
        const report = await judgeSubmission(judging.submission, stopping.signal, onLoad);
        // As a transition: the page says that it is done when the answer is there to be seen, and not before.
        startTransition(() => dispatch({ type: "judged", judging, report }));
      } catch (error) {
        if (stopping.signal.aborted) return;
        dispatch({
          type: "failed",
          judging,
          text: error instanceof Error ? error.message : String(error),
        });
      }
    };
    const timer = judging.delayMs > 0 ? setTimeout(judge, judging.delayMs) : void judge();
    return () => {
      if (timer !== undefined) clearTimeout(timer);
      stopping.abort();
    };
  }, [judging, dispatch]);
}

/** Fetches what judging needs once the page has nothing else to do, so that the first answer is quick. */
export function usePrefetching(): void {
  useEffect(() => {
    const timer = setTimeout(() => void fetchJudging().catch(() => undefined), 300);
    return () => clearTimeout(timer);
  }, []);
}

/** Gets ready to run the submission, as its run seems near. */
export async function prepareRun(submission: Submission): Promise<void> {
  const { warm } = await import("./judge");
  warm(submission);
}
