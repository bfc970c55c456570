/** The page's few signs, drawn in a 16 by 16 square. */
const paths = {
  check: "m3.5 8.5 3 3 6-7",
  cross: "m4.5 4.5 7 7m0-7-7 7",
  bang: "M8 3.8v5m0 3.2v.1",
  plus: "M8 3v10M3 8h10",
  more: "M3.5 8h.1m4.4 0h.1m4.4 0h.1",
  down: "m4.5 6.5 3.5 3.5 3.5-3.5",
  left: "M9.5 3.5 5 8l4.5 4.5",
  right: "M6.5 3.5 11 8l-4.5 4.5",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.2v1.2m0 11.2v1.2M1.2 8h1.2m11.2 0h1.2M3.2 3.2l.8.8m8 8 .8.8m0-9.6-.8.8m-8 8-.8.8",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z",
  system: "M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3",
} as const;

/** A sign beside words that say the same; hidden from screen readers. */
export default function Icon({
  name,
  size = 16,
}: {
  readonly name: keyof typeof paths;
  readonly size?: number;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
