import { isPermalink } from "../submission/permalink/permalink";
import type { DraftOwner } from "./draft";
import type { View } from "./state";

/** What a location's hash asks for: a view of the page, or a submission to open. */
export type Address =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "link"; readonly link: string };

/** Reads a location's hash. Anything unknown asks for the page as it is. */
export function readAddress(hash: string): Address {
  if (isPermalink(hash)) return { kind: "link", link: hash };
  const [, id] = /^#cause\/([a-z0-9-]+)$/.exec(hash) ?? [];
  if (id !== undefined) return { kind: "view", view: { at: "cause", id } };
  return { kind: "view", view: { at: hash === "#causes" ? "causes" : "answer" } };
}

/** The hash that leads to a view; to the answer, the one of the link whose text is shown, where it is one. */
export function hashOf(view: View, owner: DraftOwner = "own"): string {
  switch (view.at) {
    case "answer":
      return owner === "own" ? "#" : owner.link;
    case "causes":
      return "#causes";
    case "cause":
      return `#cause/${view.id}`;
    default:
      return view satisfies never;
  }
}
