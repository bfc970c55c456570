import { describe, expect, test } from "vitest";
import { configurationName } from "./configuration-text";

const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
`;

describe("a configuration's name", () => {
  test.each([
    ["a SAM template", template, "template.yaml"],
    ["a template after its name", `# infra.yml\n${template}`, "infra.yml"],
    [
      "a part of a template",
      "Hello:\n  Type: AWS::Lambda::Function\n  Properties:\n    Timeout: 3",
      "template.yaml",
    ],
    [
      "CDK's output",
      '{\n "Resources": { "F": { "Type": "AWS::Lambda::Function" } }\n}',
      "template.json",
    ],
    [
      "CDK's output on one line",
      '{"Resources":{"F":{"Type":"AWS::Lambda::Function"}}}',
      "template.json",
    ],
    [
      "CDK's output, cut off",
      '{\n "Resources": {\n  "F": {\n   "Type": "AWS::Lambda::Function",',
      "template.json",
    ],
    [
      "serverless.yml",
      "service: shop\nprovider:\n  name: aws\nfunctions:\n  hello:\n    handler: a.b\n",
      "serverless.yml",
    ],
    [
      "Terraform",
      'resource "aws_lambda_function" "api" {\n  handler = "index.handler"\n}\n',
      "main.tf",
    ],
    [
      "Terraform that begins with something else",
      'terraform {\n  required_version = ">= 1"\n}\n\nresource "aws_apigatewayv2_api" "api" {\n}\n',
      "main.tf",
    ],
    [
      "OpenAPI",
      "openapi: 3.0.1\npaths:\n  /:\n    get:\n      x-amazon-apigateway-integration:\n        type: aws_proxy\n",
      "openapi.yaml",
    ],
    [
      "OpenAPI as JSON",
      '{"swagger":"2.0","paths":{"/":{"get":{"x-amazon-apigateway-integration":{}}}}}',
      "openapi.json",
    ],
  ])("%s", (_, text, name) => {
    expect(configurationName(text)).toBe(name);
  });

  test.each([
    [
      "CDK's code",
      "const fn = new CfnFunction(this, 'F', {\n  Type: 'AWS::Lambda::Function',\n});",
    ],
    ["serverless.ts", "module.exports = {\n  functions:\n  {\n    handler: 'a.b' } };"],
    [
      "a payload with such words",
      '{"statusCode":200,"body":"{\\"Type\\":\\"AWS::Lambda::Function\\"}"}',
    ],
    ["OpenAPI without integrations", "openapi: 3.0.1\npaths:\n  /:\n    get: {}\n"],
    ["a docker compose file", "services:\n  web:\n    image: x\n"],
    ["a log line", "2025-03-05T10:16:33Z INFO deploying Type: AWS::Lambda::Function"],
    [
      "a handler that makes a template",
      "def handler(event, context):\n    return {'Type': 'AWS::Lambda::Function'}",
    ],
  ])("%s has none", (_, text) => {
    expect(configurationName(text)).toBeUndefined();
  });
});

test("a long text costs little", () => {
  const before = performance.now();
  for (const text of [
    "Type: ".repeat(9000),
    "a:\n".repeat(16000),
    "# \n".repeat(16000),
    " \n".repeat(25000),
    '"'.repeat(50000),
  ]) {
    configurationName(text);
  }
  expect(performance.now() - before).toBeLessThan(2000);
});
