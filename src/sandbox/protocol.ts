import * as z from "zod/mini";
import { observationsSchema } from "../invocation/invocation";
import type { Limits } from "./limits";

/** What a worker is started from. */
export interface WorkerProgram {
  /** The text of a classic worker. */
  readonly script: string;
  /** What the worker is sent as its first message, by name: it has no network to get it from. */
  readonly files?: Readonly<Record<string, Blob>>;
  /** Whether it compiles WebAssembly, for which the frame's policy has to make room. */
  readonly compilesWasm?: boolean;
}

/** What the page tells the frame. The first is sent once it stands, the second when a run begins. */
export type FrameOrder =
  | {
      readonly order: "load";
      readonly run: string;
      readonly program: WorkerProgram;
      readonly limits: Pick<Limits, "messages" | "size">;
    }
  | { readonly order: "start"; readonly task: string; readonly realTimeMs: number };

const endSchema = z.discriminatedUnion("how", [
  /** The runtime posted a response: its text, or only its size in bytes where Lambda refuses it for that. */
  z.object({
    how: z.literal("answered"),
    payload: z.string(),
    tooLarge: z.optional(z.number()),
    contentType: z.optional(z.string()),
  }),
  /** The runtime posted an error: the text of its document. */
  z.object({ how: z.literal("failed"), document: z.string() }),
  /** The process was gone without an answer: its exit status, or the signal's name. */
  z.object({ how: z.literal("exited"), status: z.union([z.number(), z.string()]) }),
  /** The function's own time was up. */
  z.object({ how: z.literal("timed-out") }),
]);
export type End = z.infer<typeof endSchema>;

/** What a worker or the frame tells the page, as JSON text. */
export const messageSchema = z.discriminatedUnion("type", [
  /** The worker holds its runtime and waits for a task. */
  z.object({ type: z.literal("ready") }),
  /** A log event, line breaks inside kept. */
  z.object({ type: z.literal("log"), text: z.string() }),
  /** The handler is about to be called. Milliseconds since the start of the process. */
  z.object({ type: z.literal("invoking"), atMs: z.number(), observations: observationsSchema }),
  /** The run is over. Milliseconds since the start of the process. */
  z.object({
    type: z.literal("end"),
    end: endSchema,
    atMs: z.number(),
    /** Log events that were not sent. */
    unshown: z.number(),
    observations: observationsSchema,
  }),
  /** The frame ended the worker. */
  z.object({
    type: z.literal("stopped"),
    reason: z.enum(["deadline", "flood", "crash"]),
    detail: z.string(),
  }),
]);
export type Message = z.infer<typeof messageSchema>;
