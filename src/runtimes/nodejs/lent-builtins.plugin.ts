import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const prefix = "\0lent:";
const lent = fileURLToPath(new URL("worker/parts/lent.ts", import.meta.url));

/** Vite's name of a module that a package leaves out in browsers. */
const leftOut = /^\0?__vite-browser-external/;

/**
 * Gives npm packages that run in the worker the emulated process's modules for Node.js's own. What a
 * package leaves out in browsers does nothing when it is called.
 */
export function lentBuiltins(): Plugin {
  return {
    name: "lent-builtins",
    enforce: "pre",
    resolveId(source, importer) {
      const name = source.replace(/^node:/, "");
      const isPackage = importer?.includes("/node_modules/");
      return isPackage && builtinModules.includes(name) ? `${prefix}${name}.cjs` : undefined;
    },
    load(id) {
      if (leftOut.test(id)) return "module.exports = function () {};";
      if (!id.startsWith(prefix)) return undefined;
      const name = JSON.stringify(id.slice(prefix.length, -".cjs".length));
      return `module.exports = require(${JSON.stringify(lent)}).lent.builtin(${name});`;
    },
  };
}
