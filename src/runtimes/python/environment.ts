import type { Task } from "../../sandbox/task";

/** The environment variables of a Python function's process: those that Lambda sets, then the function's own. */
export function environmentOf(task: Task): Record<string, string> {
  return {};
}
