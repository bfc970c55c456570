import { describe, expect, test } from "vitest";
import { told } from "./test-configuration";

const rest = (parts: {
  method?: string;
  type?: string;
  more?: string;
  grants?: string;
}) => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
      BinaryMediaTypes: ['*/*']
  Items:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref Api
      ParentId: !GetAtt Api.RootResourceId
      PathPart: items
  GetItems:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Items
      HttpMethod: GET
      Integration:
        Type: ${parts.type ?? "AWS_PROXY"}
        IntegrationHttpMethod: ${parts.method ?? "POST"}
        TimeoutInMillis: 10000
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
${parts.more ?? ""}  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, StageName: live, Variables: { color: blue } }
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      Timeout: 7
${parts.grants ?? ""}`;

const permission = (lines: string) => `  Grant:
    Type: AWS::Lambda::Permission
    Properties:
${lines}`;

const granted = permission(`      FunctionName: !Ref Fn
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/GET/items
`);

test("a REST API, resource by resource", async () => {
  const found = await told("template.yaml", rest({ grants: granted }));
  expect(found).toMatchObject({
    own: { gateway: "rest", handler: "index.handler", request: { path: "/items" } },
    settings: {
      functionTimeoutMs: 7000,
      integrationTimeoutMs: 10_000,
      integrationHttpMethod: "POST",
      integrationType: "AWS_PROXY",
      binaryMediaTypes: ["*/*"],
      stage: "live",
      stageVariables: { color: "blue" },
    },
    conditions: {},
    mistakes: [],
  });
});

test("an integration's method that is not POST", async () => {
  const found = await told("template.yaml", rest({ method: "GET", grants: granted }));
  expect(found?.settings.integrationHttpMethod).toBe("GET");
  expect(found?.lines.integrationHttpMethod).toBe(21);
});

describe("a permission", () => {
  const condition = async (grants: string) =>
    (await told("template.yaml", rest({ grants })))?.conditions.permission;

  test.each([
    ["is missing", ""],
    ["is for another function", granted.replace("!Ref Fn", "!Ref Other")],
    ["is for another service", granted.replace("apigateway.", "s3.")],
    ["is for another action", granted.replace("InvokeFunction", "GetFunction")],
  ])("that %s", async (_, grants) => {
    const other =
      "  Other:\n    Type: AWS::Lambda::Function\n    Properties: { Runtime: nodejs22.x }\n";
    expect(await condition(`${other}${grants}`)).toBe("missing");
  });

  test.each([
    ["names the function", granted],
    ["names its ARN", granted.replace("!Ref Fn", "!GetAtt Fn.Arn")],
    ["names what is made elsewhere", granted.replace("!Ref Fn", "!ImportValue name")],
    ["has no source", granted.replace(/ {6}SourceArn.*\n/, "")],
  ])("that %s", async (_, grants) => {
    expect(await condition(grants)).toBeUndefined();
  });

  test("is not needed where the integration has a role", async () => {
    const more = "        Credentials: !GetAtt Role.Arn\n";
    expect((await told("template.yaml", rest({ more })))?.conditions).toEqual({});
  });

  test("is not missed in a text that is cut off or a part", async () => {
    const cut = `${rest({})}  Grant:\n    Type: "AWS::Lamb`;
    expect((await told("template.yaml", cut))?.conditions).toEqual({});
    const part = rest({}).replace(/ {2}Fn:[\s\S]*/, "");
    expect((await told("template.yaml", part))?.conditions).toEqual({});
  });
});

test("a custom integration with its responses", async () => {
  const more = `        IntegrationResponses:
          - StatusCode: '200'
          - StatusCode: 404
            SelectionPattern: .*not found.*
      MethodResponses:
        - StatusCode: 200
`;
  const found = await told("template.yaml", rest({ type: "AWS", more, grants: granted }));
  expect(found?.settings).toMatchObject({
    integrationType: "AWS",
    integrationResponses: [
      { statusCode: "200" },
      { statusCode: "404", selectionPattern: ".*not found.*" },
    ],
    methodResponses: ["200"],
  });
});

