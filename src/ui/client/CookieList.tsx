import type { CookieVerdict } from "../../gateways/browser/cookies";
import { message } from "../message";
import styles from "./CookieList.module.css";
import RuleLine from "./RuleLine";

/** The cookies that an answer asks to set, and which of them the browser keeps. */
export default function CookieList({ cookies }: { readonly cookies: readonly CookieVerdict[] }) {
  return (
    <ul className={styles.cookies}>
      {cookies.map(({ line, kept, fact, oddity }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat; only their order tells them apart
        <li key={index}>
          <code className={styles.line}>{line}</code>
          <p className={kept ? styles.kept : styles.refused}>
            {message(kept ? "browser.cookie.kept" : "browser.cookie.refused")}
          </p>
          <RuleLine id={oddity ?? fact} />
        </li>
      ))}
    </ul>
  );
}
