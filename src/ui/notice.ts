import type { ShareWay } from "./sharing";
import type { Opening } from "./state";

/** Something to tell the user above the page, with one way on where there is one. */
export interface Notice {
  readonly text: string;
  readonly tone: "plain" | "bad";
  /** What the notice's button opens. */
  readonly offer?: { readonly label: string; readonly opening: Opening };
  /** What was redacted on its way out can be looked at, and shared that way again. */
  readonly review?: { readonly label: string; readonly way: ShareWay };
  /** Text to be copied by hand, where the clipboard refused it. */
  readonly copy?: string;
}
