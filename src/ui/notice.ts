import type { Opening } from "./state";

/** Something to tell the user above the page, with one way on where there is one. */
export interface Notice {
  readonly text: string;
  readonly tone: "plain" | "bad";
  /** What the notice's button opens. */
  readonly offer?: { readonly label: string; readonly opening: Opening };
  /** Text to be copied by hand, where the clipboard refused it. */
  readonly copy?: string;
}
