import type { Message } from "../causes/words";
import styles from "./Words.module.css";

/** A message part by part, as text nodes only: running text, and code where the message says so. */
export default function Words({ of: parts }: { readonly of: Message }) {
  return parts.map((part, index) =>
    part.code ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message's parts have no identity but their place
      <code key={index} className={styles.code}>
        {part.text}
      </code>
    ) : (
      part.text
    ),
  );
}
