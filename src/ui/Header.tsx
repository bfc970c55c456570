import type { Submission } from "../submission/submission";
import { hashOf } from "./address";
import ExamplesMenu from "./ExamplesMenu";
import styles from "./Header.module.css";
import { message } from "./message";
import RunButton from "./RunButton";
import ShareMenu from "./ShareMenu";
import type { ShareWay } from "./sharing";
import ThemeMenu from "./ThemeMenu";

interface HeaderProps {
  /** The hash of the answer. */
  readonly home: string;
  readonly running: "pressed" | "followed" | undefined;
  readonly onShare: (way: ShareWay) => void;
  readonly onExample: (submission: Submission, title: string) => void;
  /** A run seems near. */
  readonly onApproach: () => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** The line on top: what this is, where to begin, and the two things to do with it. */
export default function Header({
  home,
  running,
  onShare,
  onExample,
  onApproach,
  onRun,
  onStop,
}: HeaderProps) {
  return (
    <header className={styles.header}>
      <a className={styles.mark} href={home}>
        why<b>502</b>
      </a>
      <nav className={styles.nav} aria-label={message("header.nav")}>
        <div className={styles.examples}>
          <ExamplesMenu onExample={onExample} />
        </div>
        <a className={styles.link} href={hashOf({ at: "causes" })}>
          {message("header.causes")}
        </a>
        <a className={styles.facts} href={hashOf({ at: "facts" })}>
          {message("header.facts")}
        </a>
      </nav>
      <div className={styles.actions}>
        <ThemeMenu />
        <ShareMenu onShare={onShare} />
        <RunButton running={running} onApproach={onApproach} onRun={onRun} onStop={onStop} />
      </div>
    </header>
  );
}
