import Icon from "./Icon";
import { message } from "./message";
import styles from "./Way.module.css";
import type { StationState, Stop } from "./way";

const signs = {
  ahead: undefined,
  passed: "check",
  unseen: undefined,
  broken: "cross",
  "cut-off": undefined,
  refused: "bang",
  silent: "bang",
} as const satisfies Record<StationState, unknown>;

interface WayProps {
  readonly stops: readonly Stop[];
  readonly running: boolean;
}

/** The strip of the request's way, with the place where it broke. */
export default function Way({ stops, running }: WayProps) {
  return (
    <ol className={running ? styles.running : styles.way} aria-label={message("way")}>
      {stops.map(({ station, state, detail }) => {
        const sign = signs[state];
        return (
          <li key={station} className={styles.stop} data-state={state} data-station={station}>
            <span className={styles.dot}>{sign && <Icon name={sign} size={12} />}</span>
            <span className={styles.name}>
              {message(`way.${station}`)}
              <span className="visually-hidden">, {message(`way.state.${state}`)}</span>
            </span>
            <span className={styles.detail} title={detail}>
              {detail}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
