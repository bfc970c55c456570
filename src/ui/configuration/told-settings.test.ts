import { expect, test } from "vitest";
import { observedInvocationSchema } from "../../invocation/invocation";
import { parseSubmission } from "../../submission/submission";
import { troubleshoot } from "../../troubleshoot";
import { toldSettings } from "./told-settings";

const template = `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs20.x
      Timeout: 10
      MemorySize: 128
      Environment: { Variables: { TABLE: orders } }
      Events: { Get: { Type: HttpApi, Properties: { Path: "/orders/{id}", Method: get } } }
`;

async function shown(written: object): Promise<readonly string[]> {
  const submission = parseSubmission({
    v: 1,
    files: [{ path: "template.yaml", text: template }],
    ...written,
  });
  const notRun = async () => observedInvocationSchema.parse({ outcome: "not-run" });
  const report = await troubleshoot(submission, notRun);
  const { configuration } = report.reading;
  return configuration
    ? toldSettings(report, configuration).map(
        ({ label, value, place }) => `${label} ${value} ${place.line}`,
      )
    : [];
}

test("what a template gave is shown with its line, the usual left out", async () => {
  expect(await shown({})).toEqual([
    "gateway HTTP API, format 2.0 10",
    "runtime Node.js 20 6",
    "handler index.handler 5",
    "request GET /orders/1 10",
    "route /orders/{id} 10",
    "function timeout 10000 ms 7",
    "environment variables TABLE 9",
  ]);
});

test("what the user has set otherwise is not shown as the template's", async () => {
  const all = await shown({ gateway: "alb", settings: { functionTimeoutMs: 5000 } });
  expect(all.join()).not.toMatch(/gateway|timeout/);
  expect(all.join()).toContain("runtime");
});
