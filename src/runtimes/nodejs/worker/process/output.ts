import { sayLog } from "../channel";
import { indexOf, slice } from "../primordials";

/** One of the process's output streams: what stands between two line breaks is one log event. */
export interface Output {
  readonly write: (text: string) => void;
  /** Writes a whole log event, whatever line breaks it has, as the managed log channel does. */
  readonly event: (text: string) => void;
  /** Writes what no line break has ended yet. */
  readonly flush: () => void;
}

/** An output stream that ends in the function's log. */
export function createOutput(): Output {
  let rest = "";

  function write(text: string): void {
    rest += text;
    for (let end = indexOf(rest, "\n"); end >= 0; end = indexOf(rest, "\n")) {
      const line = slice(rest, 0, end);
      rest = slice(rest, end + 1);
      if (line !== "") sayLog(line);
    }
  }

  return {
    write,
    event: sayLog,
    flush: () => {
      if (rest !== "") sayLog(rest);
      rest = "";
    },
  };
}
