import { expect, test } from "vitest";
import { told } from "./test-configuration";

const hello = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 10
    Environment:
      Variables:
        LOG_LEVEL: info
Parameters:
  StageName:
    Type: String
    Default: dev
Resources:
  ShopApi:
    Type: AWS::Serverless::Api
    Properties:
      StageName: !Ref StageName
      BinaryMediaTypes:
        - image~1png
  GetOrder:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: orders/
      Handler: app.getOrder # the export
      Runtime: nodejs24.x
      MemorySize: 256
      Environment:
        Variables:
          TABLE: !Ref Orders
      Events:
        Get:
          Type: Api
          Properties:
            RestApiId: !Ref ShopApi
            Path: /orders/{id}
            Method: get
`;

test("a function with an event of a REST API", async () => {
  const found = await told("template.yaml", hello);
  expect(found).toMatchObject({
    own: {
      gateway: "rest",
      runtime: "nodejs24.x",
      handler: "app.getOrder",
      request: { method: "GET", path: "/orders/1" },
    },
    settings: {
      functionTimeoutMs: 10_000,
      memoryMb: 256,
      environment: { LOG_LEVEL: "info", TABLE: "Orders" },
      binaryMediaTypes: ["image/png"],
      resourcePath: "/orders/{id}",
      stage: "dev",
    },
    conditions: {},
    lines: { functionTimeoutMs: 5, handler: 24, runtime: 25, memoryMb: 26, stage: 17, gateway: 32 },
    mistakes: [],
  });
});

test("an HTTP API has payload format 2.0 unless it says another", async () => {
  const api = (more: string) => `Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: python3.12
      Events:
        Any:
          Type: HttpApi
${more}`;
  expect((await told("template.yaml", api("")))?.own.gateway).toBe("http2");
  const older = await told(
    "template.yml",
    api("          Properties:\n            PayloadFormatVersion: '1.0'\n"),
  );
  expect(older?.own).toMatchObject({ gateway: "http1", language: "python" });
  expect(older?.lines.gateway).toBe(11);
});

test("a function URL with its mode and CORS", async () => {
  const found = await told(
    "template.yaml",
    `Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      FunctionUrlConfig:
        AuthType: NONE
        InvokeMode: RESPONSE_STREAM
        Cors:
          AllowOrigins: ["https://shop.example"]
          AllowCredentials: true
`,
  );
  expect(found).toMatchObject({
    own: { gateway: "url" },
    settings: {
      invokeMode: "RESPONSE_STREAM",
      cors: { allowOrigins: ["https://shop.example"], allowCredentials: true },
    },
    conditions: {},
  });
});

test("every binary media type breaks the OPTIONS that SAM makes", async () => {
  const withApi = (types: string) => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      BinaryMediaTypes: [${types}]
      Cors: "'*'"
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      Events:
        Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get } }
`;
  const mistakes = async (types: string) => (await told("template.yaml", withApi(types)))?.mistakes;
  expect(await mistakes("'*~1*'")).toEqual(["binary-wildcard-breaks-options 7"]);
  expect(await mistakes("'*/*'")).toEqual(["binary-wildcard-breaks-options 7"]);
  expect(await mistakes("image~1png")).toEqual([]);
});

test("of several functions the one whose handler is at hand", async () => {
  const two = `Resources:
  First:
    Type: AWS::Serverless::Function
    Properties: { Handler: first.handler, Runtime: nodejs20.x, CodeUri: src }
  Second:
    Type: AWS::Serverless::Function
    Properties: { Handler: second.handler, Runtime: nodejs22.x, CodeUri: src }
`;
  const code = ["src/second.js", "exports.handler = async () => ({});"] as const;
  const found = await told("template.yaml", two, [code]);
  expect(found?.submission).toMatchObject({ handler: "src/second.handler", runtime: "nodejs22.x" });
});

test("code that nobody named has the handler's name, and one that somebody named does not", async () => {
  const body = "exports.getOrder = async () => ({});";
  const named = async (path: string) =>
    (await told("template.yaml", hello, [[path, body]]))?.submission.handler;
  expect(await named("index.js")).toBe("index.getOrder");
  expect(await named("orders/app.js")).toBe("orders/app.getOrder");
  expect(await named("app.js")).toBe("app.getOrder");
  expect(await named("other.js")).toBe("app.getOrder");
});

test("the user's own settings win", async () => {
  const found = await told("template.yaml", hello, [], {
    gateway: "alb",
    runtime: "nodejs20.x",
    settings: { memoryMb: 512 },
    request: { method: "DELETE", path: "/orders/7" },
  });
  expect(found?.submission).toMatchObject({
    gateway: "alb",
    runtime: "nodejs20.x",
    settings: { memoryMb: 512, functionTimeoutMs: 10_000 },
    request: { method: "DELETE" },
  });
});

test("a runtime that does not run the code is not taken", async () => {
  const found = await told("template.yaml", hello, [
    ["lambda_function.py", "def lambda_handler(event, context):\n    return {}\n"],
  ]);
  expect(found?.submission).toMatchObject({ language: "python", runtime: "python3.13" });
});

test("a function with an event has its permission also where the routes are in a document", async () => {
  const template = (events: string) => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: prod, DefinitionUri: openapi.yaml }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
${events}`;
  const document = `openapi: 3.0.1
paths:
  /orders:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: { Fn::Sub: "functions/\${Fn.Arn}/invocations" }
`;
  const conditions = async (events: string) =>
    (await told("template.yaml", template(events), [["openapi.yaml", document]]))?.conditions;
  const event =
    "      Events: { Get: { Type: Api, Properties: { Path: /orders, Method: get } } }\n";
  expect(await conditions(event)).toEqual({});
  expect(await conditions("")).toEqual({ permission: "missing" });
});
