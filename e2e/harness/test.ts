import { test as base, type Page } from "@playwright/test";
import type { ObservedInvocation } from "../../src/invocation/invocation";
import type { WrittenReport } from "../../src/report/report";
import type { Task } from "../../src/sandbox/task";

/** The page that the development server gives for end-to-end tests of the rooms. */
export const harnessUrl = process.env.WHY502_HARNESS ?? "http://127.0.0.1:4503/e2e/harness/";

/** Runs a task in the page; what is left out is as in a function that nobody configured. */
export type RunTask = (task: Partial<Task>) => Promise<ObservedInvocation>;

/** Judges a written submission as the page does. */
export type Judge = (submission: object) => Promise<WrittenReport>;

interface OfTest {
  readonly harnessPage: Page;
  readonly runNode: RunTask;
  readonly runPython: RunTask;
}

/** A test in a page that has the harness, or with the judge, whose page serves all tests of a worker. */
export const test = base.extend<OfTest, { judge: Judge }>({
  judge: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await page.goto(new URL("judge.html", harnessUrl).href);
      await page.waitForFunction(() => "judge" in window);
      await use((submission) =>
        page.evaluate((given) => window.judge(given), { v: 1, ...submission }),
      );
      await page.close();
    },
    { scope: "worker" },
  ],
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
