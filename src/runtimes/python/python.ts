import type { EmulatedRuntime } from "../../sandbox/sandbox";
import { type InterpreterFile, interpreterFiles, type ServedFile } from "./interpreter-files";

/** The version of the one CPython that stands for all of Lambda's Python runtimes. */
export const cpythonVersion = "3.14";

/** Hears how much of the interpreter has been loaded, in bytes. */
export type LoadListener = (loaded: number, total: number) => void;

type Files = Record<InterpreterFile, Blob>;

/** Fetches a file and unpacks it. Rejects when the site does not give it. */
async function fetchFile({ url }: ServedFile, onChunk: (size: number) => void): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok || !response.body)
    throw new Error(`${url} was answered with ${response.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    onChunk(read.value.byteLength);
    chunks.push(read.value);
  }
  const packed = new Blob(chunks).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).blob();
}

async function fetchInterpreter(onLoad: LoadListener): Promise<Files> {
  const { served } = await import("virtual:python-interpreter");
  const total = interpreterFiles.reduce((sum, file) => sum + served[file].size, 0);
  let loaded = 0;
  const fetched = await Promise.all(
    interpreterFiles.map(async (file): Promise<[InterpreterFile, Blob]> => {
      const blob = await fetchFile(served[file], (size) => {
        loaded += size;
        onLoad(loaded, total);
      });
      return [file, blob];
    }),
  );
  return Object.fromEntries(fetched) as Files;
}

/**
 * The managed Python runtimes, `python3.9` to `python3.14`: one CPython for all, loaded from the site
 * when it is first needed. `onLoad` hears of its progress then.
 */
export function createPython(onLoad: LoadListener = () => {}): EmulatedRuntime {
  let loading: Promise<Files> | undefined;

  function load(): Promise<Files> {
    loading ??= fetchInterpreter(onLoad).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return {
    worker: async () => {
      const [{ text }, files] = await Promise.all([import("./worker?bundled"), load()]);
      return { script: text, files, compilesWasm: true };
    },
    write: async (task) => JSON.stringify(task),
    leastRealTimeMs: 5_000,
  };
}
