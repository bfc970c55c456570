import { expect, test } from "vitest";
import { told } from "./test-configuration";

const uri =
  "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:shop/invocations";

test("a REST API with the default template's mistakes", async () => {
  const found = await told(
    "openapi.yaml",
    `openapi: 3.0.1
x-amazon-apigateway-binary-media-types: ['*/*']
paths:
  /pets/{id}:
    get:
      responses: { '200': { description: ok } }
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: GET
        uri: ${uri}
    options:
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
`,
  );
  expect(found).toMatchObject({
    own: { gateway: "rest", request: { path: "/pets/1" } },
    settings: {
      integrationType: "AWS_PROXY",
      integrationHttpMethod: "GET",
      binaryMediaTypes: ["*/*"],
      resourcePath: "/pets/{id}",
    },
    conditions: {},
    lines: { integrationHttpMethod: 9, integrationType: 8 },
    mistakes: ["binary-wildcard-breaks-options 11"],
  });
});

test("an HTTP API as JSON", async () => {
  const found = await told(
    "openapi.json",
    JSON.stringify({
      openapi: "3.0.1",
      paths: {
        "/pets": {
          "x-amazon-apigateway-any-method": {
            "x-amazon-apigateway-integration": {
              type: "aws_proxy",
              httpMethod: "POST",
              uri,
              payloadFormatVersion: "2.0",
              timeoutInMillis: 5000,
            },
          },
        },
      },
      "x-amazon-apigateway-cors": { allowOrigins: ["https://a.example"], maxAge: 60 },
    }),
  );
  expect(found).toMatchObject({
    own: { gateway: "http2" },
    settings: {
      integrationTimeoutMs: 5000,
      cors: { allowOrigins: ["https://a.example"], maxAge: 60 },
    },
  });
});

test("a document inside a template", async () => {
  const found = await told(
    "template.yaml",
    `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        swagger: '2.0'
        paths:
          /:
            get:
              responses: { '200': {} }
              x-amazon-apigateway-integration:
                type: aws
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
                responses:
                  default: { statusCode: '200' }
                  '.*gone.*': { statusCode: '410' }
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Handler: index.handler, Runtime: nodejs22.x }
`,
  );
  expect(found).toMatchObject({
    settings: {
      integrationType: "AWS",
      integrationResponses: [
        { statusCode: "200" },
        { statusCode: "410", selectionPattern: ".*gone.*" },
      ],
      methodResponses: ["200"],
    },
    conditions: { permission: "missing" },
  });
});
