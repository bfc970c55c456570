import { expect, test } from "@playwright/test";
import { linkTo, Why502 } from "./why502";

const telling = {
  files: [
    {
      path: "index.js",
      text: "exports.handler = async (event, context) => {\n  console.log('seen');\n  return { statusCode: 200, body: process.env.TABLE + ' ' + context.memoryLimitInMB };\n};\n",
    },
  ],
};

test("Ctrl and Enter in a setting runs with what was just written there", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo(telling));
  await page.getByRole("button", { name: "Configuration" }).click();
  const environment = page.getByRole("textbox", { name: /^Environment variables/ });
  await environment.fill("TABLE=orders");
  await page.keyboard.press("ControlOrMeta+Enter");
  await why502.isState("done");
  await expect(why502.response).toContainText("orders 128");
  await expect(environment).toBeFocused();

  await page.getByRole("spinbutton", { name: "Memory, MB" }).fill("512");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(why502.response).toContainText("orders 512");
});

test("the function's timeout and its log's format are settings", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(telling);
  await page.getByRole("button", { name: "Configuration" }).click();
  await page.getByRole("combobox", { name: "Log format" }).selectOption("JSON");
  await expect(why502.invocation).toContainText('"message":"seen"');
  await why502.isState("done");
  await page.getByRole("spinbutton", { name: "Function timeout, ms" }).fill("5000");
  await page.getByRole("spinbutton", { name: "Function timeout, ms" }).press("Enter");
  await why502.runToEnd();
  const { submission } = await why502.downloadReport();
  expect(submission.settings).toMatchObject({ functionTimeoutMs: 5000, logFormat: "JSON" });
});

test("a runtime that is being loaded says how far it is", async ({ page }) => {
  const why502 = new Why502(page);
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/memory-[^/]*$/, async (route) => {
    await released;
    await route.continue();
  });
  await why502.open(
    linkTo({
      language: "python",
      files: [
        {
          path: "lambda_function.py",
          text: "def lambda_handler(event, context):\n    return {'statusCode': 200, 'body': 'ok'}\n",
        },
      ],
    }),
  );
  await why502.run.click();
  const bar = page.getByRole("progressbar", {
    name: /^Loading the runtime, once: \d+% of \d+\.\d MB$/,
  });
  await expect(bar).toBeVisible();
  release();
  await why502.isState("done");
  await expect(why502.response).toContainText("200 OK");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});
