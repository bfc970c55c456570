import * as z from "zod/mini";

/** A stretch of a file of the submission's code. Lines and columns count from 1; `endColumn` is exclusive. */
export const codePlaceSchema = z.object({
  in: z.literal("code"),
  file: z.string(),
  line: z.number(),
  column: z.number(),
  endLine: z.number(),
  endColumn: z.number(),
});
export type CodePlace = z.infer<typeof codePlaceSchema>;

/** A place in what the user handed in. Lines and columns count from 1; `endColumn` is exclusive. */
export const evidenceSchema = z.discriminatedUnion("in", [
  z.object({ in: z.literal("payload"), path: z.string() }),
  codePlaceSchema,
  z.object({ in: z.literal("log"), line: z.number() }),
  z.object({ in: z.literal("request"), member: z.string() }),
  z.object({ in: z.literal("settings"), member: z.string() }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;
