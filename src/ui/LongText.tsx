import card from "./card.module.css";
import { countMessage } from "./message";

/** More than this is not shown: nobody reads it, and the browser would lay it out for seconds. In characters. */
const mostShown = 50_000;

/** A text of any length, cut where nobody reads on. */
export default function LongText({ text }: { readonly text: string }) {
  if (text.length <= mostShown) return text;
  return (
    <>
      {text.slice(0, mostShown)}
      <span className={card.soft}> … {countMessage("longText", text.length - mostShown)}</span>
    </>
  );
}
