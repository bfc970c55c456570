import { useCallback, useEffect, useRef } from "react";
import type { Submission } from "../../submission/submission";
import { message } from "../message";
import type { Notice } from "../notice";
import { isBlank, type Opening } from "../state";
import { type Offer, offeredByChoice } from "./offering";

/** Takes files that were handed in into the submission, and tells what became of them. */
export function useTaking(
  submission: Submission,
  onOpen: (opening: Opening, openPath: string | undefined) => void,
  tell: (notice: Notice) => void,
): (offer: Promise<Offer> | Offer) => Promise<void> {
  const latest = useRef(submission);
  useEffect(() => {
    latest.current = submission;
  }, [submission]);

  return useCallback(
    async (offering) => {
      try {
        const [{ take, withTaken }, { takenWords }, offer] = await Promise.all([
          import("../../submission/taking/take"),
          import("./taken-words"),
          offering,
        ]);
        if (offer.files.length === 0) return;
        const taken = await take(offer.files, offer.folder);
        const before = latest.current;
        const after = withTaken(before, taken);
        const text = takenWords(taken, offer.files, after.files[0]?.path ?? "");
        if (taken.files.length === 0 && !taken.text) return tell({ text, tone: "bad" });
        const undo = {
          label: message("undo"),
          opening: { submission: before, origin: "offer" } as const,
        };
        const notice: Notice = {
          text,
          tone: "plain",
          ...(isBlank(before) ? {} : { offer: undo }),
        };
        const added = taken.whole || isBlank(before) ? undefined : taken.files[0]?.path;
        onOpen({ submission: after, origin: "offer", notice }, added);
      } catch {
        tell({ text: message("files.failed"), tone: "bad" });
      }
    },
    [onOpen, tell],
  );
}

/** Asks for files, or for a folder, in the browser's own dialog. */
export function chooseFiles(folder: boolean, onOffer: (offer: Offer) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = folder;
  input.addEventListener("change", () => onOffer(offeredByChoice([...(input.files ?? [])])));
  input.click();
}
