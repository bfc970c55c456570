import * as z from "zod/mini";
import { handlerNameIn } from "./handler-name";

/** The kinds of gateway that can stand in front of a function. */
export const gatewayKinds = ["rest", "rest-custom", "http1", "http2", "url", "alb"] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

/** The languages that a submission's code can be written in. */
export const languages = [
  "javascript",
  "typescript",
  "python",
  "go",
  "csharp",
  "java",
  "ruby",
] as const;
export type Language = (typeof languages)[number];

/** A file of the function's package: its path below /var/task and its text. */
const sourceFileSchema = z.object({ path: z.string(), text: z.string() });
export type SourceFile = z.infer<typeof sourceFileSchema>;

/** One header line as the client wrote it: name, value. */
const headerSchema = z.tuple([z.string(), z.string()]);
export type Header = z.infer<typeof headerSchema>;

/** What the client sends to the gateway. `query` is the raw text after `?`; `body` is text ("" for none). */
const requestSchema = z.object({
  method: z._default(z.string(), "GET"),
  path: z._default(z.string(), "/"),
  query: z._default(z.string(), ""),
  headers: z._default(z.array(headerSchema), [["accept", "*/*"]]),
  body: z._default(z.string(), ""),
});
export type Request = z.infer<typeof requestSchema>;

const textMapSchema = z.record(z.string(), z.string());

const integrationResponseSchema = z.object({
  statusCode: z.string(),
  selectionPattern: z.optional(z.string()),
  responseTemplates: z.optional(textMapSchema),
  responseParameters: z.optional(textMapSchema),
  contentHandling: z.optional(z.enum(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])),
});

const corsSchema = z.object({
  allowOrigins: z._default(z.array(z.string()), []),
  allowMethods: z._default(z.array(z.string()), []),
  allowHeaders: z._default(z.array(z.string()), []),
  exposeHeaders: z._default(z.array(z.string()), []),
  allowCredentials: z._default(z.boolean(), false),
  maxAge: z._default(z.number(), 0),
});

/**
 * What is configured on AWS around the handler, named as AWS names it; times in milliseconds.
 * `integrationTimeoutMs` or `stage` left out means the gateway's own default; an empty
 * `resourcePath` means that a route matching the whole path stands in front.
 */
