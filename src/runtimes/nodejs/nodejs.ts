import type { EmulatedRuntime } from "../../sandbox/sandbox";
import type { Task } from "../../sandbox/task";
import { packagesOf } from "./packages";
import { partsOf } from "./parts";
import { loweringOf } from "./typescript/lowering";
import type { Given } from "./worker/given";

async function loweredIn({ files }: Task): Promise<Given["lowered"]> {
  const edits = await Promise.all(files.map(async (file) => [file.path, await loweringOf(file)]));
  return Object.fromEntries(edits);
}

/** The task with what runtimes up to `nodejs16.x` bring along: version 2 of the AWS SDK. */
function withOwnPackages(task: Task): Task {
  const major = /^nodejs(\d+)\.x$/.exec(task.runtime)?.[1] ?? "22";
  if (Number(major) > 16) return task;
  return { ...task, stubs: { "aws-sdk": { answers: "default" }, ...task.stubs } };
}

async function givenFor(task: Task): Promise<Given> {
  const [parts, packages, lowered] = await Promise.all([
    partsOf(task),
    packagesOf(task),
    loweredIn(task),
  ]);
  return { task, parts, packages, lowered };
}

/** The managed Node.js runtimes, `nodejs18.x` and later. */
export const nodejs: EmulatedRuntime = {
  worker: async () => ({ script: (await import("./worker/start?bundled")).text }),
  write: async (task) => JSON.stringify(await givenFor(withOwnPackages(task))),
};
