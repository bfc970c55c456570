import { expect, test } from "@playwright/test";
import { Why502 } from "./why502";

/** The pictures of the README: the founding question, answered. */
const question = {
  files: [
    {
      path: "index.js",
      text: 'exports.handler = function(event, context, callback) {\n  callback(null, {"Hello":"World"});  // SUCCESS with message\n};\n',
    },
  ],
  request: { path: "/hello" },
};

for (const colorScheme of ["light", "dark"] as const) {
  test(`the founding question, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const why502 = new Why502(page);
    await why502.judge(question);
    await expect(page.locator(".monaco-editor .view-lines")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `e2e/screenshots/founding-question-${colorScheme}.png` });
  });
}
