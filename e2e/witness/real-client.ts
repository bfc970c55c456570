import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WitnessedHandler } from "./handlers";

/** The versions of AWS's client, with the file that starts each. */
const clients = {
  "3": fileURLToPath(new URL("aws-lambda-ric/3.3.0/index.mjs", import.meta.url)),
  "4": fileURLToPath(new URL("aws-lambda-ric/4.0.2/index.mjs", import.meta.url)),
} as const;
export type ClientVersion = keyof typeof clients;

/** What a call of the handler came to: the first post that counts, or the process's exit. */
export interface Witnessed {
  readonly outcome: "response" | "error" | "exit";
  /** The posted text; the exit status. */
  readonly text: string;
  readonly contentType?: string;
  /** What was written on standard output, paths as on Lambda. */
  readonly logs: readonly string[];
  /** What was written on standard error. */
  readonly stderr: readonly string[];
}

/** A post for an invocation, or its process's exit. */
type Ending = Omit<Witnessed, "logs" | "stderr">;

const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));
const start = fileURLToPath(new URL("start-client.mjs", import.meta.url));
const requestId = "11111111-2222-4333-8444-555555555555";
const mostMs = 10_000;
const flags = ["--no-experimental-require-module", "--no-experimental-detect-module"];

function deploy(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "why502-task-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(packages, join(root, "node_modules"));
  return root;
}

function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (!stream) return Promise.resolve("");
  return new Promise((resolve) => {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("end", () => resolve(text));
  });
}

/** A Runtime API on loopback with one invocation. `onFreeze` hears that a second one is asked for. */
async function openRuntimeApi(event: string, onPost: (post: Ending) => void, onFreeze: () => void) {
  let asked = 0;
  const headers = {
    "content-type": "application/json",
    "lambda-runtime-aws-request-id": requestId,
    "lambda-runtime-deadline-ms": `${Date.now() + 3000}`,
    "lambda-runtime-invoked-function-arn":
      "arn:aws:lambda:us-east-1:123456789012:function:my-function",
    "lambda-runtime-trace-id": "Root=1-5e1b4151-5ac6c58dc39a1c4f2ebbf9fe;Sampled=0",
  };
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.endsWith("/invocation/next")) {
      asked += 1;
      if (asked > 1) onFreeze();
      else response.writeHead(200, headers).end(event);
      return;
    }
    const text = await textOf(request);
    const failure = request.trailers["lambda-runtime-function-error-body"];
    const contentType = request.headers["content-type"];
    const isError = request.url?.endsWith("/error") || failure !== undefined;
    onPost({
      outcome: isError ? "error" : "response",
      text: typeof failure === "string" ? Buffer.from(failure, "base64").toString() : text,
      ...(contentType === undefined ? {} : { contentType }),
    });
    response.writeHead(202).end("{}");
  }
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function environmentOf(root: string, port: number, handler: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    TZ: ":UTC",
    AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
    AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING: "1",
    AWS_LAMBDA_FUNCTION_NAME: "my-function",
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
    AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/my-function",
    AWS_LAMBDA_LOG_STREAM_NAME: "stream",
    AWS_REGION: "us-east-1",
    LAMBDA_TASK_ROOT: root,
    _HANDLER: handler,
  };
}

/** Calls a handler through AWS's own client, in a process of its own, against a Runtime API on loopback. */
export async function callRealClient(
  version: ClientVersion,
  { files, handler = "index.handler", event = {}, environment = {} }: WitnessedHandler,
): Promise<Witnessed> {
  const root = deploy(files);
  let first: Ending | undefined;
  const note = (post: Ending) => {
    first ??= post;
  };
  let stop = (): void => {};
  const api = await openRuntimeApi(JSON.stringify(event), note, () => stop());
  const known = flags.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag));
  const child = spawn(process.execPath, [...known, start, clients[version], version], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...environmentOf(root, api.port, handler), ...environment },
  });
  stop = () => void child.kill("SIGKILL");
  const timer = setTimeout(stop, mostMs);
  const [stdout, stderr, posted, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    textOf(child.stdio[3] as NodeJS.ReadableStream),
    new Promise<number | null>((resolve) => child.on("exit", resolve)),
  ]);
  clearTimeout(timer);
  api.close();
  rmSync(root, { recursive: true, force: true });

  for (const line of posted.split("\n").filter(Boolean)) {
    const { kind, text }: { kind: "response" | "error"; text: string } = JSON.parse(line);
    note({ outcome: kind, text });
  }
  const asOnLambda = (text: string) =>
    text
      .replaceAll(root, "/var/task")
      .replaceAll(clients[version], "/var/runtime/index.mjs")
      .replaceAll(start, "/var/runtime/start-client.mjs");
  const linesOf = (output: string) => asOnLambda(output).split("\n").filter(Boolean);
  const { text, ...ended } = first ?? { outcome: "exit" as const, text: `${status}` };
  return { ...ended, text: asOnLambda(text), logs: linesOf(stdout), stderr: linesOf(stderr) };
}
