import { hash, text } from "./frame?bundled";
import type { Limits } from "./limits";
import { frameAllow, framePolicy, frameReferrerPolicy, frameSandbox } from "./policy";
import type { FrameOrder, WorkerProgram } from "./protocol";

/** A sandboxed frame with one worker that nobody has used yet. Good for one run. */
export interface Cell {
  /** Sends the task; the frame ends the worker when the real time is up. */
  readonly start: (task: string, realTimeMs: number) => void;
  /** Hears every string that comes from this frame and belongs to its run, from the first on. */
  readonly listen: (listener: (text: string) => void) => void;
  /** Removes the frame, and with it all that runs in it. */
  readonly close: () => void;
}

function frameDocument({ compilesWasm }: WorkerProgram): string {
  const policy = framePolicy(hash, compilesWasm);
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${text}</script></head></html>`;
}

function frameElement(document: Document, program: WorkerProgram): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", frameSandbox);
  frame.setAttribute("allow", frameAllow);
  frame.setAttribute("referrerpolicy", frameReferrerPolicy);
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.srcdoc = frameDocument(program);
  return frame;
}

/** Opens a frame in this document and starts in it a worker from this program. */
export function openCell(
  document: Document,
  program: WorkerProgram,
  limits: Pick<Limits, "messages" | "size">,
): Cell {
  const view = document.defaultView;
  if (!view) throw new Error("the sandbox needs a document that is shown");
  const run = crypto.randomUUID();
  const frame = frameElement(document, program);
  const heard: string[] = [];
  let listener = (text: string): void => void heard.push(text);

  const order = (order: FrameOrder): void => frame.contentWindow?.postMessage(order, "*");

  const receive = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || origin !== "null") return;
    if (typeof data !== "string" || data.length > limits.size + run.length + 1) return;
    if (data === "frame") order({ order: "load", run, program, limits });
    else if (data.startsWith(`${run} `)) listener(data.slice(run.length + 1));
  };

  view.addEventListener("message", receive);
  document.body.append(frame);
  return {
    start: (task, realTimeMs) => order({ order: "start", task, realTimeMs }),
    listen: (next) => {
      listener = next;
      for (const text of heard.splice(0)) next(text);
    },
    close: () => {
      view.removeEventListener("message", receive);
      frame.remove();
    },
  };
}
