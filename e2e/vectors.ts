import causes from "./vectors/causes.json" with { type: "json" };
import seeds from "./vectors/seeds.json" with { type: "json" };

/** A pasted text with the diagnosis that the page must give. `status: null` asserts none. */
export interface Vector {
  id: string;
  kind: string;
  language: string;
  gateway: string;
  runtime?: string;
  input?: string;
  files?: { path: string; text: string }[];
  event?: { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  conditions?: object;
  stubs?: object;
  expect: { status: number | null; causes: string[]; body?: string };
  role?: string;
}

/** Every answer of the founding questions, and texts that people paste, each with its diagnosis. */
export const seedVectors: readonly Vector[] = seeds as Vector[];
export const causeVectors: readonly Vector[] = causes as Vector[];

const languages: Readonly<Record<string, { language: string; path: string }>> = {
  javascript: { language: "javascript", path: "index.js" },
  "js-cjs": { language: "javascript", path: "index.js" },
  "js-esm": { language: "javascript", path: "index.mjs" },
  typescript: { language: "typescript", path: "index.ts" },
  python: { language: "python", path: "lambda_function.py" },
  go: { language: "go", path: "main.go" },
  csharp: { language: "csharp", path: "Function.cs" },
  java: { language: "java", path: "Handler.java" },
  ruby: { language: "ruby", path: "lambda_function.rb" },
};

/** The vector as a submission, with only what it gives. */
export function submissionOf(vector: Vector): { kind: string } & Record<string, unknown> {
  const { kind, gateway, runtime, event, conditions, stubs, input = "" } = vector;
  const source = languages[vector.language];
  const files = vector.files ?? [{ path: source?.path ?? "index.js", text: input }];
  return {
    kind,
    gateway,
    ...(kind === "code" ? { files, language: source?.language } : { text: input }),
    ...(runtime ? { runtime } : {}),
    ...(event
      ? {
          request: {
            ...(event.method ? { method: event.method } : {}),
            ...(event.path ? { path: event.path } : {}),
            ...(event.headers ? { headers: Object.entries(event.headers) } : {}),
            ...(event.body ? { body: event.body } : {}),
          },
        }
      : {}),
    ...(conditions ? { conditions } : {}),
    ...(stubs ? { stubs } : {}),
  };
}
