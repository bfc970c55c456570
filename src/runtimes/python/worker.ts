import type { Message } from "../../sandbox/protocol";
import { restoreInterpreter } from "./interpreter";
import type { InterpreterFile } from "./interpreter-files";
import { serve } from "./serve";

/**
 * The worker of the Python runtimes. Takes the interpreter's files, says `ready` when it stands, takes
 * one task and plays it.
 */

type Files = Readonly<Record<InterpreterFile, Blob>>;

const home = "https://interpreter.invalid/";

function say(message: Message): void {
  self.postMessage(JSON.stringify(message));
}

/** The next message from the page. */
function nextMessage<Content>(): Promise<Content> {
  return new Promise((resolve) => {
    self.addEventListener("message", ({ data }: MessageEvent<Content>) => resolve(data), {
      once: true,
    });
  });
}

/** Answers what Pyodide fetches from the files at hand: there is no network. */
function answerFetches({ wasm, standardLibrary }: Files): void {
  const answers = new Map([
    [`${home}pyodide.asm.wasm`, () => new Response(wasm.slice(0, wasm.size, "application/wasm"))],
    [`${home}python_stdlib.zip`, () => new Response(standardLibrary)],
  ]);
  self.fetch = async (address) => answers.get(`${address}`)?.() ?? Response.error();
}

async function start(): Promise<void> {
  const files = await nextMessage<Files>();
  answerFetches(files);
  const script = URL.createObjectURL(files.script.slice(0, files.script.size, "text/javascript"));
  const [memory, module] = await Promise.all([
    files.memory.arrayBuffer(),
    import(/* @vite-ignore */ script),
  ]);
  const interpreter = await restoreInterpreter(new Uint8Array(memory), module.default, home);
  interpreter.pyimport("lambda_runtime").rehearse();
  const task = nextMessage<string>();
  say({ type: "ready" });
  serve(interpreter, JSON.parse(await task), say);
}

start().catch((error) => {
  setTimeout(() => {
    throw error;
  });
});
