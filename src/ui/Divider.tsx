import type { KeyboardEvent, PointerEvent } from "react";
import styles from "./Divider.module.css";
import { message } from "./message";
import { largestSplit, smallestSplit } from "./split";

interface DividerProps {
  /** The left side's part of the width, in percent. */
  readonly split: number;
  readonly onSplit: (percent: number) => void;
}

const step = 2;

/** The line between text and answer, moved by pointer or arrow keys. */
export default function Divider({ split, onSplit }: DividerProps) {
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onSplit(split + by);
  };
  const onMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      onSplit((event.clientX / innerWidth) * 100);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={message("divider")}
      aria-valuenow={split}
      aria-valuemin={smallestSplit}
      aria-valuemax={largestSplit}
      tabIndex={0}
      className={styles.divider}
      onKeyDown={onKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onMove}
    />
  );
}
