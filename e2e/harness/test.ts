import { test as base } from "@playwright/test";
import type { ObservedInvocation } from "../../src/invocation/invocation";
import type { Task } from "../../src/sandbox/task";

/** The page that the development server gives for end-to-end tests of the rooms. */
export const harnessUrl = process.env.WHY502_HARNESS ?? "http://127.0.0.1:4503/e2e/harness/";

/** Runs a task in Node.js in the page; what is left out is as in a function that nobody configured. */
export type RunNode = (task: Partial<Task>) => Promise<ObservedInvocation>;

/** A test in a page that has the harness. */
export const test = base.extend<{ runNode: RunNode }>({
  runNode: async ({ page }, use) => {
    await page.goto(harnessUrl);
    await page.waitForFunction(() => "harness" in window);
    await use((task) => page.evaluate((given) => window.harness.runNode(given), task));
  },
});

export { expect } from "@playwright/test";
