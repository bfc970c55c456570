import type { CodePlace } from "../../submission/evidence";
import type { SourceFile, Submission } from "../../submission/submission";
import type { ConfigurationReading } from "../reading";
import { conversionToText, permissionFor } from "./additions";
import { choose, languageOfCode } from "./choose";
import { type Deployment, nothingDeployed, together } from "./deployment";
import { httpApiDeployment } from "./http-api";
import { mistakesIn } from "./mistakes";
import { entryAt, type Node, type Stretch } from "./node";
import { openApiDeployment } from "./openapi";
import { functionUrls, targetGroups } from "./other-fronts";
import type { ParsedText } from "./parsed-text";
import { lacksPermission, permissionsIn } from "./permissions";
import { readHcl } from "./read-hcl";
import { readJson } from "./read-json";
import { readYaml } from "./read-yaml";
import { resourcesIn } from "./resources";
import { restApiDeployment } from "./rest-api";
import { samDeployment } from "./sam";
import { serverlessDeployment } from "./serverless";
import { tellFunction } from "./tell-function";
import { callsWithOtherMethod, tellRoute } from "./tell-route";
import { collectTold } from "./told";
import { withLocals, withParameters, withServerlessVariables } from "./variables";

/** A text longer than this is not read; in characters. */
const longest = 2_000_000;

async function parse({ path, text }: SourceFile): Promise<ParsedText> {
  if (text.length > longest) return { isWhole: false };
  try {
    if (/\.tf$/i.test(path)) return await readHcl(path, text);
    return /\.json$/i.test(path) ? readJson(path, text) : readYaml(path, text);
  } catch (error) {
    // Nested beyond what the parsers' stack holds.
    if (error instanceof RangeError) return { isWhole: false };
    throw error;
  }
}

/** What stands for a file's own variables is put in their place, where it has any. */
function withVariables(root: Node): Node {
  const filled = entryAt(root, "Parameters") ? withParameters(root) : root;
  return entryAt(filled, "functions") ? withServerlessVariables(filled) : filled;
}

/** A file as it was read last: trying fixes reads the same text again and again. */
const latest = new Map<string, { readonly text: string; readonly parsed: Promise<ParsedText> }>();
const mostKept = 20;

function parsedOnce({ path, text }: SourceFile): Promise<ParsedText> {
  const known = latest.get(path);
  if (known?.text === text) return known.parsed;
  const parsed = parse({ path, text }).then(({ root, isWhole }) => ({
    ...(root ? { root: withVariables(root) } : {}),
    isWhole,
  }));
  if (latest.size >= mostKept) latest.clear();
  latest.set(path, { text, parsed });
  return parsed;
}

/** What all roots describe together: a Terraform configuration is spread over files. */
function deploymentOf(roots: readonly Node[]): Deployment {
  const resources = roots.flatMap(resourcesIn);
  const tools = roots.flatMap((root) => [
    samDeployment(root, resourcesIn(root)),
    serverlessDeployment(root),
    openApiDeployment(root, { resources }),
  ]);
  const fronts: Deployment = {
    ...nothingDeployed,
    routes: [...functionUrls(resources), ...targetGroups(resources)],
    permissions: permissionsIn(resources),
  };
  return together([...tools, restApiDeployment(resources), httpApiDeployment(resources), fronts]);
}

/** Turns offsets into lines and columns, each file's lines counted once. */
function placesIn(files: readonly SourceFile[]): (at: Stretch) => CodePlace {
  const starts = new Map<string, readonly number[]>();
  const startsOf = (file: string): readonly number[] => {
    const known = starts.get(file);
    if (known) return known;
    const text = files.find(({ path }) => path === file)?.text ?? "";
    const counted = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    starts.set(file, counted);
    return counted;
  };
  const point = (file: string, offset: number): readonly [number, number] => {
    const lines = startsOf(file);
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (lines[low] ?? 0) + 1];
  };
  return ({ file, start, end }) => {
    const [line, column] = point(file, start);
    const [endLine, endColumn] = point(file, end);
    if (endLine === line) return { in: "code", file, line, column, endLine, endColumn };
    // Of what goes over many lines the first is its place: the whole would mark half of the file.
    const [, lineEnd] = point(file, Math.max(start, (startsOf(file)[line] ?? start + 2) - 2));
    return { in: "code", file, line, column, endLine: line, endColumn: lineEnd + 1 };
  };
}

/**
 * What the configuration files of a submission tell of it and what is wrong in them, with the place of
 * each; undefined where they describe no function and no API. Linear in the texts' length; a text that
 * is cut off or broken is read as far as it goes. Rejects when a grammar cannot be loaded.
 */
export async function readConfiguration(
  files: readonly SourceFile[],
  submission: Submission,
): Promise<ConfigurationReading | undefined> {
  const parsed = await Promise.all(files.map(parsedOnce));
  const roots = withLocals(parsed.flatMap(({ root }) => (root ? [root] : [])));
  const deployment = deploymentOf(roots);
  if (deployment.functions.length === 0 && deployment.routes.length === 0) return undefined;

  const isWhole = parsed.every((each) => each.isWhole);
  const isDenied = (route: Deployment["routes"][number]) =>
    isWhole && lacksPermission(route, deployment);
  const { function: chosen, route } = choose(
    deployment,
    submission,
    (each) => callsWithOtherMethod(each) || isDenied(each),
  );
  const tell = collectTold();
  tell.own("language", languageOfCode(submission), undefined);
  if (chosen) tellFunction(tell, chosen, submission);
  if (route) {
    tellRoute(tell, route, submission);
    tell.condition("permission", isDenied(route) ? "missing" : undefined, route.at);
  }
  const { own, settings, conditions, places } = tell.told;
  const placeOf = placesIn(files);
  const fileOf = (at: Stretch) => files.find(({ path }) => path === at.file);
  const chosenFile = chosen && fileOf(chosen.at);
  const grant =
    route && chosenFile && isDenied(route)
      ? permissionFor(route, chosen.id, chosen.at, chosenFile)
      : undefined;
  return {
    own,
    settings,
    conditions,
    places: new Map(
      [...places].map(([member, { at, write }]) => [
        member,
        {
          place: placeOf(at),
          ...(write ? { literal: { start: at.start, end: at.end, write } } : {}),
        },
      ]),
    ),
    mistakes: mistakesIn(deployment).map(({ cause, places: telling, convertAt }) => {
      const file = convertAt && fileOf(convertAt);
      const mend = file && conversionToText(convertAt, file);
      return { cause, places: telling.map(placeOf), ...(mend ? { mend } : {}) };
    }),
    ...(grant ? { grant } : {}),
  };
}
