import { loadPyodide, type PyodideAPI } from "pyodide";

export type Interpreter = PyodideAPI;

/** How the interpreter is started, the same for the snapshot of its memory and for its return. */
const configuration = {
  // No packages; the version of the binary interface has to be the interpreter's own.
  lockFileContents: JSON.stringify({ info: { abi_version: "2026_0" }, packages: {} }),
  packageBaseUrl: "/",
  env: { HOME: "/tmp", TZ: "UTC" },
};

type Configuration = NonNullable<Parameters<typeof loadPyodide>[0]>;

/** What the package gives as files. Left out in Node.js, where it finds them itself. */
export type PackageFiles = Pick<Configuration, "indexURL" | "createPyodideModule">;

/** Starts CPython anew, in a way that its memory can be kept. Takes seconds. */
export function startInterpreter(): Promise<Interpreter> {
  return loadPyodide({ ...configuration, _makeSnapshot: true });
}

/** CPython as it was when its memory was kept. */
export function restoreInterpreter(
  memory: Uint8Array,
  files: PackageFiles = {},
): Promise<Interpreter> {
  return loadPyodide({ ...configuration, ...files, _loadSnapshot: memory });
}
