import { useId, useLayoutEffect, useRef, useState } from "react";
import { factById } from "../facts";
import chips from "./chips.module.css";
import { message } from "./message";

/** How a fact is known, beside the claim; its statement and source on hover, focus or click. */
export default function FactChip({ id }: { readonly id: string }) {
  const fact = factById(id);
  const [open, setOpen] = useState(false);
  const card = useRef<HTMLSpanElement>(null);
  const cardId = useId();

  useLayoutEffect(() => {
    if (open && card.current) keepInView(card.current);
  }, [open]);

  if (!fact) return null;
  const { grade, date, statement, source } = fact;
  const hide = () => setOpen(false);
  return (
    <span className={chips.hint} onPointerLeave={hide}>
      <button
        type="button"
        className={chips[grade]}
        aria-describedby={open ? cardId : undefined}
        aria-expanded={open}
        onPointerEnter={(event) => event.pointerType === "mouse" && setOpen(true)}
        onFocus={() => setOpen(true)}
        onBlur={hide}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {message(`grade.${grade}`, { date: monthOf(date) })}
      </button>
      {open && (
        <span ref={card} id={cardId} role="tooltip" className={chips.card}>
          {statement}
          <span className={chips.source}>{source}</span>
        </span>
      )}
    </span>
  );
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Moves the card sideways as far as the window's edge asks for. */
function keepInView(card: HTMLElement): void {
  const { left } = card.getBoundingClientRect();
  if (left < 12) card.style.right = `${left - 12}px`;
}
