import { expect, test } from "@playwright/test";
import { address, Why502 } from "./why502";

const raw = { kind: "output", text: '{"Hello":"World"}' };
const healthy = { kind: "output", text: '{"statusCode":200,"body":"pong"}' };
const coded = {
  files: [
    {
      path: "index.js",
      text: `exports.handler = async (event) => ({
  statusCode: event.httpMethod === "OPTIONS" ? 204 : 200,
  headers: {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "PUT",
  },
  body: "",
});
`,
    },
  ],
  request: { method: "PUT" },
};

test("the same payload behind every gateway; choosing a row switches to it", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(raw);
  const comparison = page.getByRole("region", { name: "The same result behind every gateway" });
  await expect(
    comparison.getByRole("button", { name: /^REST API\s*502 malformed/ }),
  ).toHaveAttribute("aria-pressed", "true");
  await comparison.getByRole("button", { name: /^Function URL/ }).click();
  await why502.isState("done");
  await expect(why502.gateway).toHaveValue("url");
  await expect(why502.response).toContainText("200 OK");
});

test("a 502 that a browser shows as a CORS error is told apart from one", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(raw);
  await why502.response.getByRole("tab", { name: "Browser" }).click();
  await expect(why502.response).toContainText("The browser keeps this answer from the page");
  await expect(why502.response.getByRole("note")).toContainText(
    "It shows as a CORS error. It is a 502 Bad Gateway.",
  );
  await expect(why502.response).toContainText("Access-Control-Allow-Origin: missing");
});

test("configured CORS answers the preflight of the page's origin", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge({
    ...healthy,
    gateway: "http2",
    request: { method: "PUT" },
    settings: { cors: { allowOrigins: ["https://shop.example"], allowMethods: ["PUT"] } },
  });
  await why502.response.getByRole("tab", { name: "Browser" }).click();
  await expect(why502.response).toContainText("The preflight fails, so the request is never sent");
  await why502.response
    .getByRole("textbox", { name: "Page's origin" })
    .fill("https://shop.example");
  await expect(why502.response).toContainText("The page can read this answer");
  await expect(why502.response).toContainText("204 No Content");
});

test("a preflight that the handler has to answer is one click away", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(coded);
  await why502.response.getByRole("tab", { name: "Browser" }).click();
  await why502.response.getByRole("button", { name: "Run it as the preflight" }).click();
  await why502.isState("done");
  await expect(why502.response).toContainText(
    "This preflight lets https://app.example.com send its PUT",
  );
});

test("the facts are filtered by gateway and grade, and each has its own address", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.open();
  await page.getByRole("link", { name: "Facts" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Facts about AWS" })).toBeVisible();
  await page.getByRole("combobox", { name: "About" }).selectOption("HTTP API, format 2.0");
  await page.getByRole("combobox", { name: "Known how" }).selectOption("inferred");
  await expect(page.getByRole("heading", { name: "Open questions" })).toBeVisible();

  await page.getByRole("combobox", { name: "Known how" }).selectOption("in any way");
  await page.getByRole("searchbox", { name: "Filter the facts" }).fill("http-api.not-json");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(`${address}#fact/http-api.not-json`);
  await expect(page.getByRole("article")).toContainText("Source");
});

test("an answer names the facts that it rests on, the decisive one first", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(raw);
  await why502.response.getByText("What this answer rests on").click();
  const first = why502.response.getByRole("listitem").first();
  await expect(first).toContainText("rest.unknown-key");
  await expect(first).toContainText("decisive");
});

test("trouble outside the code is tried out with one choice", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(healthy);
  await page.getByRole("button", { name: "Configuration" }).click();
  await page.getByRole("combobox", { name: "Permission to invoke" }).selectOption("missing");
  await why502.isState("done");
  await expect(why502.response).toContainText("500 Internal Server Error");
  await why502.response.getByRole("tab", { name: "Log" }).click();
  await why502.response.getByText("CloudWatch").click();
  await expect(why502.response).toContainText("Invalid permissions on Lambda function");
});

test("a binary body is an image to see, and bytes to read", async ({ page }) => {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const why502 = new Why502(page);
  await why502.judge({
    kind: "output",
    gateway: "http2",
    text: JSON.stringify({
      statusCode: 200,
      headers: { "content-type": "image/png" },
      body: png,
      isBase64Encoded: true,
    }),
  });
  await expect(why502.response.getByRole("img")).toBeVisible();
  await expect(why502.response).toContainText("1 × 1");
  await why502.response.getByText("Hex").click();
  await expect(why502.response).toContainText("89 50 4e 47 0d 0a 1a 0a");
});

test("the event tells what other gateways would have sent", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.judge(healthy);
  await why502.response.getByRole("tab", { name: "Event" }).click();
  const differences = why502.response.getByRole("region", {
    name: "Other gateways would have sent",
  });
  await expect(differences).toContainText("queryStringParameters");
  await expect(differences).toContainText("absent");
});
