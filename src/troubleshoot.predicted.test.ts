import { describe, expect, test } from "vitest";
import handlers from "./reading/predict/vectors/handlers.json";
import type { Report } from "./report/report";
import { handlerNameIn } from "./submission/handler-name";
import { recognise } from "./submission/recognise";
import { parseSubmission } from "./submission/submission";
import { troubleshoot } from "./troubleshoot";

interface Pasted {
  readonly text: string;
  readonly gateway: string;
  readonly request?: unknown;
}

/** Everything from a bare paste to the report, nothing set but the gateway and the request. */
async function judge({ text, gateway, request }: Pasted): Promise<Report> {
  const found = recognise(text);
  const { language } = found;
  const files = found.kind === "code" ? found.files : [];
  const stem = files[0]?.path.replace(/\.\w+$/, "");
  const handler = language === "ruby" ? `${stem}.${handlerNameIn(language, text)}` : undefined;
  const written = { v: 1, language, files, gateway, request, handler };
  return troubleshoot(parseSubmission(written), () =>
    Promise.reject(new Error("nothing is run here")),
  );
}

describe.each(handlers)("the pasted handler $id", (pasted) => {
  test(`gives ${pasted.expect.status} ${pasted.expect.causes.join(", ")}`, async () => {
    const report = await judge(pasted);
    const faults = report.findings.filter(({ role }) => role !== "advice");
    expect(report.invocation.predicted).toBe(true);
    expect(report.responses[report.submission.gateway]?.status).toBe(pasted.expect.status);
    if (pasted.expect.causes.length === 0) expect(faults).toEqual([]);
    else expect(report.findings[0]?.cause).toBe(pasted.expect.causes[0]);
  });
});

test("code that no run could be replaced for is not judged, but asked about", async () => {
  const text = `package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func main() {
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
`;
  const report = await judge({ text, gateway: "rest" });
  expect(report.invocation.outcome).toBe("not-run");
  expect(report.findings).toEqual([]);
});
