import { expect, test } from "vitest";
import { told } from "./test-configuration";

const service = `service: shop
custom:
  stage: \${opt:stage, 'test'}
  defaults: &defaults
    memorySize: 256
provider:
  name: aws
  runtime: nodejs20.x
  stage: \${self:custom.stage}
  environment:
    TABLE: orders-\${sls:stage}
  apiGateway:
    binaryMediaTypes:
      - '*/*'
functions:
  orders:
    <<: *defaults
    handler: src/orders.handler
    timeout: 20
    environment:
      MODE: fast
    events:
      - http: GET /orders/{id}
      - http:
          path: orders
          method: post
          cors: true
`;

test("a REST API", async () => {
  const found = await told("serverless.yml", service);
  expect(found).toMatchObject({
    own: {
      gateway: "rest",
      runtime: "nodejs20.x",
      handler: "src/orders.handler",
      request: { method: "GET", path: "/orders/1" },
    },
    settings: {
      functionTimeoutMs: 20_000,
      memoryMb: 256,
      environment: { TABLE: "orders-test", MODE: "fast" },
      binaryMediaTypes: ["*/*"],
      resourcePath: "/orders/{id}",
      stage: "test",
    },
    conditions: {},
    lines: { runtime: 8, handler: 18, functionTimeoutMs: 19, memoryMb: 5 },
    mistakes: [],
  });
});

test("the route that the request takes", async () => {
  const found = await told("serverless.yml", service, [], {
    request: { method: "POST", path: "/orders" },
  });
  expect(found?.lines.gateway).toBe(24);
  expect(found?.settings.resourcePath).toBeUndefined();
});

test("an HTTP API, and what is usual where nothing is written", async () => {
  const found = await told(
    "serverless.yml",
    `service: hello
provider:
  name: aws
  runtime: python3.12
  httpApi:
    cors: true
functions:
  hello:
    handler: hello.main
    events:
      - httpApi: '*'
`,
  );
  expect(found).toMatchObject({
    own: { gateway: "http2", language: "python", handler: "hello.main" },
    settings: { functionTimeoutMs: 6000, memoryMb: 1024, cors: { allowOrigins: ["*"] } },
  });
});

test("integration: lambda is a custom integration", async () => {
  const found = await told(
    "serverless.yml",
    `provider: { name: aws, runtime: nodejs22.x }
functions:
  hello:
    handler: index.handler
    reservedConcurrency: 0
    events:
      - http:
          path: /
          method: get
          integration: lambda
`,
  );
  expect(found?.settings.integrationType).toBe("AWS");
  expect(found?.conditions).toEqual({ throttled: true });
});

test("a function URL and a load balancer", async () => {
  const gatewayOf = async (lines: string) =>
    (
      await told(
        "serverless.yml",
        `provider: { name: aws, runtime: nodejs22.x }\nfunctions:\n  hello:\n    handler: index.handler\n${lines}`,
      )
    )?.own.gateway;
  expect(await gatewayOf("    url: true\n")).toBe("url");
  expect(await gatewayOf("    events:\n      - alb: { listenerArn: x, priority: 1 }\n")).toBe(
    "alb",
  );
});
