/** How a statement about AWS is known, strongest first. */
export const grades = ["recorded", "documented", "reported", "inferred"] as const;
export type Grade = (typeof grades)[number];

/** One statement about AWS with where it comes from. */
export interface Fact {
  /** Room and rule, such as `rest.unknown-key`. Stable: links and reports name it. */
  readonly id: string;
  /** One sentence that can be true or false. */
  readonly statement: string;
  /** Who recorded, documented or reported it, precisely enough to look it up. */
  readonly source: string;
  /** When it was recorded, published or read: `2024-11-15`, `2024-11` or `2024`. */
  readonly date: string;
  readonly grade: Grade;
}
