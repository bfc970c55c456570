import type { Node } from "web-tree-sitter";
import type { CodeReading, ParsedFile } from "../reading";
import type { Code } from "./program";
import { codesOfModule } from "./walk";

/** A place where the code reads an environment variable. */
export interface EnvironmentRead {
  readonly file: ParsedFile;
  readonly node: Node;
  readonly name: string;
}

const getters =
  /^(?:os\.(?:getenv|Getenv|LookupEnv)|System\.getenv|Environment\.GetEnvironmentVariable|ENV\.fetch|(?:os\.)?environ\.get)$/;
const maps = /^(?:os\.environ|environ|ENV)$/;

function literal(code: Code | undefined): string | undefined {
  return code?.kind === "literal" && typeof code.value === "string" ? code.value : undefined;
}

function readIn(code: Code): string | undefined {
  if (code.kind === "index")
    return maps.test(code.object.node.text) ? literal(code.index) : undefined;
  if (code.kind !== "call") return undefined;
  return getters.test(code.callee.node.text.replace(/\s*\([\s\S]*$/, ""))
    ? literal(code.arguments[0]?.value)
    : undefined;
}

/** Every environment variable that Python, Go, C#, Java or Ruby code reads, each place once. */
export function environmentReads({ program }: CodeReading): readonly EnvironmentRead[] {
  const found = new Map<string, EnvironmentRead>();
  for (const module of program?.modules ?? []) {
    for (const code of codesOfModule(module)) {
      const name = readIn(code);
      const { file } = module;
      if (name !== undefined) {
        found.set(`${file.path}:${code.node.startIndex}`, { file, node: code.node, name });
      }
    }
  }
  return [...found.values()];
}
