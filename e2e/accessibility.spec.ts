import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { linkTo, Why502 } from "./why502";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const handler = {
  files: [
    {
      path: "index.js",
      text: "exports.handler = (event) => {\n  return { statusCode: 200, body: 'pong' };\n};\n",
    },
    { path: "lib/other.js", text: "exports.other = 1;\n" },
  ],
};
const output = {
  kind: "output",
  text: '{\n  "statusCode": 200,\n  "body": { "success": true }\n}\n',
};

/** What axe finds against WCAG 2.2 AA, as `rule: element` and what is wrong with it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(
    (): Promise<AxeResults> =>
      Reflect.get(window, "axe").run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n${failureSummary}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });
    test.slow();

    test("the first screen has no accessibility faults", async ({ page }) => {
      const why502 = new Why502(page);
      await why502.open();
      await why502.isState("idle");
      await page.locator(".monaco-editor").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("code that waits for its run has none", async ({ page }) => {
      const why502 = new Why502(page);
      await why502.open(linkTo(handler));
      await page.locator(".monaco-editor").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("a broken answer has none, with its forms open and in every view", async ({ page }) => {
      const why502 = new Why502(page);
      await why502.judge(output);
      await page.locator(".monaco-editor").waitFor();
      expect(await violations(page)).toEqual([]);
      for (const view of ["Log", "Payload", "Event"]) {
        await why502.response.getByRole("tab", { name: view }).click();
        expect(await violations(page)).toEqual([]);
      }
      for (const form of [/GET/, "Configuration"]) {
        await page.getByRole("button", { name: form }).click();
        expect(await violations(page)).toEqual([]);
      }
    });

    test("what is asked before something private is shared has none", async ({ page }) => {
      const why502 = new Why502(page);
      await why502.judge({
        kind: "log",
        text: "mina.lee@shop.dev from 54.12.7.201: Malformed Lambda proxy response\n",
      });
      await why502.share.click();
      await page.getByRole("menuitem", { name: "Copy link" }).click();
      await page.getByRole("dialog").getByRole("checkbox").first().uncheck();
      expect(await violations(page)).toEqual([]);
    });

    test("an answer to code has none", async ({ page }) => {
      const why502 = new Why502(page);
      await why502.judge(handler);
      await page.locator(".monaco-editor").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("a phone's page has none, and nothing scrolls sideways", async ({ page }) => {
      const why502 = new Why502(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await why502.judge(output);
      expect(await violations(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    });

    test("the causes and their pages have none", async ({ page }) => {
      const why502 = new Why502(page);
      await why502.open();
      await page.getByRole("link", { name: "Causes", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Causes" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await why502.main.getByRole("listitem").getByRole("link").first().click();
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("the keyboard alone runs code, reads the result and leaves the editor", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo(output));
  await why502.isState("done");
  const editor = page.getByRole("textbox", { name: "Your output" });
  await page.locator(".monaco-editor").waitFor();
  await editor.focus();
  await page.keyboard.press("Control+m");
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
});
