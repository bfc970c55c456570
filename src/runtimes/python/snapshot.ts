import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { startInterpreter } from "./interpreter.ts";
import type { InterpreterFile } from "./interpreter-files.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const sources = fileURLToPath(new URL("interpreter/", import.meta.url));
const makings = ["interpreter.ts", "snapshot.ts"].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);
const packageRoot = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const cache = fileURLToPath(
  new URL("../../../node_modules/.cache/python-interpreter/", import.meta.url),
);

/** Where the sources lie inside the interpreter; tracebacks leave out what comes from there. */
const home = "/why502";

/** The Python sources of the emulated runtime: paths on disk. */
export async function pythonSources(): Promise<string[]> {
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The memory of an interpreter that has imported the emulated runtime. */
async function makeMemory(): Promise<Uint8Array> {
  const interpreter = await startInterpreter();
  for (const source of await pythonSources()) {
    const path = `${home}/lambda_runtime/${relative(sources, source)}`;
    interpreter.FS.mkdirTree(dirname(path));
    interpreter.FS.writeFile(path, await readFile(source));
  }
  interpreter.runPython(`
import gc, sys
sys.path.insert(0, "${home}")
import lambda_runtime
sys.path.remove("${home}")
gc.collect()
gc.freeze()
`);
  return interpreter.makeMemorySnapshot();
}

const makers: Readonly<Record<InterpreterFile, () => Promise<Uint8Array>>> = {
  script: () => readFile(join(packageRoot, "pyodide.asm.mjs")),
  wasm: () => readFile(join(packageRoot, "pyodide.asm.wasm")),
  standardLibrary: () => readFile(join(packageRoot, "python_stdlib.zip")),
  memory: makeMemory,
};

/** Names the state of all that a kept file is made from. */
async function stateOfSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const path of [join(packageRoot, "package.json"), ...makings, ...(await pythonSources())]) {
    hash.update(path.slice(path.lastIndexOf("/"))).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 16);
}

async function keep(file: InterpreterFile, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${process.pid}`;
  await writeFile(written, await compress(await makers[file](), { level: 6 }));
  await rename(written, path);
}

/** Makes a file unless it has been made of the same sources before. Its path on disk; it is compressed by gzip. */
export async function makeInterpreterFile(file: InterpreterFile): Promise<string> {
  const path = join(cache, await stateOfSources(), `${file}.bin`);
  if (!existsSync(path)) await keep(file, path);
  return path;
}

/** The memory of an interpreter that has imported the emulated runtime, kept where it can be. */
export async function readMemory(): Promise<Uint8Array> {
  return decompress(await readFile(await makeInterpreterFile("memory")));
}
