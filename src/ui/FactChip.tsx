import { useId, useLayoutEffect, useRef, useState } from "react";
import { factById } from "../facts";
import chips from "./chips.module.css";
import { message } from "./message";

/** How a fact is known, beside the claim; its statement and source on hover, focus or click. */
export default function FactChip({ id }: { readonly id: string }) {
  const fact = factById(id);
  const [open, setOpen] = useState(false);
  const card = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const cardId = useId();

  useLayoutEffect(() => {
    if (open && card.current && button.current) showBeside(card.current, button.current);
  }, [open]);

  if (!fact) return null;
  const { grade, date, statement, source } = fact;
  const hide = () => setOpen(false);
  return (
    <span className={chips.hint} onPointerLeave={hide}>
      <button
        ref={button}
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
        <span ref={card} id={cardId} role="tooltip" popover="manual" className={chips.card}>
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

const gap = 6;
const margin = 12;

/** Shows the card above everything else, below the button or above it, as the window has room. */
function showBeside(card: HTMLElement, button: HTMLElement): void {
  card.showPopover();
  const { left, top, bottom } = button.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = bottom + gap;
  card.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
  card.style.top = `${below + height > innerHeight ? top - gap - height : below}px`;
}
