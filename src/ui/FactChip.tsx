import { useId, useLayoutEffect, useRef, useState } from "react";
import { factById } from "../facts";
import type { Grade } from "../facts/fact";
import { hashOf } from "./address";
import chips from "./chips.module.css";
import { subjectsOf } from "./facts/subjects";
import { message } from "./message";

/** How a fact is known, beside the claim, leading to its page; its statement and source on hover and focus. */
export default function FactChip({ id }: { readonly id: string }) {
  const fact = factById(id);
  const [open, setOpen] = useState(false);
  const card = useRef<HTMLSpanElement>(null);
  const chip = useRef<HTMLAnchorElement>(null);
  const cardId = useId();

  useLayoutEffect(() => {
    if (open && card.current && chip.current) showBeside(card.current, chip.current);
  }, [open]);

  if (!fact) return null;
  const { grade, date, statement, source } = fact;
  const hide = () => setOpen(false);
  return (
    <span className={chips.hint} onPointerLeave={hide}>
      <a
        ref={chip}
        href={hashOf({ at: "fact", id })}
        className={chips[grade]}
        aria-describedby={open ? cardId : undefined}
        onPointerEnter={(event) => event.pointerType === "mouse" && setOpen(true)}
        onFocus={() => setOpen(true)}
        onBlur={hide}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {message(labelOf(id, grade), { date: monthOf(date) })}
      </a>
      {open && (
        <span ref={card} id={cardId} role="tooltip" popover="manual" className={chips.card}>
          {statement}
          <span className={chips.source}>{source}</span>
        </span>
      )}
    </span>
  );
}

/** What browsers do is documented by standards, not by AWS. */
function labelOf(id: string, grade: Grade) {
  const ofAws = !subjectsOf(id).includes("client");
  return ofAws ? (`grade.${grade}` as const) : (`grade.client.${grade}` as const);
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

const gap = 6;
const margin = 12;

/** Shows the card above everything else, below the chip or above it, as the window has room. */
function showBeside(card: HTMLElement, chip: HTMLElement): void {
  card.showPopover();
  const { left, top, bottom } = chip.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = bottom + gap;
  card.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
  card.style.top = `${below + height > innerHeight ? top - gap - height : below}px`;
}
