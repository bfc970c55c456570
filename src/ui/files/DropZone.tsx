import { message } from "../message";
import styles from "./DropZone.module.css";

/** What the page shows while files are held over it. */
export default function DropZone() {
  return (
    <div className={styles.zone} aria-hidden="true">
      <div className={styles.frame}>
        <p className={styles.title}>{message("files.drop")}</p>
        <p>{message("files.drop.about")}</p>
      </div>
    </div>
  );
}
