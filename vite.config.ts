import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { causePages } from "./src/causes/page.plugin.ts";
import { nodejsAliases } from "./src/runtimes/nodejs/bundle-aliases.ts";
import { lentBuiltins } from "./src/runtimes/nodejs/lent-builtins.plugin.ts";
import { pythonInterpreter } from "./src/runtimes/python/interpreter.plugin.ts";
import { bundledTexts } from "./src/sandbox/bundled-text.plugin.ts";

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    causePages(),
    bundledTexts({ alias: nodejsAliases, plugins: [lentBuiltins()] }),
    pythonInterpreter(),
  ],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1500,
    license: { fileName: "licenses.md" },
  },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
