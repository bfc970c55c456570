import type { Observed } from "../observer";
import { noteBeyondReach } from "./evaluation";

/** Node.js's `navigator`. */
class Navigator {
  readonly #major: number;

  constructor(major: number) {
    this.#major = major;
  }

  get hardwareConcurrency(): number {
    return 2;
  }

  get language(): string {
    return "en-US";
  }

  get languages(): readonly string[] {
    return ["en-US"];
  }

  get platform(): string {
    return "linux";
  }

  get userAgent(): string {
    return `Node.js/${this.#major}`;
  }
}

/** Globals that Node.js got later and does not share with the worker, by name. */
export function newerGlobals(major: number, observed: Observed): Readonly<Record<string, unknown>> {
  /** A connection that cannot be had here. */
  class WebSocket extends EventTarget {
    constructor() {
      super();
      noteBeyondReach(observed, "WebSocket");
      throw new DOMException("WebSocket cannot connect from the browser", "NotSupportedError");
    }
  }
  return {
    ...(major >= 21 ? { Navigator, navigator: new Navigator(major) } : {}),
    ...(major >= 22 ? { WebSocket } : {}),
  };
}
