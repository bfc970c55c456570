import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Invocation, invocationSchema } from "../invocation/invocation";
import { parseSubmission } from "../submission/submission";
import { gatewayContext } from "./context";
import type { Arrival, Response } from "./gateway";
import { gateways } from "./index";
import vectorFile from "./vectors.json";

const vectorSchema = z.object({
  id: z.string(),
  gateway: z.enum(["rest", "http1", "http2", "url", "alb"]),
  invocation: z.object({
    payload: z.optional(z.unknown()),
    functionError: z.optional(
      z.object({ errorMessage: z.string(), errorType: z.optional(z.string()) }),
    ),
    invokeError: z.optional(z.object({ kind: z.string(), afterMs: z.optional(z.number()) })),
    none: z.optional(z.string()),
  }),
  expect: z.object({
    status: z.number(),
    body: z.optional(z.string()),
    bodyBase64: z.optional(z.string()),
    headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    headersAbsent: z.optional(z.array(z.string())),
    accessLog: z.optional(z.record(z.string(), z.string())),
    log: z.optional(z.array(z.string())),
  }),
  config: z.optional(z.record(z.string(), z.unknown())),
  request: z.optional(
    z.object({
      path: z.optional(z.string()),
      headers: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  source: z.string(),
  strength: z.string(),
  note: z.optional(z.string()),
});
type Vector = z.infer<typeof vectorSchema>;

const vectors = z.array(vectorSchema).parse(vectorFile);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What a vector says of a call that failed, as conditions and settings. */
const trouble: Readonly<Record<string, { conditions?: object; settings?: object }>> = {
  "AccessDenied on lambda:InvokeFunction": { conditions: { permission: "missing" } },
  "Lambda service error": { conditions: { permission: "missing" } },
  "integrationHttpMethod is not POST": {},
  "integration timeout": { settings: { functionTimeoutMs: 900_000 } },
  TooManyRequestsException: { conditions: { throttled: true } },
  "no route matches the request": { conditions: { route: "missing" } },
  "no method matches the request": { conditions: { route: "missing" } },
  "function URL does not exist": { conditions: { route: "missing" } },
};

function arrivalOf(vector: Vector): Arrival {
  const { none, invokeError } = vector.invocation;
  const said = none ?? invokeError?.kind;
  const found = said === undefined ? {} : trouble[said];
  if (!found) throw new Error(`unknown trouble: ${said}`);
  const { request, settings, conditions } = parseSubmission({
    v: 1,
    request: {
      ...(vector.request?.path === undefined ? {} : { path: vector.request.path }),
      headers: Object.entries(vector.request?.headers ?? {}),
    },
    settings: { ...vector.config, ...found.settings },
    conditions: found.conditions,
  });
  return { request, settings, conditions, context: gatewayContext(Date.UTC(2026, 0, 1)) };
}

function invocationOf({ invocation }: Vector): Invocation {
  const { payload, functionError, invokeError, none } = invocation;
  if (functionError) {
    return invocationSchema.parse({
      outcome: "function-error",
      error: functionError,
      payload: JSON.stringify(functionError),
    });
  }
  if (none !== undefined || invokeError) {
    return invocationSchema.parse({
      outcome: invokeError?.afterMs === undefined ? "not-run" : "timed-out",
    });
  }
  return invocationSchema.parse({ outcome: "returned", payload: JSON.stringify(payload) });
}

function responseTo(vector: Vector): Response {
  return gateways[vector.gateway].respond(invocationOf(vector), arrivalOf(vector));
}

/** Bodies are compared as JSON where the vector says that the bytes are only likely. */
function comparable(body: string, vector: Vector): unknown {
  return vector.note?.includes("compare as JSON") ? JSON.parse(body) : body;
}

function expectHeaders(response: Response, vector: Vector): void {
  const exact = /-(case|casing|case-kept)$/.test(vector.id);
  const normal = (name: string): string => (exact ? name : name.toLowerCase());
  const valuesOf = (name: string): string[] =>
    response.headers.filter(([other]) => normal(other) === normal(name)).map(([, value]) => value);
  for (const [name, value] of Object.entries(vector.expect.headers)) {
    expect(valuesOf(name), name).toEqual(Array.isArray(value) ? value : [value]);
  }
  for (const name of vector.expect.headersAbsent ?? []) expect(valuesOf(name), name).toEqual([]);
}

function expectLogLines(log: readonly string[], lines: readonly string[]): void {
  let from = 0;
  for (const line of lines) {
    const pattern = line.split(/\{id\}|\{n\}|\{payload\}/).map(escaped);
    const at = log.findIndex(
      (actual, index) => index >= from && new RegExp(`^${pattern.join(".*")}$`, "s").test(actual),
    );
    expect(at, line).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

function expectAccessLog(response: Response, vector: Vector): void {
  for (const [name, value] of Object.entries(vector.expect.accessLog ?? {})) {
    const pattern = value.split("{id}").map(escaped).join(".*");
    expect(response.accessLog?.[name], name).toMatch(new RegExp(`^${pattern}$`, "s"));
  }
}

const contradicted = vectors.filter(({ note }) => note?.startsWith("CONTRADICTED"));
const valid = vectors.filter((vector) => !contradicted.includes(vector));

describe("what is known of AWS comes out of the gateways", () => {
  test.each(valid.map((vector) => [`${vector.id} (${vector.source})`, vector] as const))(
    "%s",
    (_, vector) => {
      const response = responseTo(vector);
      expect(response.status).toBe(vector.expect.status);
      if (vector.expect.body !== undefined) {
        expect(comparable(response.body, vector)).toEqual(comparable(vector.expect.body, vector));
      }
      if (vector.expect.bodyBase64 !== undefined) {
        expect(response.bodyBase64).toBe(vector.expect.bodyBase64);
      }
      expectHeaders(response, vector);
      expectLogLines(response.log, vector.expect.log ?? []);
      expectAccessLog(response, vector);
    },
  );

  test.each(contradicted.map((vector) => [`${vector.id} (${vector.source})`, vector] as const))(
    "%s is contradicted by a stronger fact",
    (_, vector) => {
      expect(responseTo(vector).body).not.toBe(vector.expect.body);
    },
  );
});
