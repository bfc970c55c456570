import type { Task } from "../../../sandbox/task";
import type { Edit } from "./modules/edited-source";

/** A script that brings npm packages, and the specifiers that it is run for. */
export interface GivenPackages {
  /** What they are called together, with their version: `Express 4`. */
  readonly title: string;
  readonly specifiers: readonly string[];
  readonly script: string;
}

/** What the page sends to the worker. */
export interface Given {
  readonly task: Task;
  /** Scripts of the parts that the code asks for and not every process has. */
  readonly parts: readonly string[];
  /** The npm packages that the code asks for and that really run here. */
  readonly packages: readonly GivenPackages[];
  /** Edits that come before TypeScript's types are taken away, by the file's path. */
  readonly lowered: Readonly<Record<string, readonly Edit[]>>;
}
