import { expect, type Page, test } from "@playwright/test";
import { address, linkTo, Why502 } from "./why502";

const question = `exports.handler = function(event, context, callback) {
  callback(null, {"Hello":"World"});  // SUCCESS with message
};
`;
const founding = { files: [{ path: "index.js", text: question }] };

async function paste(why502: Why502, text: string): Promise<void> {
  const editor = why502.page.getByRole("textbox", { name: /^(Handler|index|Editor|Your)/ }).first();
  await editor.focus();
  await why502.page.keyboard.press("ControlOrMeta+A");
  await why502.page.evaluate((pasted) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** What the page has put on the clipboard, once it has. */
async function copiedText(page: Page): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe("");
  return read();
}

test("the founding question: paste, run, understand, fix", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open();
  await why502.isState("idle");
  await paste(why502, question);
  await why502.runToEnd();

  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "The REST API answers 502, because",
  );
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hello");
  await expect(why502.response).toContainText("502 Bad Gateway");
  await expect(why502.response).toContainText('{"message": "Internal server error"}');
  await expect(why502.invocation).toContainText('{"Hello":"World"}');
  await expect(why502.diagnosis).toContainText("recorded");

  await why502.diagnosis.getByRole("button", { name: "Apply fix" }).click();
  await why502.isState("done");
  await expect(why502.response).toContainText("200 OK");
  await expect(why502.response).toContainText('{"Hello":"World"}');
  const report = await why502.downloadReport();
  expect(report.findings.filter(({ role }) => role === "primary")).toEqual([]);
});

test("Ctrl or Cmd and Enter runs", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo(founding));
  await page.keyboard.press("ControlOrMeta+Enter");
  await why502.isState("done");
});

test("a link's code waits for Run; a link's output is judged at once", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo(founding));
  await page.waitForTimeout(400);
  await why502.isState("idle");
  expect(await page.locator("iframe").count()).toBe(0);

  await why502.open(linkTo({ kind: "output", text: '{"statusCode":200,"body":{}}' }));
  await why502.isState("done");
  await expect(why502.response).toContainText("502");
});

test("the copied link opens to the same submission and the same report", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const why502 = new Why502(page);
  await why502.judge({ ...founding, gateway: "rest", runtime: "nodejs20.x" });
  const first = await why502.downloadReport();
  await why502.share.click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  const link = await copiedText(page);
  expect(link).toContain("#v1.");

  await why502.open(link);
  await why502.runToEnd();
  const second = await why502.downloadReport();
  expect(second.submission).toEqual(first.submission);
  expect(second.findings).toEqual(first.findings);
  expect(second.headline).toBe(first.headline);
  expect(second.responses.rest?.status).toBe(first.responses.rest?.status);
});

test("Copy as Markdown carries the headline, the code and the link", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const why502 = new Why502(page);
  await why502.judge(founding);
  await why502.share.click();
  await page.getByRole("menuitem", { name: "Copy as Markdown" }).click();
  const markdown = await copiedText(page);
  expect(markdown).toContain("**The REST API answers 502, because");
  expect(markdown).toContain(question.trim());
  expect(markdown).toContain(`](${address}#v1.`);
});

test("another runtime is one choice away", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(founding);
  await why502.runtime.selectOption("nodejs24.x");
  await expect(why502.diagnosis).toContainText("Node.js 24");
  const report = await why502.downloadReport();
  expect(report.findings[0]?.cause).toBe("callback-handler-node24");
});

test("Stop ends a run, and the text and the next run are unharmed", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(
    linkTo({
      files: [{ path: "index.js", text: "exports.handler = async () => { for (;;); };" }],
      settings: { functionTimeoutMs: 60_000 },
    }),
  );
  await why502.run.click();
  await why502.stop.click();
  await why502.isState("idle");
  expect(await page.locator("iframe").count()).toBeLessThanOrEqual(1);
  await why502.run.click();
  await why502.isState("running");
  await why502.stop.click();
});

test("ten quick runs end in one report", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo(founding));
  for (let press = 0; press < 10; press++) await page.keyboard.press("ControlOrMeta+Enter");
  await why502.isState("done");
  expect(await page.locator("iframe").count()).toBeLessThanOrEqual(1);
  expect((await why502.downloadReport()).findings[0]?.cause).toBe("raw-object-returned");
});
