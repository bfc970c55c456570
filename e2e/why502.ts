import { readFile } from "node:fs/promises";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** The built page, as the preview server serves it. */
export const address = "http://127.0.0.1:4502/";

/** A report as "Download report" saves it, as far as the journeys look at it. */
export interface SavedReport {
  v: number;
  submission: Record<string, unknown>;
  invocation: {
    outcome: string;
    payload?: string;
    error?: { errorType?: string; errorMessage: string; trace?: string[] };
    logs: string[];
  };
  responses: Record<
    string,
    {
      status: number;
      headers: [string, string][];
      body: string;
      verdict: string;
      log: string[];
      facts: string[];
    }
  >;
  headline: string;
  findings: {
    cause: string;
    role: string;
    evidence: Record<string, unknown>[];
    fix?: { title: string; submission: Record<string, unknown>; verified: boolean; status: number };
  }[];
}

/** A link made as the README tells any tool to make it. */
export function linkTo(submission: object): string {
  return `${address}#v1.${deflateRawSync(JSON.stringify({ v: 1, ...submission })).toString("base64url")}`;
}

/** What a link carries, read as the README tells any tool to read it. */
export function decodeLink(link: string): Record<string, unknown> {
  const encoded = Buffer.from(link.slice(link.indexOf("#v1.") + 4), "base64url");
  return JSON.parse(inflateRawSync(encoded).toString("utf8"));
}

/** The page by the roles and names that people with screen readers rely on. */
export class Why502 {
  readonly page: Page;
  readonly main: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly share: Locator;
  readonly gateway: Locator;
  readonly runtime: Locator;
  readonly response: Locator;
  readonly diagnosis: Locator;
  readonly invocation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.run = page.getByRole("button", { name: "Run", exact: true });
    this.stop = page.getByRole("button", { name: "Stop", exact: true });
    this.share = page.getByRole("button", { name: "Share", exact: true });
    this.gateway = page.getByRole("combobox", { name: "Gateway" });
    this.runtime = page.getByRole("combobox", { name: "Runtime" });
    this.response = page.getByRole("region", { name: "Response" });
    this.diagnosis = page.getByRole("region", { name: "Diagnosis" });
    this.invocation = page.getByRole("region", { name: "Invocation" });
  }

  /** Opens the page, or a link, afresh: also when only the fragment differs. */
  async open(link: string = address): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(link);
    await this.run.waitFor();
  }

  async isState(state: "idle" | "running" | "done"): Promise<void> {
    await expect(this.main).toHaveAttribute("data-state", state, { timeout: 15_000 });
  }

  async runToEnd(): Promise<void> {
    await this.run.click();
    await this.isState("done");
  }

  /** Opens a submission by its link and lets it be judged: code by pressing Run, a pasted text at once. */
  async judge(submission: Readonly<Record<string, unknown>>): Promise<void> {
    await this.open(linkTo(submission));
    if ((submission.kind ?? "code") === "code") await this.run.click();
    await this.isState("done");
  }

  /** What "Download report" saves. */
  async downloadReport(): Promise<SavedReport> {
    await this.share.click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: "Download report" }).click();
    const path = await (await download).path();
    return JSON.parse(await readFile(path, "utf8"));
  }
}

/** A test in a page that serves all tests of its file, each on a link of its own: the page is fetched once. */
export const testOnOnePage = base.extend<object, { why502: Why502 }>({
  why502: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await use(new Why502(page));
      await page.close();
    },
    { scope: "worker" },
  ],
});
