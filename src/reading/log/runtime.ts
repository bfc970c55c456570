import type { PartedLine } from "./line";

/** What only one runtime writes into its traces and error documents, the exact release first. */
const traces: readonly {
  readonly text: RegExp;
  readonly runtime: (match: RegExpExecArray) => string;
}[] = [
  { text: /\/var\/lang\/lib\/(python3\.\d{1,2})\//, runtime: ([, name = "python"]) => name },
  {
    text: /\/var\/lang\/lib\/ruby\/|\/var\/task\/[\w./-]{1,200}\.rb:\d|^(?:Function|Init)<\w+>: /m,
    runtime: () => "ruby",
  },
  {
    text: /\/var\/runtime\/(?:index|Runtime|UserFunction)|\/var\/task\/[\w./-]{1,200}\.[mc]?js\b|\bnode:internal\//,
    runtime: () => "nodejs",
  },
  { text: /File "\/var\/(?:task|runtime)\//, runtime: () => "python" },
  {
    text: /^java\.|^\s+at [\w.$/]{1,200}\([\w$]{1,100}\.java:\d+\)|com\.amazonaws\.services\.lambda\.runtime/m,
    runtime: () => "java",
  },
  {
    text: /\bAmazon\.Lambda\.|^System\.\w+Exception|LambdaSerializerAttribute/m,
    runtime: () => "dotnet",
  },
  { text: /\/var\/task\/bootstrap|^goroutine \d+ /m, runtime: () => "go" },
];

/** The runtime that a request's lines give away, by its name where they tell no release; undefined when none does. */
export function runtimeInTraces(lines: readonly PartedLine[]): string | undefined {
  for (const { text: pattern, runtime } of traces) {
    for (const { part, text } of lines) {
      if (part !== "error" && part !== "text" && part !== "statement") continue;
      const match = pattern.exec(text);
      if (match) return runtime(match);
    }
  }
  return undefined;
}
