declare module "virtual:python-interpreter" {
  import type { InterpreterFile, ServedFile } from "./interpreter-files";

  /** The interpreter's files as the site serves them. */
  export const served: Readonly<Record<InterpreterFile, ServedFile>>;
}
