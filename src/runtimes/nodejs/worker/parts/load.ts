import { runScript, scriptUrl } from "../worker-scope";
import type { Compile, Lent, Stubs } from "./lent";

/** What the parts of a runtime bring. */
export interface Parts {
  readonly modules: Map<string, () => object>;
  readonly packages: Map<string, () => object>;
  stubs?: Stubs;
  compile?: Compile;
}

/**
 * Loads parts of the runtime that the page sent along with the task, given as scripts. Adds what they
 * bring to the parts given.
 */
export function loadParts(scripts: readonly string[], lent: Lent, parts: Parts): void {
  const provide = (given: Readonly<Record<string, () => object>>) => {
    for (const [name, make] of Object.entries(given)) parts.modules.set(name, make);
  };
  Object.defineProperty(globalThis, "part", {
    configurable: true,
    value: {
      lent,
      provide,
      providePackages: (given: Readonly<Record<string, () => object>>) => {
        for (const [specifier, make] of Object.entries(given)) parts.packages.set(specifier, make);
      },
      provideStubs: (stubs: Stubs) => {
        parts.stubs = stubs;
      },
      provideCompiler: (compile: Compile) => {
        parts.compile = compile;
      },
    },
  });
  try {
    for (const script of scripts) runScript(scriptUrl(script));
  } finally {
    Reflect.deleteProperty(globalThis, "part");
  }
}
