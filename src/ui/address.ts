import { isPermalink } from "../submission/permalink/permalink";
import type { DraftOwner } from "./draft";
import type { View } from "./state";

/** What a location's hash asks for: a view of the page, or a submission to open. */
export type Address =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "link"; readonly link: string };

const lists: ReadonlyMap<string, View> = new Map([
  ["#causes", { at: "causes" }],
  ["#facts", { at: "facts" }],
]);

/** Reads a location's hash. Anything unknown asks for the page as it is. */
export function readAddress(hash: string): Address {
  if (isPermalink(hash)) return { kind: "link", link: hash };
  const [, id] = /^#cause\/([a-z0-9-]+)$/.exec(hash) ?? [];
  if (id !== undefined) return { kind: "view", view: { at: "cause", id } };
  const [, factId] = /^#fact\/([a-z0-9-]+\.[a-z0-9-]+)$/.exec(hash) ?? [];
  if (factId !== undefined) return { kind: "view", view: { at: "fact", id: factId } };
  return { kind: "view", view: lists.get(hash) ?? { at: "answer" } };
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
    case "facts":
      return "#facts";
    case "fact":
      return `#fact/${view.id}`;
    default:
      return view satisfies never;
  }
}