const settingsSchema = z.object({
  functionTimeoutMs: z._default(z.number().check(z.minimum(1), z.maximum(900_000)), 3000),
  integrationTimeoutMs: z.optional(z.number().check(z.minimum(1))),
  memoryMb: z._default(z.number().check(z.minimum(128), z.maximum(32_768)), 128),
  environment: z._default(textMapSchema, {}),
  logFormat: z._default(z.enum(["Text", "JSON"]), "Text"),
  stage: z.optional(z.string()),
  basePath: z._default(z.string(), ""),
  resourcePath: z._default(z.string(), ""),
  stageVariables: z._default(textMapSchema, {}),
  binaryMediaTypes: z._default(z.array(z.string()), []),
  integrationType: z._default(z.enum(["AWS_PROXY", "AWS"]), "AWS_PROXY"),
  integrationHttpMethod: z._default(z.string(), "POST"),
  requestTemplates: z._default(textMapSchema, {}),
  passthroughBehavior: z._default(
    z.enum(["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]),
    "WHEN_NO_MATCH",
  ),
  contentHandling: z.optional(z.enum(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])),
  integrationResponses: z._default(z.array(integrationResponseSchema), [{ statusCode: "200" }]),
  methodResponses: z._default(z.array(z.string()), ["200"]),
  invokeMode: z._default(z.enum(["BUFFERED", "RESPONSE_STREAM"]), "BUFFERED"),
  multiValueHeaders: z._default(z.boolean(), false),
  cors: z.optional(corsSchema),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Trouble outside the code, to try out. */
const conditionsSchema = z.object({
  throttled: z._default(z.boolean(), false),
  permission: z._default(z.enum(["granted", "missing"]), "granted"),
  integrationTarget: z._default(z.enum(["function", "missing"]), "function"),
  route: z._default(z.enum(["matched", "missing"]), "matched"),
  authorizer: z._default(z.enum(["none", "denies", "throws", "unauthorized", "malformed"]), "none"),
  requestTooLarge: z._default(z.boolean(), false),
  clientGivesUpAfterMs: z.optional(z.number()),
});
export type Conditions = z.infer<typeof conditionsSchema>;

const stubSchema = z.discriminatedUnion("answers", [
  z.object({ answers: z.literal("value"), value: z.unknown() }),
  z.object({
    answers: z.literal("error"),
    error: z.object({ name: z.string(), message: z._default(z.string(), "") }),
  }),
  z.object({ answers: z.literal("never") }),
  z.object({ answers: z.literal("default") }),
]);
export type Stub = z.infer<typeof stubSchema>;

const writtenSubmissionSchema = z.object({
  v: z.literal(1),
  kind: z._default(z.enum(["code", "output", "log"]), "code"),
  files: z._default(z.array(sourceFileSchema).check(z.maxLength(200)), []),
  text: z._default(z.string(), ""),
  language: z._default(z.enum(languages), "javascript"),
  runtime: z.optional(z.string()),
  handler: z.optional(z.string()),
  gateway: z._default(z.enum(gatewayKinds), "rest"),
  request: z.optional(requestSchema),
  settings: z.optional(settingsSchema),
  conditions: z.optional(conditionsSchema),
  stubs: z._default(z.record(z.string(), stubSchema), {}),
});

/** All that the user handed in: files or text, and the settings, every default filled in. */
export interface Submission extends z.infer<typeof writtenSubmissionSchema> {
  runtime: string;
  handler: string;
  request: Request;
  settings: Settings;
  conditions: Conditions;
}

export type SubmissionKind = Submission["kind"];

const defaultRuntimes: Record<Language, string> = {
  javascript: "nodejs22.x",
  typescript: "nodejs22.x",
  python: "python3.13",
  go: "provided.al2023",
  csharp: "dotnet8",
  java: "java21",
  ruby: "ruby3.3",
};

const besideCode = /\.(?:json|ya?ml|tf|tfvars|md|txt)$/i;

/** The files that are code, rather than what configures or describes it. */
export function codeFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.filter(({ path }) => !besideCode.test(path));
}

/** The handler string that AWS's own console would propose for a package that begins with this code. */
export function defaultHandler(language: Language, files: readonly SourceFile[]): string {
  const [first] = codeFiles(files);
  const stem = first?.path.replace(/\.[^./]*$/, "");
  const name = handlerNameIn(language, first?.text ?? "");
  switch (language) {
    case "javascript":
    case "typescript":
      return `${stem ?? "index"}.${name}`;
    case "python":
    case "ruby":
      return `${stem ?? "lambda_function"}.${name}`;
    case "go":
      return "bootstrap";
    case "csharp":
      return "Function::Function::FunctionHandler";
    case "java":
      return "example.Handler::handleRequest";
    default:
      return language satisfies never;
  }
}

/** The runtime that a new function in this language gets, by AWS's identifier. */
export function defaultRuntime(language: Language): string {
  return defaultRuntimes[language];
}

/** Says where and why a value is not a submission. */
export class SubmissionError extends Error {
  override name = "SubmissionError";
}

/**
 * Parses a value of any origin (link, storage, file) into a submission with every default filled in.
 * Unknown members are left out. Throws SubmissionError naming the first offending member.
 */
export function parseSubmission(value: unknown): Submission {
  const parsed = writtenSubmissionSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.length ? issue.path.join(".") : "the submission";
    throw new SubmissionError(`${where}: ${issue?.message ?? "not a submission"}`);
  }
  const written = parsed.data;
  return {
    ...written,
    runtime: written.runtime ?? defaultRuntime(written.language),
    handler: written.handler ?? defaultHandler(written.language, written.files),
    request: written.request ?? requestSchema.parse({}),
    settings: written.settings ?? settingsSchema.parse({}),
    conditions: written.conditions ?? conditionsSchema.parse({}),
  };
}

function differingMembers(value: object, standard: object): Record<string, unknown> | undefined {
  const standardMembers = new Map(Object.entries(standard));
  const members = Object.entries(value).filter(
    ([name, member]) =>
      member !== undefined && JSON.stringify(member) !== JSON.stringify(standardMembers.get(name)),
  );
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** The submission as a link or report carries it: only what differs from the default, `v` first. */
export function writeSubmission(submission: Submission): Record<string, unknown> {
  const standard = parseSubmission({
    v: 1,
    language: submission.language,
    files: submission.files,
  });
  const members: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(submission)) {
    if (name === "v") continue;
    if (name === "request" || name === "settings" || name === "conditions") {
      members[name] = differingMembers(submission[name], standard[name]);
    } else if (name === "files") {
      members[name] = submission.files.length > 0 ? submission.files : undefined;
    } else if (name === "language") {
      members[name] = submission.language === "javascript" ? undefined : submission.language;
    } else {
      members[name] = differingMembers({ value }, { value: Reflect.get(standard, name) })?.value;
    }
  }
  return { v: 1, ...JSON.parse(JSON.stringify(members)) };
}
