import { describe, expect, test } from "vitest";
import { parseSubmission, type Submission } from "../../submission/submission";
import { editFiles } from "../edit";
import { asWritten, configure } from "./as-configured";

const code = { path: "index.js", text: "exports.handler = async () => ({ statusCode: 200 });\n" };

async function configured(path: string, text: string, written: object = {}) {
  const handedIn = parseSubmission({ v: 1, files: [code, { path, text }], ...written });
  return { handedIn, ...(await configure(handedIn)) };
}

const yaml = `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.main # here
      Runtime: "nodejs24.x"
      Timeout: 3
      Events:
        Get: { Type: HttpApi, Properties: { PayloadFormatVersion: '2.0', Path: /a, Method: get } }
`;

describe("an edit of a configured submission", () => {
  const edit = async (change: (submission: Submission) => Submission, written: object = {}) => {
    const { submission, configuration, handedIn } = await configured(
      "template.yaml",
      yaml,
      written,
    );
    const back = asWritten(change(submission), submission, configuration);
    const text = back.files[1]?.text ?? "";
    const lines = text.split("\n").filter((line) => !yaml.includes(line));
    return { back, lines, handedIn };
  };

  test("that changes nothing is what was handed in", async () => {
    const { back, handedIn } = await edit((submission) => submission);
    expect(back).toEqual(handedIn);
  });

  test("changes a literal in its own quotes and leaves the rest of its line", async () => {
    const runtime = await edit((submission) => ({ ...submission, runtime: "nodejs22.x" }));
    expect(runtime.lines).toEqual(['      Runtime: "nodejs22.x"']);
    expect(runtime.back).toMatchObject({ runtime: runtime.handedIn.runtime });
    const handler = await edit((submission) => ({ ...submission, handler: "index.other" }));
    expect(handler.lines).toEqual(["      Handler: app.other # here"]);
    const format = await edit((submission) => ({ ...submission, gateway: "http1" }));
    expect(format.lines[0]).toContain("PayloadFormatVersion: '1.0'");
    const timeout = await edit((submission) => ({
      ...submission,
      settings: { ...submission.settings, functionTimeoutMs: 30_000 },
    }));
    expect(timeout.lines).toEqual(["      Timeout: 30"]);
  });

  test("stays the user's own where the configuration has no literal for it", async () => {
    const { back, lines } = await edit((submission) => ({
      ...submission,
      gateway: "alb",
      settings: { ...submission.settings, environment: { A: "b" } },
    }));
    expect(lines).toEqual([]);
    expect(back).toMatchObject({ gateway: "alb", settings: { environment: { A: "b" } } });
  });

  test("leaves what the user has set otherwise to the user", async () => {
    const { back, lines } = await edit(
      (submission) => ({ ...submission, files: submission.files }),
      { runtime: "nodejs20.x" },
    );
    expect(back.runtime).toBe("nodejs20.x");
    expect(lines).toEqual([]);
  });
});

const sources = {
  "template.yaml": `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { BinaryMediaTypes: ['*/*'] } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      HttpMethod: GET
      Integration: { Type: AWS_PROXY, Uri: !Sub "functions/\${Fn.Arn}" }
  Options:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      HttpMethod: OPTIONS
      Integration:
        Type: MOCK
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Handler: index.handler, Runtime: nodejs22.x }
`,
  "template.json": JSON.stringify(
    {
      Resources: {
        Api: { Type: "AWS::ApiGateway::RestApi", Properties: { BinaryMediaTypes: ["*/*"] } },
        Get: {
          Type: "AWS::ApiGateway::Method",
          Properties: {
            RestApiId: { Ref: "Api" },
            HttpMethod: "GET",
            Integration: { Type: "AWS_PROXY", Uri: { "Fn::GetAtt": "Fn.Arn" } },
          },
        },
        Options: {
          Type: "AWS::ApiGateway::Method",
          Properties: {
            RestApiId: { Ref: "Api" },
            HttpMethod: "OPTIONS",
            Integration: { Type: "MOCK" },
          },
        },
        Fn: {
          Type: "AWS::Lambda::Function",
          Properties: { Handler: "index.handler", Runtime: "nodejs22.x" },
        },
      },
    },
    null,
    2,
  ),
  "main.tf": `resource "aws_lambda_function" "fn" {
  function_name = "fn"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_api_gateway_rest_api" "api" {
  binary_media_types = ["*/*"]
}

resource "aws_api_gateway_integration" "get" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  http_method = "GET"
  type        = "AWS_PROXY"
  uri         = aws_lambda_function.fn.invoke_arn
}

resource "aws_api_gateway_integration" "options" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  http_method = "OPTIONS"
  type        = "MOCK"
}
`,
};

test.each(Object.entries(sources))("what is missing in %s can be added", async (path, text) => {
  const { configuration, handedIn } = await configured(path, text);
  expect(configuration?.conditions).toEqual({ permission: "missing" });
  expect(configuration?.mistakes).toHaveLength(1);
  const edits = [configuration?.grant, configuration?.mistakes[0]?.mend];
  const mended = editFiles(
    handedIn,
    edits.flatMap((edit) => edit ?? []),
  );
  const after = await configure(mended);
  expect(after.configuration).toMatchObject({ conditions: {}, mistakes: [] });
  expect(after.configuration?.own).toMatchObject({ gateway: "rest", runtime: "nodejs22.x" });
  for (const line of text.split("\n")) expect(mended.files[1]?.text).toContain(line);
  if (path.endsWith(".json")) expect(() => JSON.parse(mended.files[1]?.text ?? "")).not.toThrow();
});
