import { expect, type Judge, testOnOneHarness as test } from "./harness/test";

const decorated = `
enum Kind { Json = "json" }
namespace Codes { export const ok = 200; }
function logged(target: object, key: string, descriptor: PropertyDescriptor) {
  const original = descriptor.value;
  descriptor.value = async function (this: unknown, ...given: unknown[]) {
    console.log(key);
    return original.apply(this, given);
  };
}
class Lambda {
  constructor(private readonly kind: Kind = Kind.Json) {}
  @logged
  public async handler(event: unknown): Promise<object> {
    return { statusCode: Codes.ok, body: this.kind as string };
  }
}
const lambda = new Lambda();
export const handler = lambda.handler.bind(lambda);
`;

test("enums, namespaces, decorators and parameter properties run", async ({ runNode }) => {
  const { payload, logs } = await runNode({ files: [{ path: "index.ts", text: decorated }] });
  expect(payload).toBe('{"statusCode":200,"body":"json"}');
  expect(logs.some((line) => line.endsWith("\tINFO\thandler"))).toBe(true);
});

const throwing = `import type { Handler } from "aws-lambda";
interface Order { id: string }
const price = <T extends Order>(order: T): number => { const id: string = order.id; throw new Error(id); };
export const handler: Handler = async (event: Order) => ({ statusCode: price(event) });`;

test("an error's trace names the user's own file, lines and columns", async ({ runNode }) => {
  for (const [path, frame] of [
    ["index.ts", "/var/task/index.ts"],
    ["index.mts", "file:///var/task/index.mts"],
    ["index.cts", "/var/task/index.cts"],
  ] as const) {
    const { error } = await runNode({ files: [{ path, text: throwing }], event: '{"id":"7"}' });
    expect(error?.trace?.slice(0, 3), path).toEqual([
      "Error: 7",
      `    at price (${frame}:3:91)`,
      `    at Runtime.handler (${frame}:4:72)`,
    ]);
  }
});

test("a file that does not parse is told of where it is", async ({ runNode }) => {
  const text = "const a: string = 'x';\nexport const handler = async () => ({ a: 1 b: 2 });";
  for (const path of ["index.ts", "index.mts"]) {
    const { error, observations } = await runNode({ files: [{ path, text }] });
    expect(error?.errorType).toBe("Runtime.UserCodeSyntaxError");
    expect(observations.syntaxErrorAt).toEqual({ file: path, line: 2, column: 44 });
  }
});

test("imports find the submission's files as bundlers do", async ({ runNode }) => {
  const text = `import { one } from "./lib/one";
    import { two } from "./lib/two.js";
    import three from "./three.ts";
    export const handler = async () => [one, two, three];`;
  const others = [
    { path: "lib/one.ts", text: "export const one: number = 1;" },
    { path: "lib/two.ts", text: "export const two = 2 as const;" },
    { path: "three.ts", text: "export default 3 satisfies number;" },
  ];
  const packageJson = { path: "package.json", text: '{ "type": "module" }' };
  for (const more of [others, [...others, packageJson]]) {
    const { payload } = await runNode({ files: [{ path: "index.ts", text }, ...more] });
    expect(payload).toBe("[1,2,3]");
  }
});

test("a file that was not handed in is stood in for, a package that nobody knows is missing", async ({
  runNode,
}) => {
  const { payload, observations } = await runNode({
    files: [
      {
        path: "index.ts",
        text: `import { find } from "./users";
          import { table } from "@/tables";
          export const handler = async () => ({ statusCode: 200, body: JSON.stringify(await find(7)) });`,
      },
    ],
  });
  expect(payload).toBe('{"statusCode":200,"body":"{}"}');
  expect(observations.stubCalls).toEqual([{ module: "./users", call: "find", arguments: ["7"] }]);

  const { error } = await runNode({
    files: [
      { path: "index.ts", text: 'import x from "nobody-knows-this"; export const handler = x;' },
    ],
  });
  expect(error?.errorType).toBe("Runtime.ImportModuleError");
});

const judged: readonly (readonly [string, string, number])[] = [
  [
    "const data: object = {};\nexport const handler = async (): Promise<any> => ({ statusCode: 200, body: data });",
    "body-not-string",
    502,
  ],
  [
    "export const handler = (event: unknown): object => ({ statusCode: 200, body: '' });",
    "sync-return-ignored",
    502,
  ],
  [
    "export const handler = async (event: any) => {\n  return { statusCode: 200 body: '' };\n};",
    "syntax-error",
    502,
  ],
  [
    "const where: string = import.meta.url;\nexport const handler = async () => ({ statusCode: 200, body: where });",
    "esm-cjs-mismatch",
    502,
  ],
  ["exports.handler = async (event) => ({ statusCode: 200, body: 'from a bundler' });", "", 200],
];

async function statusAndCause(judge: Judge, submission: object) {
  const { responses, findings } = await judge(submission);
  const primary = findings.find(({ role }) => role === "primary");
  return { status: responses.rest?.status, primary };
}

test("causes are found in TypeScript, and their fixes hold", async ({ judge }) => {
  for (const [text, cause, status] of judged) {
    const submission = { language: "typescript", files: [{ path: "index.ts", text }] };
    const first = await statusAndCause(judge, submission);
    expect([first.status, first.primary?.cause ?? ""], text).toEqual([status, cause]);
    if (!first.primary) continue;
    const after = await statusAndCause(judge, Object(first.primary.fix?.submission));
    expect([after.status, after.primary], text).toEqual([200, undefined]);
  }
});
