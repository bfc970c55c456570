import { languageOfFile } from "../../submission/name-file";
import { languageOfRuntime } from "../../submission/runtime-language";
import { codeFiles, type Language, type Submission } from "../../submission/submission";
import type { ConfiguredFunction, ConfiguredRoute, Deployment } from "./deployment";
import { handlerFor } from "./handler";
import { textOf, valueAt } from "./node";

/** The function and the way to it that the submission is about. */
export interface Choice {
  readonly function: ConfiguredFunction | undefined;
  readonly route: ConfiguredRoute | undefined;
}

/** The language of the submission's code; undefined where there is none. */
export function languageOfCode(submission: Submission): Language | undefined {
  const told = codeFiles(submission.files).flatMap(({ path }) => languageOfFile(path) ?? []);
  return told.includes(submission.language) ? submission.language : told[0];
}

function isSame(one: Language, other: Language): boolean {
  const family = (language: Language) => (language === "typescript" ? "javascript" : language);
  return family(one) === family(other);
}

/** Whether the function's runtime runs this code. */
export function fits({ properties }: ConfiguredFunction, language: Language | undefined): boolean {
  const runtime = textOf(valueAt(properties, "Runtime")) ?? "";
  const runs = languageOfRuntime(runtime);
  return language === undefined || runs === undefined || isSame(runs, language);
}

/** The first of those that have the most points. */
function best<T>(all: readonly T[], points: (each: T) => number): T | undefined {
  const scored = all.map((each) => ({ each, score: points(each) }));
  const most = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === most)?.each;
}

/** Whether a route's path, with its variables in braces, is that of a request. */
export function fitsPath(pattern: string, path: string): boolean {
  if (pattern === "$default") return true;
  const given = path.replace(/^\/+|\/+$/g, "").split("/");
  const parts = pattern.replace(/^\/+|\/+$/g, "").split("/");
  const greedy = parts.findIndex((part) => part.endsWith("+}"));
  const compared = greedy < 0 ? parts : parts.slice(0, greedy);
  return (
    (greedy >= 0 || parts.length === given.length) &&
    compared.every((part, index) => part.startsWith("{") || part === given[index])
  );
}

/** Whether the request goes through the route. */
export function takes(route: ConfiguredRoute, { method, path }: Submission["request"]): boolean {
  const isMethod = route.method === "ANY" || route.method === method.toUpperCase();
  return isMethod && fitsPath(route.path, path);
}

/** Whether nobody has said what the request is. */
export function isUnsaid({ method, path, query, body }: Submission["request"]): boolean {
  return method === "GET" && path === "/" && query === "" && body === "";
}

/**
 * Of several functions the one whose handler is in the code at hand, of several routes the one that the
 * request takes; where neither tells, one that is broken, else the first.
 */
export function choose(
  deployment: Deployment,
  submission: Submission,
  isBroken: (route: ConfiguredRoute) => boolean,
): Choice {
  const { functions, routes } = deployment;
  const code = codeFiles(submission.files);
  const language = languageOfCode(submission);
  const leadingTo = (id: string) => routes.filter((route) => route.function === id);
  const pointsOfFunction = (each: ConfiguredFunction): number => {
    const written = textOf(valueAt(each.properties, "Handler")) ?? "";
    const { certainty, handler } = handlerFor(written, each.packageRoot, code);
    const name = handler.slice(handler.lastIndexOf(".") + 1);
    const isNamed = name !== "" && code.some(({ text }) => text.includes(name));
    const ways = leadingTo(each.id);
    const known = code.length === 0 ? 0 : certainty * 8 + (isNamed ? 4 : 0);
    return known + (ways.some(isBroken) ? 2 : 0) + (ways.length > 0 ? 1 : 0);
  };
  const able = functions.filter((each) => fits(each, language));
  const chosen = best(able, pointsOfFunction);
  const ways = routes.filter((route) =>
    chosen ? route.function === chosen.id : route.function === undefined,
  );
  const pointsOfRoute = (route: ConfiguredRoute): number => {
    const isTaken = takes(route, submission.request);
    const said = !isUnsaid(submission.request) && isTaken ? 4 : 0;
    return said + (isBroken(route) ? 2 : 0) + (isTaken ? 1 : 0);
  };
  return { function: chosen, route: best(ways, pointsOfRoute) };
}
