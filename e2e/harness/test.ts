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

interface Harness {
  readonly harnessPage: Page;
  readonly runNode: RunTask;
  readonly runPython: RunTask;
}

async function openHarness(page: Page): Promise<Page> {
  await page.goto(harnessUrl);
  await page.waitForFunction(() => "harness" in window);
  return page;
}

const nodeIn =
  (page: Page): RunTask =>
  (task) =>
    page.evaluate((given) => window.harness.runNode(given), task);

const pythonIn =
  (page: Page): RunTask =>
  (task) =>
    page.evaluate((given) => window.harness.runPython(given), task);

/** A test with the judge, whose page serves all tests of a worker. */
const withJudge = base.extend<object, { judge: Judge }>({
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
});

/** A test with the harness in a page of its own. */
export const test = withJudge.extend<Harness>({
  harnessPage: async ({ page }, use) => use(await openHarness(page)),
  runNode: async ({ harnessPage }, use) => use(nodeIn(harnessPage)),
  runPython: async ({ harnessPage }, use) => use(pythonIn(harnessPage)),
});

/** A test whose harness serves all tests of a worker: every run has a sandbox of its own anyway. */
export const testOnOneHarness = withJudge.extend<object, Harness>({
  harnessPage: [
    async ({ browser }, use) => {
      const page = await openHarness(await browser.newPage());
      await use(page);
      await page.close();
    },
    { scope: "worker" },
  ],
  runNode: [async ({ harnessPage }, use) => use(nodeIn(harnessPage)), { scope: "worker" }],
  runPython: [async ({ harnessPage }, use) => use(pythonIn(harnessPage)), { scope: "worker" }],
});

export { expect } from "@playwright/test";
