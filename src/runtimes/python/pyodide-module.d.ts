declare module "pyodide/pyodide.asm.mjs" {
  type Configuration = NonNullable<Parameters<typeof import("pyodide").loadPyodide>[0]>;

  /** Makes the WebAssembly module that CPython consists of. */
  const createModule: NonNullable<Configuration["createPyodideModule"]>;
  export default createModule;
}
