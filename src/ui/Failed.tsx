import styles from "./Failed.module.css";
import { message } from "./message";

/** A fault of this page: said as such, with what the user can do. */
export default function Failed({ text }: { readonly text: string }) {
  return (
    <div role="alert">
      <h1 className={styles.title}>{message("failed")}</h1>
      <p className={styles.about}>{message("failed.about")}</p>
      <pre className={styles.text}>{text}</pre>
    </div>
  );
}
