import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const shim = (name: string) =>
  fileURLToPath(new URL(`worker/parts/shims/${name}.ts`, import.meta.url));

/** What npm packages that are bundled into the Node.js worker get instead of what they ask for. */
export const nodejsAliases: readonly { readonly find: RegExp; readonly replacement: string }[] = [
  // The build for import() is WebAssembly, which a worker without it cannot compile.
  { find: /^cjs-module-lexer$/, replacement: require.resolve("cjs-module-lexer") },
  {
    find: /^readable-stream$/,
    replacement: require.resolve("readable-stream/lib/ours/browser.js"),
  },
  { find: /^buffer$/, replacement: shim("buffer") },
  { find: /^events$/, replacement: shim("events") },
  { find: /^process\/$/, replacement: shim("process") },
  { find: /^string_decoder\/$/, replacement: shim("string-decoder") },
  { find: /^abort-controller$/, replacement: shim("globals") },
];