test("a MOCK behind OPTIONS needs to convert to text where every type is binary", async () => {
  const mock = (handling: string) => `  Options:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Items
      HttpMethod: OPTIONS
      Integration:
        Type: MOCK
${handling}`;
  const mistakes = async (handling: string) =>
    (await told("template.yaml", rest({ grants: `${granted}${mock(handling)}` })))?.mistakes;
  expect(await mistakes("")).toEqual(["binary-wildcard-breaks-options 40"]);
  expect(await mistakes("        ContentHandling: CONVERT_TO_TEXT\n")).toEqual([]);
});

test("CDK's output for an HTTP API", async () => {
  const template = {
    Resources: {
      Fn9270CBC0: {
        Type: "AWS::Lambda::Function",
        Properties: {
          Handler: "index.handler",
          Runtime: "nodejs20.x",
          ReservedConcurrentExecutions: 0,
        },
      },
      ApiF70053CD: {
        Type: "AWS::ApiGatewayV2::Api",
        Properties: { ProtocolType: "HTTP", CorsConfiguration: { AllowOrigins: ["*"], MaxAge: 5 } },
      },
      Integration: {
        Type: "AWS::ApiGatewayV2::Integration",
        Properties: {
          ApiId: { Ref: "ApiF70053CD" },
          IntegrationType: "AWS_PROXY",
          IntegrationUri: { "Fn::GetAtt": ["Fn9270CBC0", "Arn"] },
          PayloadFormatVersion: "2.0",
        },
      },
      Route: {
        Type: "AWS::ApiGatewayV2::Route",
        Properties: {
          ApiId: { Ref: "ApiF70053CD" },
          RouteKey: "POST /pets/{id}",
          Target: { "Fn::Join": ["", ["integrations/", { Ref: "Integration" }]] },
        },
      },
      Permission: {
        Type: "AWS::Lambda::Permission",
        Properties: {
          FunctionName: { "Fn::GetAtt": ["Fn9270CBC0", "Arn"] },
          Principal: "apigateway.amazonaws.com",
        },
      },
    },
  };
  const found = await told("template.json", JSON.stringify(template, null, 1));
  expect(found).toMatchObject({
    own: { gateway: "http2", request: { method: "POST", path: "/pets/1" } },
    settings: { resourcePath: "/pets/{id}", cors: { allowOrigins: ["*"], maxAge: 5 } },
    conditions: { throttled: true },
  });
});

test("function URLs and target groups need permissions of their own", async () => {
  const front = (text: string) => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Handler: index.handler, Runtime: nodejs22.x }
${text}`;
  const url = await told(
    "template.yaml",
    front(
      "  Url:\n    Type: AWS::Lambda::Url\n    Properties: { TargetFunctionArn: !Ref Fn, AuthType: NONE }\n",
    ),
  );
  expect(url).toMatchObject({ own: { gateway: "url" }, conditions: { permission: "missing" } });
  const group = await told(
    "template.yaml",
    front(`  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      TargetType: lambda
      Targets: [{ Id: !GetAtt Fn.Arn }]
      TargetGroupAttributes: [{ Key: lambda.multi_value_headers.enabled, Value: 'true' }]
${permission("      FunctionName: !Ref Fn\n      Principal: elasticloadbalancing.amazonaws.com\n")}`),
  );
  expect(group).toMatchObject({
    own: { gateway: "alb" },
    settings: { multiValueHeaders: true },
    conditions: {},
  });
});

test("a part of a template, without what is around it", async () => {
  const part = `GetItems:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    Integration:
      Type: AWS_PROXY
      IntegrationHttpMethod: GET
`;
  const found = await told("template.yaml", part);
  expect(found).toMatchObject({ settings: { integrationHttpMethod: "GET" }, conditions: {} });
});

test("what describes no function and no API tells nothing", async () => {
  expect(
    await told("template.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n"),
  ).toBeUndefined();
  expect(await told("data.json", '{"orders": [1, 2]}')).toBeUndefined();
  expect(await told("notes.yaml", "- a\n- b: [\n")).toBeUndefined();
});
