import { useMemo, useState } from "react";
import card from "./card.module.css";
import { laidOut, locateInJson } from "./json-layout";
import LongText from "./LongText";
import { countMessage, message } from "./message";
import styles from "./PayloadText.module.css";
import Wire from "./Wire";

/** A JSON text of one line up to this length is shown as it is. In characters. */
const longestLine = 72;

const longestMarked = 50_000;

interface PayloadTextProps {
  readonly text: string;
  /** JSON path to mark. */
  readonly path: string | undefined;
}

/** A JSON text, laid out for reading or exactly as it was sent. */
export default function PayloadText({ text, path }: PayloadTextProps) {
  const layout = useMemo(() => laidOut(text), [text]);
  const worthLayout = layout !== undefined && text.length > longestLine && !text.includes("\n");
  const [exact, setExact] = useState(false);
  const shown = worthLayout && !exact ? layout : text;
  const marked = path && shown.length <= longestMarked ? locateInJson(shown, path) : undefined;
  return (
    <>
      <div className={styles.about}>
        {countMessage("bytes", new TextEncoder().encode(text).length)}
        {worthLayout && (
          <button type="button" className={styles.toggle} onClick={() => setExact(!exact)}>
            {message(exact ? "payload.laidOut" : "payload.exact")}
          </button>
        )}
      </div>
      <Wire>
        {marked ? (
          <>
            {shown.slice(0, marked.start)}
            <mark className={card.mark}>{shown.slice(marked.start, marked.end)}</mark>
            {shown.slice(marked.end)}
          </>
        ) : (
          <LongText text={shown} />
        )}
      </Wire>
    </>
  );
}
