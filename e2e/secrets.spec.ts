import { expect, type Page, test } from "@playwright/test";
import { decodeLink, linkTo, Why502 } from "./why502";

const token = "q7Zp1vX94kLm2RtY8sWb";
const mail = "mina.lee.kim@shop.dev";

/** A handler that answers with what it was asked for, and gives away somebody's address and account. */
const telling = {
  files: [
    {
      path: "index.js",
      text: `const queue = "https://sqs.eu-west-1.amazonaws.com/718293641057/orders";\nexports.handler = async () => ({ statusCode: 200, body: { owner: "${mail}" } });\n`,
    },
  ],
  request: { headers: [["authorization", `Bearer ${token}`]] },
  settings: { environment: { DB_PASSWORD: "hunter2!" } },
};

/** The same with AWS's and everybody's values of documentation. */
const harmless = {
  kind: "log",
  text: `(1-5e1b4151) Sending request to https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
Endpoint request headers: {x-forwarded-for=203.0.113.7, from=user@example.com, cookie=theme=dark}
Endpoint response body before transformations: {"statusCode":200,"body":{}}
Execution failed due to configuration error: Malformed Lambda proxy response
Method completed with status: 502
`,
};

/** Judges a submission on the page, with nothing on the clipboard. */
async function judge(why502: Why502, submission: Readonly<Record<string, unknown>>): Promise<void> {
  await why502.judge(submission);
  await why502.page.evaluate(() => navigator.clipboard.writeText(""));
}

async function choose(why502: Why502, way: string): Promise<void> {
  await why502.share.click();
  await why502.page.getByRole("menuitem", { name: way }).click();
}

/** What the page has put on the clipboard, once it has. */
async function copiedText(page: Page): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe("");
  return read();
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a link that would give something away is asked about first, with a preview", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await judge(why502, telling);
  await choose(why502, "Copy link");
  const dialog = page.getByRole("dialog", { name: "4 things in here look private" });
  await expect(dialog).toContainText("index.js, line 1");
  await expect(dialog).toContainText("718293641057");
  await expect(dialog).toContainText("123456789012");
  await expect(dialog).toContainText("request header authorization");
  await expect(dialog).toContainText("environment variable DB_PASSWORD");
  for (const box of await dialog.getByRole("checkbox").all()) await expect(box).toBeChecked();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("");

  await dialog.getByRole("checkbox", { name: `Replace ${mail}` }).uncheck();
  await dialog.getByRole("button", { name: /^Copy link/ }).click();
  await expect(dialog).toBeHidden();
  const { files, request, settings } = decodeLink(await copiedText(page));
  expect(JSON.stringify({ files, request, settings })).not.toMatch(/718293641057|q7Zp1v|hunter2/);
  expect(JSON.stringify(files)).toContain(mail);
  await expect(page.getByRole("status").first()).toContainText("3 private values were replaced");
});

test("the redacted link gives the same answer", async ({ page }) => {
  const why502 = new Why502(page);
  await judge(why502, telling);
  const headline = await page.getByRole("heading", { level: 1 }).textContent();
  await choose(why502, "Copy link");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Copy link/ })
    .click();
  await why502.open(await copiedText(page));
  await why502.runToEnd();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(headline);
});

test("Markdown is asked about too, and cancelling shares nothing", async ({ page }) => {
  const why502 = new Why502(page);
  await judge(why502, telling);
  await choose(why502, "Copy as Markdown");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(why502.share).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("");

  await choose(why502, "Copy as Markdown");
  await expect(page.getByRole("button", { name: /^Copy as Markdown/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const markdown = await copiedText(page);
  expect(markdown).not.toMatch(/718293641057|mina\.lee/);
  expect(markdown).toContain("**The REST API answers 502, because");
});

test("a report is saved at once, redacted, and can be reviewed", async ({ page }) => {
  const why502 = new Why502(page);
  await judge(why502, telling);
  const report = await why502.downloadReport();
  expect(JSON.stringify(report)).not.toMatch(/718293641057|q7Zp1v|hunter2|mina\.lee/);
  expect(report.responses.rest?.status).toBe(502);
  expect(report.findings[0]?.cause).toBe("body-not-string");

  await page.getByRole("button", { name: "Review" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (const box of await dialog.getByRole("checkbox").all()) await box.uncheck();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: /^Download report nothing replaced/ }).click();
  await download;
  expect(JSON.stringify(await why502.downloadReport())).toContain(mail);
});

test("what belongs to nobody is shared at once and as it is", async ({ page }) => {
  const why502 = new Why502(page);
  await judge(why502, harmless);
  const report = await why502.downloadReport();
  expect(report.submission.text).toBe(harmless.text);
  await choose(why502, "Copy link");
  expect(decodeLink(await copiedText(page)).text).toBe(harmless.text);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("Save, as Ctrl or Cmd and S, asks likewise, and Escape answers no", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo(telling));
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("ControlOrMeta+s");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("");
});
