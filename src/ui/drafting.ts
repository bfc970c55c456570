import { useEffect, useRef } from "react";
import { keepDraft, keepDraftNow, rememberOwner } from "./draft";
import type { State } from "./state";

const pauseMs = 300;

type Drafted = Pick<State, "submission" | "owner" | "kept">;

/**
 * Keeps the submission for this tab whenever it changes: a moment after the last stroke, and at once
 * when the page goes away or another text takes its place.
 */
export function useDrafting({ submission, owner, kept }: Drafted, onRefused: () => void): void {
  const unkept = useRef<Drafted>(undefined);

  useEffect(() => {
    rememberOwner(owner);
  }, [owner]);

  useEffect(() => {
    const before = unkept.current;
    if (before && before.owner !== owner) keepDraftNow(before.owner, before.submission);
    unkept.current = submission === kept ? undefined : { submission, owner, kept };
    if (!unkept.current) return;
    const timer = setTimeout(async () => {
      const done = await keepDraft(owner, submission);
      if (unkept.current?.submission === submission) unkept.current = undefined;
      if (!done) onRefused();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [submission, owner, kept, onRefused]);

  useEffect(() => {
    const keepAtOnce = () => {
      const drafted = unkept.current;
      if (drafted) keepDraftNow(drafted.owner, drafted.submission);
    };
    addEventListener("pagehide", keepAtOnce);
    document.addEventListener("visibilitychange", keepAtOnce);
    return () => {
      removeEventListener("pagehide", keepAtOnce);
      document.removeEventListener("visibilitychange", keepAtOnce);
    };
  }, []);
}
