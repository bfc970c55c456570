import * as z from "zod/mini";

/** One submission with what must be found in it. */
export const caseSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: z.string().check(z.minLength(1)),
  /** The one case that shows the cause best: what the cause's page opens. */
  example: z.optional(z.literal(true)),
  /** A written submission: only what differs from the defaults. */
  submission: z.looseObject({ v: z.literal(1) }),
  expect: z.strictObject({
    /** What the client sees; null where nothing is sent or it is not known. */
    status: z.nullable(z.number()),
    /** The first must be found first; none of any role but advice may be found where it is empty. */
    causes: z.array(z.string()),
  }),
});
export type Case = z.infer<typeof caseSchema>;

export const casesSchema = z.array(caseSchema).check(z.minLength(1));

const casesByPath = import.meta.glob<unknown>("./*/cases.json", { import: "default" });

/** The cases of a cause, in the order of its file. Rejects when it has none or they are malformed. */
export async function casesOf(id: string): Promise<readonly Case[]> {
  const load = casesByPath[`./${id}/cases.json`];
  if (!load) throw new Error(`The cause ${id} has no cases.`);
  return casesSchema.parse(await load());
}
