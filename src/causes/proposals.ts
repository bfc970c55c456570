import { type Edit, editFiles } from "../reading/edit";
import { editPayload, type PayloadEdit } from "../reading/payload/edit";
import type { Settings, Submission } from "../submission/submission";
import type { FixProposal, Situation } from "./cause";

/** How a proposal is named, where the page's plain `fix` does not fit. */
type Naming = Omit<FixProposal, "submission">;

/** The pasted output with these edits made; nothing where it is no output, or cannot be edited so. */
export function outputEdited(
  { submission, reading }: Situation,
  edits: readonly PayloadEdit[],
  naming: Naming = {},
): readonly FixProposal[] {
  if (submission.kind !== "output" || !reading.output || edits.length === 0) return [];
  const text = editPayload(submission.text, reading.output, edits);
  return text === undefined ? [] : [{ ...naming, submission: { ...submission, text } }];
}

/** The pasted output in place of which the function should have returned this value. */
export function outputReplaced(
  situation: Situation,
  value: unknown,
  naming: Naming = {},
): readonly FixProposal[] {
  return outputEdited(situation, [{ kind: "replace", path: "$", value }], naming);
}

/** The code with these edits made; nothing where there are none, or they do not go together. */
export function codeEdited(
  submission: Submission,
  edits: readonly Edit[] | undefined,
  naming: Naming = {},
): readonly FixProposal[] {
  if (submission.kind !== "code" || !edits || edits.length === 0) return [];
  try {
    return [{ ...naming, submission: editFiles(submission, edits) }];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** The submission with other settings. */
export function settingsChanged(
  submission: Submission,
  change: Partial<Settings>,
  naming: Naming = {},
): readonly FixProposal[] {
  return [
    { ...naming, submission: { ...submission, settings: { ...submission.settings, ...change } } },
  ];
}
