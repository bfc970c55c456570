import { test as base, type Page } from "@playwright/test";
import type { ObservedInvocation } from "../../src/invocation/invocation";
import type { Task } from "../../src/sandbox/task";

/** The page that the development server gives for end-to-end tests of the rooms. */
export const harnessUrl = process.env.WHY502_HARNESS ?? "http://127.0.0.1:4503/e2e/harness/";

/** Runs a task in the page; what is left out is as in a function that nobody configured. */
export type RunTask = (task: Partial<Task>) => Promise<ObservedInvocation>;

/** A test in a page that has the harness. */
export const test = base.extend<{ harnessPage: Page; runNode: RunTask; runPython: RunTask }>({
  harnessPage: async ({ page }, use) => {
    await page.goto(harnessUrl);
    await page.waitForFunction(() => "harness" in window);
    await use(page);
  },
  runNode: async ({ harnessPage }, use) => {
    await use((task) => harnessPage.evaluate((given) => window.harness.runNode(given), task));
  },
  runPython: async ({ harnessPage }, use) => {
    await use((task) => harnessPage.evaluate((given) => window.harness.runPython(given), task));
  },
});

export { expect } from "@playwright/test";
