import { expect, test } from "@playwright/test";
import { linkTo, Why502 } from "./why502";

const template = (method: string) => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      HttpMethod: GET
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: ${method}
        Credentials: !GetAtt Role.Arn
        Uri: !Sub functions/\${Fn.Arn}/invocations
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
`;

test("a pasted template with a mistake is judged at once, at the mistake's line", async ({
  page,
}) => {
  const why502 = new Why502(page);
  await why502.open();
  const editor = page.getByRole("textbox", { name: /^(Handler|index|Editor|Your)/ }).first();
  await editor.focus();
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, template("GET"));
  await why502.isState("done");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("The REST API answers 500, because its integration calls");
  await expect(why502.diagnosis).toContainText("template.yaml:11");
  await expect(why502.main).toContainText("Read from template.yaml");
});

test("a template without a mistake asks for the code", async ({ page }) => {
  const why502 = new Why502(page);
  await why502.open(linkTo({ files: [{ path: "template.yaml", text: template("POST") }] }));
  await why502.isState("done");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No known mistake");
});

test("settings come from the template, and its fix goes into its text", async ({ page }) => {
  const why502 = new Why502(page);
  const sam = `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.main
      Runtime: nodejs20.x
      Events: { Get: { Type: HttpApi } }
`;
  const code = "exports.handler = async () => ({ statusCode: 200, body: 'ok' });\n";
  await why502.judge({
    files: [
      { path: "index.js", text: code },
      { path: "template.yaml", text: sam },
    ],
  });
  await expect(why502.gateway).toHaveValue("http2");
  await expect(why502.runtime).toHaveValue("nodejs20.x");
  await expect(why502.diagnosis).toContainText("template.yaml:5");
  await why502.diagnosis.getByRole("button", { name: "Apply fix" }).click();
  await expect(why502.response).toContainText("200 OK");
  const { submission } = await why502.downloadReport();
  expect(JSON.stringify(submission.files)).toContain("Handler: index.handler");
});
