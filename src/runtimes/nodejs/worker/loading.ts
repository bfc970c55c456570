import EventEmitter from "events/events.js";
import { type Builtins, createBuiltins } from "./builtins/index";
import type { HandlerLoader } from "./client/load-handler";
import type { Given } from "./given";
import { noteBeyondReach } from "./globals/evaluation";
import { plainWebCrypto } from "./globals/web-crypto";
import type { Lifetime } from "./lifetime";
import { wrongType } from "./modules/argument-errors";
import { Buffer } from "./modules/buffer";
import { createCommonJs, type ModuleHost } from "./modules/commonjs";
import { createEsModules } from "./modules/es-modules";
import { nodeError } from "./modules/node-errors";
import { type Deployed, deploy } from "./modules/typescript";
import type { Observed } from "./observer";
import { createOutside } from "./outside";
import type { Lent } from "./parts/lent";
import { loadParts, type Parts } from "./parts/load";
import { append } from "./primordials";
import { majorVersion } from "./process/versions";

/** What a process can load: its package, Node.js's own modules, stand-ins for packages. */
export interface Loading {
  readonly loader: HandlerLoader;
  readonly builtin: (name: string) => object;
  /** `crypto` of Web Crypto. */
  readonly webCrypto: unknown;
  /** What stands in for `fetch`, where the code asks for it. */
  readonly fetch: unknown;
}

/** The objects that a process's globals and its modules share. */
export interface SharedObjects {
  readonly console: object;
  readonly performance: object;
}

/** Sets up what a process can load. */
export function createLoading(
  given: Given,
  lifetime: Lifetime,
  observed: Observed,
  shared: SharedObjects,
): Loading {
  const { task } = given;
  const major = majorVersion(task.runtime);
  const { clock, loop, process } = lifetime;
  const files = new Map<string, string>();
  const parts: Parts = { modules: new Map(), packages: new Map() };
  const standIns = new WeakSet<object>();
  let origins: Deployed["origins"] = new Map();

  const standIn = (specifier: string) => parts.stubs?.moduleOf(specifier);

  /** A package that really runs; undefined where it is not here, or the submission answers for it. */
  function packageOf(specifier: string): object | undefined {
    if (lent.outside.stubOf(specifier)) return undefined;
    const bringing = given.packages.find(({ specifiers }) => specifiers.includes(specifier));
    if (!bringing) return undefined;
    if (!parts.packages.has(specifier)) {
      clock.outside(() => loadParts([bringing.script], lent, parts));
      append(observed.packages, bringing.title);
    }
    return parts.packages.get(specifier)?.();
  }

  const modules: ModuleHost = {
    files,
    provided: (specifier) => builtins(specifier.replace(/^node:/, "")) ?? builtins(specifier),
    standIn: (specifier) => packageOf(specifier) ?? standIn(specifier),
    isStubbed: (specifier) => lent.outside.stubOf(specifier) !== undefined,
    standInForFile: (specifier) => parts.stubs?.fileOf(specifier),
    originOf: (path) => origins.get(path),
    importDynamically: (specifier, from) => esModules.importDynamically(specifier, from),
    outsideTime: clock.outside,
    onSyntaxError: (place) => {
      observed.syntaxErrorAt ??= place;
    },
    warnOfModuleSyntax: (path) => console.error(moduleSyntaxWarning(process.pid, path, major)),
  };
  const commonJs = createCommonJs(modules);
  const esModules = createEsModules({
    ...modules,
    standInOf: commonJs.standInOf,
    requireFile: (path) => commonJs.load(path, null),
    track: loop.track,
    major,
  });
  const builtins: Builtins = createBuiltins({
    ...lifetime,
    ...shared,
    task,
    files,
    observed,
    requireOf: commonJs.requireOf,
    parts: parts.modules,
  });
  const builtin = (name: string): object => Object(builtins(name)?.());
  const lent: Lent = {
    Buffer,
    EventEmitter,
    nodeError,
    wrongType,
    builtin,
    getRandomValues: plainWebCrypto.getRandomValues,
    noteBeyondReach: (what) => noteBeyondReach(observed, what),
    poll: loop.poll,
    outside: createOutside(task.stubs, clock, loop, observed),
    isStandIn: (value) => standIns.has(Object(value)),
    noteStandIn: (value) => standIns.add(value),
    standIn,
  };
  loadParts(given.parts, lent, parts);

  const deployed = deploy(task.files, given.lowered, parts.compile);
  for (const [path, text] of deployed.files) files.set(path, text);
  origins = deployed.origins;

  const program = commonJs.rootModule("/var/runtime/index.mjs");
  return {
    builtin,
    webCrypto: parts.modules.has("crypto")
      ? Reflect.get(builtin("crypto"), "webcrypto")
      : plainWebCrypto,
    fetch: parts.stubs?.fetch,
    loader: {
      files,
      require: (path) => program.require(path),
      import: (path) => esModules.importDynamically(path, program.filename),
      requireByName: (name, folders) =>
        program.require(program.require.resolve(name, { paths: folders })),
    },
  };
}

/** What Node.js warns of when a CommonJS file has an ES module's syntax; its words changed with 22. */
function moduleSyntaxWarning(pid: number, path: string, major: number): string {
  const advice =
    major >= 22
      ? `Failed to load the ES module: ${path}. Make sure to set "type": "module" in the nearest package.json file or use the .mjs extension.`
      : 'To load an ES module, set "type": "module" in the package.json or use the .mjs extension.';
  const hint = "(Use `node --trace-warnings ...` to show where the warning was created)";
  return `(node:${pid}) Warning: ${advice}\n${hint}`;
}
