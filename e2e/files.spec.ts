import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { linkTo, Why502 } from "./why502";

const handler =
  "const { shout } = require('./lib/shout');\nexports.handler = async () => ({ statusCode: 200, body: shout('ok') });\n";
const library = "exports.shout = (text) => text.toUpperCase();\n";

interface Dropped {
  readonly name: string;
  readonly base64?: string;
  readonly text?: string;
  readonly repeated?: number;
}

/** Drops files on the page, as a hand does. */
async function drop({ page }: Why502, files: readonly Dropped[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const all = new DataTransfer();
    for (const { name, base64, text = "", repeated = 1 } of dropped) {
      const bytes = base64 && Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      all.items.add(new File(bytes ? [bytes] : Array(repeated).fill(text), name));
    }
    return all;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.getByRole("main").dispatchEvent(type, { dataTransfer: transfer });
  }
}

const notice = (why502: Why502) => why502.page.getByRole("status").first();
const tab = (why502: Why502, name: string) => why502.page.getByRole("tab", { name, exact: true });

test("files can be added, renamed and deleted, and the deleted one comes back", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.open(linkTo({ files: [{ path: "index.js", text: handler }] }));
  const menu = page.getByRole("button", { name: "File menu" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Add a file" }).click();
  await expect(tab(why502, "file2.js")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await menu.click();
  await page.getByRole("menuitem", { name: "Rename this file" }).click();
  await page.getByRole("textbox", { name: "File name" }).fill("lib/shout.js");
  await page.keyboard.press("Enter");
  await expect(tab(why502, "lib/shout.js")).toBeVisible();
  await page.getByRole("textbox", { name: "Your code" }).focus();
  await page.keyboard.insertText(library);
  await why502.runToEnd();
  await expect(why502.response).toContainText("200 OK");

  await menu.click();
  await page.getByRole("menuitem", { name: "Delete this file" }).click();
  await expect(tab(why502, "lib/shout.js")).toHaveCount(0);
  await page.getByRole("button", { name: "Back to my text" }).click();
  await expect(tab(why502, "lib/shout.js")).toBeVisible();
});

test("a dropped zip is opened, its handler found, and what is left out is said", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.open();
  const zip = zipSync({
    "src/app.js": strToU8(handler),
    "src/lib/shout.js": strToU8(library),
    "node_modules/left-pad/index.js": strToU8("module.exports = 1;"),
    "node_modules/left-pad/package.json": strToU8("{}"),
    "logo.png": strToU8("x"),
  });
  await drop(why502, [{ name: "function.zip", base64: Buffer.from(zip).toString("base64") }]);
  await expect(notice(why502)).toContainText("2 files opened, with the handler in src/app.js");
  await expect(notice(why502)).toContainText("2 files of installed packages");
  await expect(notice(why502)).toContainText("1 that is not text (logo.png)");
  await expect(page.getByRole("textbox", { name: "Lambda handler" })).toHaveValue(
    "src/app.handler",
  );
  await why502.isState("idle");
  await why502.runToEnd();
  await expect(why502.response).toContainText("200 OK");
  await expect(why502.response).toContainText("OK");
});

test("a folder is chosen from the file menu, without what is in node_modules", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "orders-"));
  for (const below of ["lib", "node_modules/a"])
    mkdirSync(join(folder, below), { recursive: true });
  writeFileSync(join(folder, "index.js"), handler);
  writeFileSync(join(folder, "lib/shout.js"), library);
  writeFileSync(join(folder, "node_modules/a/index.js"), "");

  const why502 = new Why502(page);
  await why502.open(linkTo({ files: [{ path: "old.js", text: "exports.handler = 1;\n" }] }));
  await page.getByRole("button", { name: "File menu" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Open a folder…" }).click();
  await (await chooser).setFiles(folder);
  await expect(notice(why502)).toContainText("2 files opened, with the handler in index.js");
  await expect(tab(why502, "lib/shout.js")).toBeVisible();
  await expect(tab(why502, "old.js")).toHaveCount(0);
  await page.getByRole("button", { name: "Back to my text" }).click();
  await expect(tab(why502, "old.js")).toBeVisible();
});

test("a dropped log is read as if it had been pasted, and judged", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open();
  const text =
    "Endpoint response body before transformations: null\nExecution failed due to configuration error: Malformed Lambda proxy response\nMethod completed with status: 502\n";
  await drop(why502, [{ name: "execution.log", text }]);
  await why502.isState("done");
  await expect(page.getByRole("radio", { name: "Log" })).toBeChecked();
  await expect(notice(why502)).toContainText("execution.log is read as if you had pasted it.");
});

test("a file dropped beside code is added to it", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo({ files: [{ path: "index.js", text: handler }] }));
  await drop(why502, [{ name: "shout.js", text: library }]);
  await expect(notice(why502)).toContainText("1 file added.");
  await expect(tab(why502, "index.js")).toBeVisible();
  await expect(tab(why502, "shout.js")).toHaveAttribute("aria-selected", "true");
});

test("100 MB are read as far as they help, and the page answers all the while", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.open();
  await page.evaluate(() => {
    let last = performance.now();
    Reflect.set(window, "longestGap", 0);
    setInterval(() => {
      const now = performance.now();
      Reflect.set(window, "longestGap", Math.max(Reflect.get(window, "longestGap"), now - last));
      last = now;
    }, 20);
  });
  const path = join(mkdtempSync(join(tmpdir(), "log-")), "big.log");
  const line = "2026-01-01T00:00:00.000Z\t5f1c2c1e\tINFO\tone more line of a long log\n";
  writeFileSync(path, line.repeat(1_500_000));
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "choose files" }).click();
  await (await chooser).setFiles(path);
  await expect(notice(why502)).toContainText("only its first 10 MB are read");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("This is a lot of text");
  rmSync(path);
  const gap = await page.evaluate(() => Reflect.get(window, "longestGap"));
  expect(gap).toBeLessThan(5000);
});

test("what cannot be read is refused with its reason, and the text stays", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo({ files: [{ path: "index.js", text: handler }] }));
  await drop(why502, [{ name: "broken.zip", text: "PK nothing" }]);
  const alert = page.getByRole("alert").filter({ hasText: "zip" });
  await expect(alert).toContainText("a zip that cannot be read");
  await drop(why502, [{ name: "huge.zip", text: "x".repeat(1_000_000), repeated: 60 }]);
  await expect(alert).toContainText("huge.zip is 60 MB. A zip may have 50 MB");
  await expect(tab(why502, "index.js")).toBeVisible();
});
