/** The files that the page hands to the interpreter's worker, by what they are. */
export const interpreterFiles = ["script", "wasm", "standardLibrary", "memory"] as const;
export type InterpreterFile = (typeof interpreterFiles)[number];

/** Where a file is served, and how many bytes it has there, compressed by gzip. */
export interface ServedFile {
  readonly url: string;
  readonly size: number;
}
