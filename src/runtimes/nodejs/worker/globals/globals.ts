import { Buffer } from "../modules/buffer";
import { defineProperty, deleteProperty, getPrototypeOf, ownKeys } from "../primordials";
import { isGlobalOfNode, membersSince } from "./node-globals";

const objectPrototype = Object.prototype;
const eventTargetPrototype = EventTarget.prototype;
const newestMajor = 24;

/** Holders of the worker's own members: the global object and what it inherits, but not EventTarget. */
function* globalHolders(): Generator<object> {
  for (
    let holder: object | null = globalThis;
    holder && holder !== objectPrototype && holder !== eventTargetPrototype;
    holder = getPrototypeOf(holder)
  ) {
    yield holder;
  }
}

/** Makes a global that looks like one of Node.js's: writable, and not enumerable. */
export function defineGlobal(name: PropertyKey, value: unknown): void {
  defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

/** Removes from the worker's global scope all that only browsers have: messaging, network, storage. */
export function removeBrowserGlobals(): void {
  for (const holder of globalHolders()) {
    for (const name of ownKeys(holder)) {
      if (typeof name === "string" && isGlobalOfNode(name, newestMajor)) continue;
      if (!deleteProperty(holder, name)) continue;
    }
  }
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) {
    defineGlobal(name, undefined);
  }
  for (const name of ["TEMPORARY", "PERSISTENT"]) {
    if (name in globalThis) defineGlobal(name, undefined);
  }
  deleteProperty(eventTargetPrototype, "when");
  defineGlobal("constructor", Object);
  defineProperty(globalThis, Symbol.toStringTag, { value: "global", configurable: true });
  defineGlobal("global", globalThis);
  defineGlobal("Buffer", Buffer);
}

function holderOf(path: string): object | undefined {
  let holder: unknown = globalThis;
  for (const name of path.split(".")) {
    if ((typeof holder !== "object" || holder === null) && typeof holder !== "function") return;
    holder = Reflect.get(holder, name);
  }
  return typeof holder === "object" || typeof holder === "function"
    ? (holder ?? undefined)
    : undefined;
}

/** Removes what Node.js of this major version does not have yet. */
export function removeNewerThan(major: number): void {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (isGlobalOfNode(name, newestMajor) && !isGlobalOfNode(name, major)) {
      deleteProperty(globalThis, name);
    }
  }
  for (const [since, path, ...names] of membersSince) {
    const holder = major < since ? holderOf(path) : undefined;
    if (holder) for (const name of names) deleteProperty(holder, name);
  }
}
