import { useCallback, useState } from "react";
import type { Report } from "../report/report";
import type { FoundSecret } from "../submission/secrets/redaction";
import type { Submission } from "../submission/submission";
import { countMessage, message } from "./message";
import type { Notice } from "./notice";
import { copyLink, copyMarkdown, downloadReport, fetchRedaction } from "./share";

/** The ways out of the page. */
export type ShareWay = "link" | "markdown" | "report";

/** What is asked before something is shared: which of these secrets to replace. */
export interface SecretsQuestion {
  readonly way: ShareWay;
  readonly secrets: readonly FoundSecret[];
}

interface Sharing {
  /** What waits for the user's answer. */
  readonly question: SecretsQuestion | undefined;
  /** The secrets that the user chose to leave in, by their text. */
  readonly kept: ReadonlySet<string>;
  readonly share: (way: ShareWay) => Promise<void>;
  /** Asks anew what to replace. */
  readonly review: (way: ShareWay) => Promise<void>;
  /** Shares with all secrets replaced but those that are to be left in. */
  readonly answer: (question: SecretsQuestion, kept: ReadonlySet<string>) => Promise<void>;
  readonly cancel: () => void;
}

/**
 * Shares the submission and its report. A text that gives nothing away is shared at once; before a link or
 * Markdown gives something away, the user is asked. A report is saved at once, redacted, and can be reviewed.
 */
export function useSharing(
  submission: Submission,
  report: Report | undefined,
  tell: (notice: Notice) => void,
): Sharing {
  const [question, setQuestion] = useState<SecretsQuestion>();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());

  const hand = useCallback(
    async (way: ShareWay, hidden: readonly FoundSecret[]) => {
      const { redactionOf } = await fetchRedaction();
      const redact = hidden.length > 0 ? redactionOf(hidden) : undefined;
      const replaced = redact ? ` ${countMessage("secrets.replaced", hidden.length)}` : "";
      const review = redact && { review: { label: message("secrets.review"), way } };
      const done = (notice: Notice) =>
        tell(
          notice.tone === "bad" ? notice : { ...notice, ...review, text: notice.text + replaced },
        );
      if (way === "link") return done(await copyLink(submission, redact));
      if (!report) return tell({ text: message("share.nothing"), tone: "plain" });
      if (way === "markdown") return done(await copyMarkdown(report, submission, redact));
      await downloadReport(report, redact);
      if (redact) done({ text: message("share.report.done"), tone: "plain" });
    },
    [submission, report, tell],
  );

  const find = useCallback(
    async () => (await fetchRedaction()).findSecretsOf(submission),
    [submission],
  );

  const share = useCallback(
    async (way: ShareWay) => {
      const secrets = await find();
      const hidden = secrets.filter(({ text }) => !kept.has(text));
      const asks = hidden.length > 0 && way !== "report" && (way === "link" || report);
      if (asks) setQuestion({ way, secrets });
      else await hand(way, hidden);
    },
    [find, hand, kept, report],
  );

  const review = useCallback(
    async (way: ShareWay) => setQuestion({ way, secrets: await find() }),
    [find],
  );

  const answer = useCallback(
    async ({ way, secrets }: SecretsQuestion, left: ReadonlySet<string>) => {
      setQuestion(undefined);
      setKept(left);
      await hand(
        way,
        secrets.filter(({ text }) => !left.has(text)),
      );
    },
    [hand],
  );

  const cancel = useCallback(() => setQuestion(undefined), []);
  return { question, kept, share, review, answer, cancel };
}
