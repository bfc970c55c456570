import { expect, test } from "@playwright/test";
import { Why502 } from "./why502";

const twoMethods = `exports.handler = async (event) => {
  if (event.httpMethod === "POST") {
    return { statusCode: 201, body: event.body };
  }
  if (event.httpMethod === "GET") {
    return { statusCode: 200, body: "hello" };
  }
};
`;

test("a healthy answer tells of the method that nobody thought of, and tries it on a click", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.judge({ files: [{ path: "index.js", text: twoMethods }] });

  const heading = page.getByRole("heading", { name: "Other requests would fail" });
  await expect(heading).toBeVisible();
  await expect(why502.diagnosis).toContainText("Asked with PUT, the REST API answers 502");

  await page.getByRole("button", { name: "Try this request" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "for this PUT request the handler ends",
  );
  await expect(heading).toBeHidden();
});

test("a fix has another way beside it, and either can be taken", async ({ page }) => {
  const why502 = new Why502(page);
  const text =
    'exports.handler = async (event) => {\n  const { soup } = event.queryStringParameters;\n  return { statusCode: 200, body: soup ?? "none" };\n};\n';
  await why502.judge({ files: [{ path: "index.js", text }] });

  const other = why502.diagnosis.getByRole("group").filter({ hasText: "Answer 400" });
  await other.getByText("Or: Answer 400 when there is no query").click();
  await other.getByRole("button", { name: "Apply this fix" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("answers 400");
});
