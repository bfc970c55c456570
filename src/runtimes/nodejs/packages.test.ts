import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainTask } from "../../sandbox/plain-task";
import { keptPackages, modulesOfPackages } from "./packages";

/** The npm packages themselves, by what they are called. */
const origins: Readonly<Record<string, string>> = {
  "middy 6": "@middy/core",
  "Express 4": "express",
  "serverless-http 4": "serverless-http",
  "serverless-express 4": "@codegenie/serverless-express",
};

test.each(keptPackages.map(({ title }) => title))("%s is the version that is here", (title) => {
  const description = `../../../node_modules/${origins[title]}/package.json`;
  const { version } = JSON.parse(readFileSync(new URL(description, import.meta.url), "utf8"));
  expect(version.split(".")[0]).toBe(title.split(" ")[1]);
});

test("a package brings the modules of Node.js that it needs", () => {
  const namedIn = (text: string) => [
    ...modulesOfPackages({ ...plainTask, files: [{ path: "index.mjs", text }] }),
  ];
  expect(namedIn("import serverless from 'serverless-http';")).toEqual(["stream", "http"]);
  expect(namedIn("import pg from 'pg';")).toEqual([]);
});
