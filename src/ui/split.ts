import { useState } from "react";

const key = "why502.split";
/** How much of the page's width the text may take, in percent. */
export const smallestSplit = 25;
export const largestSplit = 70;
const usualSplit = 42;

function within(percent: number): number {
  return Math.min(largestSplit, Math.max(smallestSplit, Math.round(percent)));
}

function keptSplit(): number {
  try {
    const kept = Number(localStorage.getItem(key));
    return kept > 0 ? within(kept) : usualSplit;
  } catch {
    return usualSplit;
  }
}

/** The text's part of the page's width in percent, and a way to change it, remembered where the browser lets it. */
export function useSplit(): readonly [number, (percent: number) => void] {
  const [split, setSplit] = useState(keptSplit);
  const change = (percent: number) => {
    const changed = within(percent);
    setSplit(changed);
    try {
      localStorage.setItem(key, String(changed));
    } catch {
      // Storage is closed to this page: the split holds until it is left.
    }
  };
  return [split, change];
}
