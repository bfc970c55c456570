import { type Dispatch, useEffect, useRef } from "react";
import { hashOf, readAddress } from "./address";
import type { DraftOwner } from "./draft";
import { openAddress } from "./linking";
import type { Action, View } from "./state";

function linkOf(owner: DraftOwner): string {
  return owner === "own" ? "" : owner.link;
}

/** Follows the location's hash: views of the page, links to open, and the way back to the tab's own text. */
export function useAddress(owner: DraftOwner, view: View, dispatch: Dispatch<Action>): void {
  const shown = useRef(owner);
  useEffect(() => {
    shown.current = owner;
    // Another text than the link's is shown: its address would promise the wrong one.
    const address = readAddress(location.hash);
    if (address.kind === "link" && address.link !== linkOf(owner)) {
      history.replaceState(null, "", linkOf(owner) || location.pathname + location.search);
    }
  }, [owner]);

  useEffect(() => {
    const address = readAddress(location.hash);
    const elsewhere = address.kind === "view" && address.view.at !== "answer";
    if (view.at === "answer" && elsewhere) {
      history.pushState(null, "", hashOf(view, shown.current));
    }
  }, [view]);

  useEffect(() => {
    let latest = 0;
    const follow = async () => {
      const turn = ++latest;
      const address = readAddress(location.hash);
      const wanted = address.kind === "link" ? address.link : "";
      if (address.kind === "view" && address.view.at !== "answer") {
        dispatch({ type: "viewed", view: address.view });
      } else if (wanted === linkOf(shown.current)) {
        dispatch({ type: "viewed", view: { at: "answer" } });
      } else {
        const opening = await openAddress(location.hash, false);
        if (turn === latest) dispatch({ type: "opened", opening });
      }
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [dispatch]);
}
