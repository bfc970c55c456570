import { dispatchAsUncaught, listen } from "./worker-scope";

/** Where the engine saw an error arise: the script's URL, line and column from 1. */
export interface Place {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

let locating: ((place: Place) => void) | undefined;

function placeOf({ filename, lineno, colno }: ErrorEvent): Place {
  return { url: filename, line: lineno, column: colno };
}

/**
 * Where a file does not parse or link. The engine keeps it in the error and tells it only to the
 * `error` event, so the error is dispatched to ours. Undefined where the engine does not tell.
 */
export function locate(error: unknown): Place | undefined {
  let found: Place | undefined;
  locating = (place) => {
    found = place;
  };
  dispatchAsUncaught(error);
  locating = undefined;
  return found && found.line > 0 ? found : undefined;
}

/** Hears of every exception that user code lets out. */
export function onUncaught(listener: (error: unknown, place: Place) => void): void {
  listen("error", (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const place = placeOf(event);
    if (locating) locating(place);
    else listener(event.error, place);
  });
}
