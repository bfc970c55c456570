import { parseSubmission } from "../../submission/submission";
import { configure } from "./as-configured";

/** What is told, in one object, with the lines of the places and the causes of the mistakes. */
export async function told(
  path: string,
  text: string,
  code: readonly (readonly [path: string, text: string])[] = [],
  written: object = {},
) {
  const files = [[path, text] as const, ...code].map(([name, content]) => ({
    path: name,
    text: content,
  }));
  const { configuration, submission } = await configure(
    parseSubmission({ v: 1, files, ...written }),
  );
  if (!configuration) return undefined;
  const { own, settings, conditions, places, mistakes } = configuration;
  return {
    submission,
    own,
    settings,
    conditions,
    lines: Object.fromEntries(Array.from(places, ([member, { place }]) => [member, place.line])),
    mistakes: mistakes.map(({ cause, places: [first] }) => `${cause} ${first?.line}`),
  };
}
