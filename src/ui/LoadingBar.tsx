import styles from "./LoadingBar.module.css";
import { message } from "./message";
import type { Loading } from "./state";

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** How much of a runtime has been loaded. */
export default function LoadingBar({ loading }: { readonly loading: Loading }) {
  const { loaded, total } = loading;
  return (
    <label className={styles.loading}>
      {message("loading", { loaded: megabytes(loaded), total: megabytes(total) })}
      <progress value={loaded} max={total} />
    </label>
  );
}
