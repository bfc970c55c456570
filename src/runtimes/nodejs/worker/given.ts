import type { Task } from "../../../sandbox/task";
import type { Edit } from "./modules/edited-source";

/** What the page sends to the worker. */
export interface Given {
  readonly task: Task;
  /** Scripts of the parts that the code asks for and not every process has. */
  readonly parts: readonly string[];
  /** Edits that come before TypeScript's types are taken away, by the file's path. */
  readonly lowered: Readonly<Record<string, readonly Edit[]>>;
}
