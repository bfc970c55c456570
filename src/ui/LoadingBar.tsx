import styles from "./LoadingBar.module.css";
import { message } from "./message";
import type { Loading } from "./state";

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** How much of a runtime has been loaded. */
export default function LoadingBar({ loading }: { readonly loading: Loading }) {
  const { loaded, total } = loading;
  const percent = Math.min(100, Math.floor((100 * loaded) / total));
  const words =
    percent < 100
      ? message("loading", { percent, total: megabytes(total) })
      : message("loading.starting");
  return (
    <label className={styles.loading}>
      {words}
      <progress value={loaded} max={total}>
        {percent}%
      </progress>
    </label>
  );
}
