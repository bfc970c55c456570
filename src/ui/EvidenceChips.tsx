import type { Evidence } from "../submission/evidence";
import chips from "./chips.module.css";
import { message } from "./message";

interface EvidenceChipsProps {
  readonly evidence: readonly Evidence[];
  readonly onReveal: (evidence: Evidence) => void;
}

function labelOf(evidence: Evidence): string {
  switch (evidence.in) {
    case "code":
      return `${evidence.file}:${evidence.line}`;
    case "payload":
      return evidence.path === "$" ? message("evidence.payload") : evidence.path;
    case "log":
      return message("evidence.log", { line: evidence.line });
    case "request":
      return message("evidence.request", { member: evidence.member });
    case "settings":
      return message("evidence.settings", { member: evidence.member });
    default:
      return evidence satisfies never;
  }
}

/** The places that tell, each leading into the user's own text. */
export default function EvidenceChips({ evidence, onReveal }: EvidenceChipsProps) {
  return evidence.map((place) => {
    const label = labelOf(place);
    return (
      <button
        key={JSON.stringify(place)}
        type="button"
        className={chips.evidence}
        aria-label={message("evidence.show", { place: label })}
        onClick={() => onReveal(place)}
      >
        {label}
      </button>
    );
  });
}
