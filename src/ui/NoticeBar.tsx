import button from "./button.module.css";
import Icon from "./Icon";
import { message } from "./message";
import styles from "./NoticeBar.module.css";
import type { Notice } from "./notice";
import type { ShareWay } from "./sharing";
import type { Opening } from "./state";

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onAccept: (opening: Opening) => void;
  readonly onReview: (way: ShareWay) => void;
  readonly onDismiss: () => void;
}

/** One thing to tell, above the page. */
export default function NoticeBar({ notice, onAccept, onReview, onDismiss }: NoticeBarProps) {
  const { text, tone, offer, review, copy } = notice;
  return (
    <div className={styles[tone]} role={tone === "bad" ? "alert" : "status"}>
      <p className={styles.text}>{text}</p>
      {copy !== undefined && (
        <input
          className={styles.copy}
          readOnly
          value={copy}
          aria-label={text}
          ref={(input) => input?.select()}
        />
      )}
      {offer && (
        <button type="button" className={button.plain} onClick={() => onAccept(offer.opening)}>
          {offer.label}
        </button>
      )}
      {review && (
        <button type="button" className={button.plain} onClick={() => onReview(review.way)}>
          {review.label}
        </button>
      )}
      <button
        type="button"
        className={styles.dismiss}
        aria-label={message("notice.dismiss")}
        onClick={onDismiss}
      >
        <Icon name="cross" size={14} />
      </button>
    </div>
  );
}
