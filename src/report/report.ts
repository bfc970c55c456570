import * as z from "zod/mini";
import type { Finding } from "../diagnosis/finding";
import { type Response, verdicts } from "../gateways/gateway";
import { invocationSchema, type ObservedInvocation } from "../invocation/invocation";
import type { Reading } from "../reading/reading";
import { evidenceSchema } from "../submission/evidence";
import { type GatewayKind, gatewayKinds, type Submission } from "../submission/submission";

/** Everything known about one submission: what the page shows. */
export interface Report {
  readonly submission: Submission;
  readonly reading: Reading;
  /** The JSON text of the event that the chosen gateway hands to the handler. */
  readonly event: string;
  readonly invocation: ObservedInvocation;
  /** One for each gateway that can be computed from the same invocation; the chosen one is always there. */
  readonly responses: Readonly<Partial<Record<GatewayKind, Response>>>;
  /** At most one primary, first; then contributing ones; then advice. */
  readonly findings: readonly Finding[];
}

const responseSchema = z.object({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  bodyBase64: z.optional(z.string()),
  verdict: z.enum(verdicts),
  log: z.array(z.string()),
  facts: z.array(z.string()),
});

const fixSchema = z.object({
  title: z.string(),
  submission: z.unknown(),
  verified: z.boolean(),
  status: z.optional(z.number()),
});

const findingSchema = z.object({
  cause: z.string(),
  role: z.enum(["primary", "contributing", "advice"]),
  evidence: z.array(evidenceSchema),
  facts: z.array(z.string()),
  fix: z.optional(fixSchema),
});

/** The report as it is saved: everything known about one submission. */
export const reportSchema = z.object({
  v: z.literal(1),
  submission: z.unknown(),
  reading: z.object({
    language: z.string(),
    imports: z.array(z.string()),
    stubbed: z.array(z.string()),
  }),
  invocation: invocationSchema,
  responses: z.partialRecord(z.enum(gatewayKinds), responseSchema),
  headline: z.string(),
  findings: z.array(findingSchema),
});
export type WrittenReport = z.infer<typeof reportSchema>;
