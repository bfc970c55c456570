import { defineConfig } from "@playwright/test";
import { chromiumPath, provideChromium } from "./e2e/browser";

const isWorker = process.env.TEST_WORKER_INDEX !== undefined;
if (!isWorker) provideChromium();

const executablePath = chromiumPath();

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  // A browser that starves on a busy machine gets one more try there; the run tells of it.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? "line" : "list",
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    },
  },
  projects: [
    { name: "journeys", testIgnore: "speed.spec.ts" },
    // One after the other, once nothing else runs.
    {
      name: "speed",
      testMatch: "speed.spec.ts",
      dependencies: ["journeys"],
      fullyParallel: false,
    },
  ],
  webServer: [
    {
      command: "npx vite preview --host 127.0.0.1 --port 4502 --strictPort",
      url: "http://127.0.0.1:4502/",
      reuseExistingServer: !process.env.CI,
    },
    {
      command: "npx vite --host 127.0.0.1 --port 4503 --strictPort",
      url: "http://127.0.0.1:4503/e2e/harness/",
      reuseExistingServer: !process.env.CI,
    },
  ],
});
