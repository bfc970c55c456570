import type { Task } from "../../../../sandbox/task";
import { environmentOf } from "../../../lambda-environment";
import { majorVersion } from "./versions";

/** The environment variables of a Node.js function's process. */
export function nodejsEnvironment(task: Task): Record<string, string> {
  const major = majorVersion(task.runtime);
  return environmentOf(task, {
    NODE_PATH: `/opt/nodejs/node${major}/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task`,
  });
}
