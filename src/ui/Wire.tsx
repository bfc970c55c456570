import type { ReactNode, Ref } from "react";
import card from "./card.module.css";

interface WireProps {
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLPreElement>;
}

/** Text that is code or on the wire. Long ones scroll, also by keyboard. */
export default function Wire({ children, ref }: WireProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <pre ref={ref} className={card.wire} tabIndex={0}>
      {children}
    </pre>
  );
}
