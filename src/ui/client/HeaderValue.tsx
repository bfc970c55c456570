import type { CorsVerdict } from "../../gateways/browser/cors";
import { message } from "../message";
import styles from "./HeaderValue.module.css";

/** The header that decided, as it is in the answer, or that it is missing. */
export default function HeaderValue({ header, value }: CorsVerdict) {
  if (header === undefined) return null;
  return (
    <p className={styles.header}>
      <code>
        {header}: {value ?? <i>{message("browser.missing")}</i>}
      </code>
    </p>
  );
}
