import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { causePages } from "./src/causes/page.plugin.ts";

export default defineConfig({
  base: "./",
  plugins: [react(), causePages()],
  build: { target: "es2022", chunkSizeWarningLimit: 1500 },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
