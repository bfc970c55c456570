import { plainText } from "../causes/words";
import type { Report } from "../report/report";
import { findingWords } from "../report/words";
import type { Mark } from "./editor";
import { placeOf } from "./places";

/** The findings that show in one file, or in the pasted text when `file` is undefined. */
export function marksOf(report: Report, file: string | undefined): Mark[] {
  return report.findings.flatMap((finding) => {
    const words = findingWords(finding);
    return finding.evidence.flatMap((evidence, index) => {
      const place = placeOf(report, evidence);
      if (!place || place.file !== file) return [];
      return {
        id: `${finding.cause}/${index}`,
        cause: finding.cause,
        range: place.range,
        role: finding.role,
        title: plainText(words.title),
        summary: plainText(words.summary),
        fixTitle: finding.fix && plainText(words.fix ?? []),
      };
    });
  });
}
