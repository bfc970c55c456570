import { type Dispatch, startTransition, useEffect, useRef } from "react";
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
  const { warm } = await import("./running");
  warm(submission);
}

/** A spare connection's data is not spent before the user asks to run. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Starts Python, which takes a second or more, while its code is still being read or written. */
export function usePythonReady(submission: Submission): void {
  const wanted = submission.kind === "code" && submission.language === "python";
  const current = useRef(submission);
  current.current = submission;
  useEffect(() => {
    if (!wanted || savesData()) return;
    const timer = setTimeout(() => void prepareRun(current.current).catch(() => undefined), 300);
    return () => clearTimeout(timer);
  }, [wanted]);
}
