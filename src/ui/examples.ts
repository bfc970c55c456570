import { type Case, casesSchema } from "../causes/cases";

/** The case of a cause that shows it best. */
export interface Example {
  readonly cause: string;
  readonly shown: Case;
}

const casesByPath = import.meta.glob<unknown>("../causes/*/cases.json", {
  import: "default",
  eager: true,
});

/** One example a cause, in the order of the causes' ids. This module holds every cause's cases: fetch it when asked for. */
export const examples: readonly Example[] = Object.entries(casesByPath)
  .map(([path, cases]) => ({
    cause: path.split("/").at(-2) ?? "",
    cases: casesSchema.parse(cases),
  }))
  .flatMap(({ cause, cases }) => {
    const shown = cases.find(({ example }) => example) ?? cases[0];
    return shown ? [{ cause, shown }] : [];
  });
