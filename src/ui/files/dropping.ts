import { useEffect, useState } from "react";
import { type Offer, offeredByDrop } from "./offering";

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** Takes files that are dropped anywhere on the page. True while files are held over it. */
export function useDropping(onOffer: (offer: Promise<Offer>) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      // The editor has drops of its own, and a browser would open the file in place of the page.
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      onOffer(offeredByDrop(event.dataTransfer));
    };
    addEventListener("dragover", hold, { capture: true });
    addEventListener("dragleave", leave, { capture: true });
    addEventListener("drop", drop, { capture: true });
    return () => {
      removeEventListener("dragover", hold, { capture: true });
      removeEventListener("dragleave", leave, { capture: true });
      removeEventListener("drop", drop, { capture: true });
    };
  }, [onOffer]);
  return over;
}
