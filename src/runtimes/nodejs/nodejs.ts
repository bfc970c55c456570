import type { EmulatedRuntime } from "../../sandbox/sandbox";
import { partsOf } from "./parts";

/** The managed Node.js runtimes, `nodejs18.x` and later. */
export const nodejs: EmulatedRuntime = {
  worker: async () => ({ script: (await import("./worker/start?bundled")).text }),
  write: async (task) => JSON.stringify({ task, parts: await partsOf(task) }),
};
