import { useEffect, useState } from "react";
import { runKeys } from "./keyboard";
import { message } from "./message";
import styles from "./RunButton.module.css";

/**
 * A run shorter than this never shows Stop: a button that flickers invites the wrong click. Longer where
 * nobody pressed Run, as somebody is about to. In milliseconds.
 */
const shortRunMs = { pressed: 250, followed: 1500 };

interface RunButtonProps {
  readonly running: "pressed" | "followed" | undefined;
  /** The pointer or the focus comes near. */
  readonly onApproach: () => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** Run, which becomes Stop when a run lasts. */
export default function RunButton({ running, onApproach, onRun, onStop }: RunButtonProps) {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setLasting(true), shortRunMs[running]);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [running]);

  return (
    <button
      type="button"
      className={lasting ? styles.stop : styles.run}
      onPointerEnter={onApproach}
      onFocus={onApproach}
      onClick={lasting ? onStop : onRun}
      title={lasting ? undefined : message("run.hint", { keys: runKeys() })}
    >
      {message(lasting ? "stop" : "run")}
      {!lasting && (
        <span aria-hidden="true" className={styles.keys}>
          {runKeys()}
        </span>
      )}
    </button>
  );
}
