import { defineConfig } from "@playwright/test";
import base from "../playwright.config";

/** Makes the README's pictures, of what was built. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "screenshots.ts",
  projects: [{ name: "screenshots" }],
  webServer: {
    command: "npx vite preview --host 127.0.0.1 --port 4502 --strictPort",
    cwd: "..",
    url: "http://127.0.0.1:4502/",
    reuseExistingServer: true,
  },
});
