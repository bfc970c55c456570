import { expect, test } from "vitest";
import { grammarFor, parserFor } from "./grammars";

test("a file's extension names its grammar", () => {
  expect(grammarFor("index.mjs")).toBe("javascript");
  expect(grammarFor("src/index.ts")).toBe("typescript");
  expect(grammarFor("src/Function.cs")).toBe("csharp");
  expect(grammarFor("package.json")).toBeUndefined();
});

test("every grammar parses", async () => {
  const samples = {
    javascript: "export const handler = async () => ({});",
    typescript: "export const handler = async (event: unknown) => ({});",
    tsx: "export const handler = async (event: unknown) => ({});",
    python: "def lambda_handler(event, context):\n    return {}\n",
    go: "package main\n\nfunc main() { lambda.Start(handler) }\n",
    csharp: "public class Function { public int FunctionHandler() => 1; }",
    java: "class Handler { int handleRequest() { return 1; } }",
    ruby: "def lambda_handler(event:, context:)\n  {}\nend\n",
    hcl: 'resource "aws_lambda_function" "api" {\n  handler = "index.handler"\n}\n',
  } as const;
  for (const [name, text] of Object.entries(samples) as [keyof typeof samples, string][]) {
    const tree = (await parserFor(name)).parse(text);
    expect(tree?.rootNode.hasError, name).toBe(false);
  }
});
