import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { configure } from "./as-configured";

const yaml = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { BinaryMediaTypes: ['*/*'] } }
  Fn: &fn
    Type: AWS::Lambda::Function
    Properties: { Handler: index.handler, Runtime: nodejs22.x, Timeout: 7 }
  Copy:
    <<: *fn
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      HttpMethod: GET
      Integration:
        Type: AWS
        IntegrationHttpMethod: GET
        Uri: !Sub functions/\${Fn.Arn}/invocations
functions:
  a: { handler: b.c, events: [{ http: GET /x }, { httpApi: '*' }], url: true }
`;
const hcl = `resource "aws_lambda_function" "a" {
  handler = "a.b"
  environment {
    variables = { A = var.b, C = "\${local.d}" }
  }
}
resource "aws_api_gateway_integration" "b" {
  type = "AWS_PROXY"
  uri = aws_lambda_function.a.invoke_arn
}
locals { d = local.d }
`;
const json = JSON.stringify({ Resources: { F: { Type: "AWS::Lambda::Function" } } });

/** What a piece of work costs, whatever else the machine is doing; in seconds. */
async function processorSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function read(path: string, text: string): Promise<void> {
  await configure(parseSubmission({ v: 1, files: [{ path, text }] }));
}

test.each([
  ["template.yaml", yaml],
  ["main.tf", hcl],
  ["template.json", json],
])(
  "%s can be damaged in any way",
  async (path, text) => {
    const damage = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(12),
      put: fc.oneof(
        fc.string({ unit: "binary", maxLength: 6 }),
        fc.constantFrom(
          "{",
          "[",
          "- ",
          '"',
          "'",
          "${",
          "*fn",
          "&fn ",
          "<<: ",
          "\n",
          "\t",
          "!Sub ",
          ": ",
          "<<EOF\n",
        ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const damaged = damages.reduce(
          (before, { at, cut, put }) => `${before.slice(0, at)}${put}${before.slice(at + cut)}`,
          text,
        );
        await read(path, damaged);
      }),
      { numRuns: 25 },
    );
  },
  60_000,
);

test.each([
  ["deep YAML", "a.yaml", "[".repeat(20_000)],
  ["deep JSON", "a.json", '{"a":'.repeat(20_000)],
  ["deep HCL", "a.tf", `a = ${"[".repeat(20_000)}`],
  [
    "deep mappings",
    "a.yaml",
    Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
  ],
  [
    "aliases of aliases",
    "a.yaml",
    `Resources:\n${Array.from(
      { length: 40 },
      (_, index) => `  k${index}: &k${index} [*k${index - 1}, *k${index - 1}, *k${index - 1}]`,
    ).join(
      "\n",
    )}\n  F: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { A: *k39 } } } }`,
  ],
  [
    "variables of variables",
    "serverless.yml",
    `custom:\n${Array.from(
      { length: 12 },
      (_, index) => `  a${index}: '${`\${self:custom.a${index + 1}}`.repeat(50)}'`,
    ).join("\n")}\nfunctions:\n  f: { handler: "\${self:custom.a0}" }`,
  ],
])(
  "%s ends soon",
  async (_, path, text) => {
    expect(await processorSeconds(() => read(path, text))).toBeLessThan(4);
  },
  60_000,
);

test("twice the text takes about twice the time", async () => {
  const many = (count: number) =>
    `Resources:\n${Array.from(
      { length: count },
      (_, index) =>
        `  F${index}:\n    Type: AWS::Lambda::Function\n    Properties: { Handler: a.b, Runtime: nodejs22.x }`,
    ).join("\n")}`;
  await read("template.yaml", many(200));
  const costs = (count: number) => processorSeconds(() => read("template.yaml", many(count)));
  const [one, four] = [await costs(250), await costs(1000)];
  expect(four).toBeLessThan(one * 12 + 0.3);
}, 60_000);
