import { loadPyodide, type PyodideAPI } from "pyodide";

export type Interpreter = PyodideAPI;

type Configuration = NonNullable<Parameters<typeof loadPyodide>[0]>;
type CreateModule = NonNullable<Configuration["createPyodideModule"]>;

/** How the interpreter is started, the same for the snapshot of its memory and for its return. */
const configuration: Configuration = {
  // No packages; the version of the binary interface has to be the interpreter's own.
  lockFileContents: JSON.stringify({ info: { abi_version: "2026_0" }, packages: {} }),
  packageBaseUrl: "/",
  env: { HOME: "/tmp" },
  _sysExecutable: "/var/lang/bin/python3",
};

/** Starts CPython anew, in a way that its memory can be kept. Takes seconds. */
export function startInterpreter(): Promise<Interpreter> {
  return loadPyodide({ ...configuration, _makeSnapshot: true });
}

const chunk = 2 ** 20;

/** Makes a module whose memory has room for this many bytes: it grows when it hands out some. */
function withRoomFor(size: number, createModule: CreateModule): CreateModule {
  return async (settings) => {
    const module = await createModule(settings);
    const heap = module as unknown as { HEAP8: Int8Array; _malloc: (size: number) => number };
    while (heap.HEAP8.length < size) heap._malloc(chunk);
    return module;
  };
}

/**
 * CPython as it was when its memory was kept. `createModule` is the default export of the package's
 * `pyodide.asm.mjs`, `indexURL` where the package finds its other files.
 */
export function restoreInterpreter(
  memory: Uint8Array,
  createModule: CreateModule,
  indexURL?: string,
): Promise<Interpreter> {
  return loadPyodide({
    ...configuration,
    ...(indexURL === undefined ? {} : { indexURL }),
    createPyodideModule: withRoomFor(memory.length, createModule),
    _loadSnapshot: memory,
  });
}
