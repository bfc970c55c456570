import type EventEmitter from "events/events.js";
import type { wrongType } from "../modules/argument-errors";
import type { Buffer } from "../modules/buffer";
import type { EditedSource } from "../modules/edited-source";
import type { nodeError } from "../modules/node-errors";
import type { Problem } from "../modules/syntax-error";
import type { Outside } from "../outside";

/** What the worker lends to a part: what must be the same everywhere. */
export interface Lent {
  readonly Buffer: typeof Buffer;
  readonly EventEmitter: typeof EventEmitter;
  readonly nodeError: typeof nodeError;
  readonly wrongType: typeof wrongType;
  readonly getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Notes that the code reached for what cannot be here. */
  readonly noteBeyondReach: (what: string) => void;
  /** A built-in module of the process. */
  readonly builtin: (name: string) => object;
  /** Runs a callback as the end of an I/O operation. */
  readonly poll: (callback: () => void) => void;
  readonly outside: Outside;
  /** Whether a value is a stand-in for something that is not here. */
  readonly isStandIn: (value: unknown) => boolean;
  /** Notes that a value is a stand-in. */
  readonly noteStandIn: (value: object) => void;
  /** What stands in for a package; undefined where nothing is known of it. */
  readonly standIn: (specifier: string) => object | undefined;
}

/** What a part of the runtime finds when it is loaded, under the name `part`. */
export interface PartScope {
  readonly lent: Lent;
  /** Modules that the part brings, by name; each is made when it is first asked for. */
  readonly provide: (modules: Readonly<Record<string, () => object>>) => void;
  /** npm packages that really run, by specifier; each is made when it is first asked for. */
  readonly providePackages: (packages: Readonly<Record<string, () => object>>) => void;
  readonly provideStubs: (stubs: Stubs) => void;
  readonly provideCompiler: (compile: Compile) => void;
}

/** The JavaScript that was made of TypeScript, line by line; as it was where it does not parse. */
export interface Compiled extends EditedSource {
  readonly problem?: Problem;
}

/** TypeScript's text to JavaScript's, as an ES module or as CommonJS. */
export type Compile = (text: string, path: string, isModule: boolean) => Compiled;

/** What stands in for what is outside the process. */
export interface Stubs {
  /** A stand-in for a package; undefined for one that is not known. */
  readonly moduleOf: (specifier: string) => object | undefined;
  /** A stand-in for a file that the package has and the submission does not. */
  readonly fileOf: (specifier: string) => object;
  readonly fetch: unknown;
}

declare global {
  var part: PartScope;
}

export const { lent, provide, providePackages, provideStubs, provideCompiler } = globalThis.part;
