import { beforeAll, expect, test } from "vitest";
import { parserFor } from "../grammars";
import { told } from "./test-configuration";

beforeAll(() => parserFor("hcl"), 60_000);

const lambda = `variable "timeout" {
  default = 15
}

locals {
  runtime = "python3.12"
}

resource "aws_lambda_function" "api" {
  function_name = "shop"
  handler       = "app.lambda_handler"
  runtime       = local.runtime
  timeout       = var.timeout
  memory_size   = 512

  environment {
    variables = {
      table_name = aws_dynamodb_table.orders.name
      STAGE      = "live"
    }
  }
}
`;

const rest = (parts: { method?: string; grants?: string; trigger?: string }) => `${lambda}
resource "aws_api_gateway_rest_api" "shop" {
  name               = "shop"
  binary_media_types = ["*/*"]
}

resource "aws_api_gateway_resource" "items" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  parent_id   = aws_api_gateway_rest_api.shop.root_resource_id
  path_part   = "items"
}

resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.shop.id
  resource_id             = aws_api_gateway_resource.items.id
  http_method             = "GET"
  type                    = "AWS_PROXY"
  integration_http_method = "${parts.method ?? "POST"}"
  uri                     = aws_lambda_function.api.invoke_arn
}

resource "aws_api_gateway_integration" "options" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  resource_id = aws_api_gateway_resource.items.id
  http_method = "OPTIONS"
  type        = "MOCK"
}

resource "aws_api_gateway_deployment" "live" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
${parts.trigger ?? ""}}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = aws_api_gateway_deployment.live.id
  stage_name    = "live"
}
${parts.grants ?? ""}`;

const granted = `
resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "\${aws_api_gateway_rest_api.shop.execution_arn}/*/*"
}
`;

test("a REST API with its mistakes", async () => {
  const found = await told("main.tf", rest({ method: "GET" }));
  expect(found).toMatchObject({
    own: {
      gateway: "rest",
      language: "python",
      runtime: "python3.12",
      handler: "app.lambda_handler",
      request: { path: "/items" },
    },
    settings: {
      functionTimeoutMs: 15_000,
      memoryMb: 512,
      environment: { table_name: "aws_dynamodb_table.orders", STAGE: "live" },
      integrationHttpMethod: "GET",
      binaryMediaTypes: ["*/*"],
      stage: "live",
    },
    conditions: { permission: "missing" },
    lines: { handler: 11, memoryMb: 14, integrationHttpMethod: 40 },
    mistakes: ["binary-wildcard-breaks-options 44", "not-redeployed 51"],
  });
});

test("a deployment with triggers and a permission are as they should be", async () => {
  const trigger = "  triggers = { redeployment = sha1(jsonencode([1])) }\n";
  const found = await told("main.tf", rest({ grants: granted, trigger }));
  expect(found?.conditions).toEqual({});
  expect(found?.mistakes).toEqual(["binary-wildcard-breaks-options 44"]);
});

test("an HTTP API has payload format 1.0 unless it says another", async () => {
  const http = (format: string) => `${lambda}
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://shop.example"]
  }
}

resource "aws_apigatewayv2_integration" "api" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.api.invoke_arn
${format}}

resource "aws_apigatewayv2_route" "get" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "GET /items/{id}"
  target    = "integrations/\${aws_apigatewayv2_integration.api.id}"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.shop.id
  name   = "$default"
}
${granted.replace("aws_api_gateway_rest_api", "aws_apigatewayv2_api")}`;
  const found = await told("main.tf", http(""));
  expect(found).toMatchObject({
    own: { gateway: "http1", request: { path: "/items/1" } },
    settings: { resourcePath: "/items/{id}", cors: { allowOrigins: ["https://shop.example"] } },
    conditions: {},
  });
  expect(found?.settings.stage).toBeUndefined();
  const newer = await told("main.tf", http('  payload_format_version = "2.0"\n'));
  expect(newer?.own.gateway).toBe("http2");
});

test("several files are one configuration", async () => {
  const [variables = "", functions = "", api = ""] = rest({}).split(
    /(?=resource "aws_lambda_function"|resource "aws_api_gateway_rest_api")/,
  );
  const found = await told("lambda.tf", functions, [
    ["api.tf", api],
    ["variables.tf", variables],
  ]);
  expect(found?.own.runtime).toBe("python3.12");
  expect(found?.settings.functionTimeoutMs).toBe(15_000);
  expect(found?.own.gateway).toBe("rest");
  expect(found?.conditions).toEqual({ permission: "missing" });
});

test("a function URL and a target group", async () => {
  const url = await told(
    "main.tf",
    `${lambda}
resource "aws_lambda_function_url" "api" {
  function_name      = aws_lambda_function.api.function_name
  authorization_type = "NONE"
  invoke_mode        = "RESPONSE_STREAM"
}
`,
  );
  expect(url).toMatchObject({
    own: { gateway: "url" },
    settings: { invokeMode: "RESPONSE_STREAM" },
    conditions: {},
  });
  const group = await told(
    "main.tf",
    `${lambda}
resource "aws_lb_target_group" "api" {
  target_type                        = "lambda"
  lambda_multi_value_headers_enabled = true
}

resource "aws_lb_target_group_attachment" "api" {
  target_group_arn = aws_lb_target_group.api.arn
  target_id        = aws_lambda_function.api.arn
}
`,
  );
  expect(group).toMatchObject({
    own: { gateway: "alb" },
    settings: { multiValueHeaders: true },
    conditions: { permission: "missing" },
  });
});

test("a text that is cut off is read as far as it goes", async () => {
  const found = await told("main.tf", rest({ method: "GET" }).slice(0, 1250));
  expect(found?.settings).toMatchObject({ memoryMb: 512 });
  expect(found?.conditions).toEqual({});
});
