import type { ObservedInvocation } from "../../src/invocation/invocation";
import { nodejs } from "../../src/runtimes/nodejs/nodejs";
import { createPython } from "../../src/runtimes/python/python";
import { openCell } from "../../src/sandbox/cell";
import { limitsOf } from "../../src/sandbox/limits";
import { plainPythonTask, plainTask } from "../../src/sandbox/plain-task";
import { createSandbox, type EmulatedRuntime, type Sandbox } from "../../src/sandbox/sandbox";
import type { Task } from "../../src/sandbox/task";

/** What end-to-end tests call in the page: the room's own functions, without any user interface. */
export interface Harness {
  readonly sandbox: Sandbox;
  /** Runs a task in Node.js; what is left out is as in a function that nobody configured. */
  readonly runNode: (task: Partial<Task>) => Promise<ObservedInvocation>;
  /** Runs a task in Python; what is left out is as in a function that nobody configured. */
  readonly runPython: (task: Partial<Task>) => Promise<ObservedInvocation>;
  readonly stop: () => void;
  /** Runs a script of the test's own in the place of a runtime's worker; what it posts until "done". */
  readonly runScript: (script: string) => Promise<readonly string[]>;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const sandbox = createSandbox(document);
let stop = (): void => {};

const python = createPython();

function run(runtime: EmulatedRuntime, task: Task): Promise<ObservedInvocation> {
  const started = sandbox.run(runtime, task);
  stop = started.stop;
  return started.invocation;
}

function runScript(script: string): Promise<readonly string[]> {
  const announced = `postMessage('"ready"');\n${script}`;
  const cell = openCell(document, { script: announced }, limitsOf(3000));
  const heard: string[] = [];
  return new Promise((resolve) => {
    const end = () => {
      cell.close();
      resolve(heard);
    };
    cell.listen((text) => {
      if (text === '"ready"') cell.start("start", 25_000);
      else heard.push(text);
      if (text === '"done"' || text.includes('"stopped"')) end();
    });
  });
}

window.harness = {
  runScript,
  sandbox,
  runNode: (task) => run(nodejs, { ...plainTask, ...task }),
  runPython: (task) => run(python, { ...plainPythonTask, ...task }),
  stop: () => stop(),
};
