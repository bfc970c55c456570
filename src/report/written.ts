import { plainText } from "../causes/words";
import type { Finding } from "../diagnosis/finding";
import { gatewayKinds, writeSubmission } from "../submission/submission";
import { type Report, reportSchema, type WrittenReport } from "./report";
import { findingWords, headline } from "./words";

function writeFinding(finding: Finding): WrittenReport["findings"][number] {
  const { cause, role, evidence, facts, fix } = finding;
  return {
    cause,
    role,
    evidence: [...evidence],
    facts: [...facts],
    ...(fix && {
      fix: {
        title: plainText(findingWords(finding).fix ?? []),
        submission: writeSubmission(fix.submission),
        verified: fix.verified,
        status: fix.status,
      },
    }),
  };
}

/** The report as "Download report" saves it: version 1 of the contract, nothing else. */
export function writeReport(report: Report): WrittenReport {
  const { submission, reading, invocation, responses, findings } = report;
  const stubbed = new Set(invocation.observations.stubCalls.map(({ module }) => module));
  return reportSchema.parse({
    v: 1,
    submission: writeSubmission(submission),
    reading: { language: reading.language, imports: reading.imports, stubbed: [...stubbed] },
    invocation,
    responses: Object.fromEntries(
      gatewayKinds.flatMap((kind) => (responses[kind] ? [[kind, responses[kind]]] : [])),
    ),
    headline: plainText(headline(report)),
    findings: findings.map(writeFinding),
  });
}
