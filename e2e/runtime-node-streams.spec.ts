import { expect, testOnOneHarness as test } from "./harness/test";

const imports = `import { Duplex, Readable, Writable } from "node:stream";
import { pipeline } from "stream/promises";
import { text } from "node:stream/consumers";`;

function streaming(body: string): string {
  return `${imports}
export const handler = awslambda.streamifyResponse(async (event, stream, context) => { ${body} });`;
}

/** What a handler writes, and the answer of a function URL that streams. */
const answers: readonly (readonly [string, { status: number; body: string; type?: string }])[] = [
  [
    "stream.setContentType('text/plain'); stream.write('a'); stream.end('b');",
    { status: 200, body: "ab", type: "text/plain" },
  ],
  [
    "const to = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { 'content-type': 'text/html' } }); to.write('<p>'); to.end();",
    { status: 201, body: "<p>", type: "text/html" },
  ],
  [
    "await pipeline(Readable.from([event.rawPath, '!']), awslambda.HttpResponseStream.from(stream, { statusCode: 202 }));",
    { status: 202, body: "/!" },
  ],
  [
    "await pipeline(async function* () { for (const part of 'xyz') { await new Promise((done) => setTimeout(done, 500)); yield part; } }, stream);",
    { status: 200, body: "xyz", type: "application/octet-stream" },
  ],
  [
    "const { body } = await fetch('https://example.com'); await pipeline(Readable.fromWeb(body), stream);",
    { status: 200, body: "{}" },
  ],
];

test("what streaming handlers write is what a streaming URL sends", async ({ judge }) => {
  for (const runtime of ["nodejs22.x", "nodejs24.x"]) {
    for (const [body, expected] of answers) {
      const { responses } = await judge({
        gateway: "url",
        runtime,
        settings: { invokeMode: "RESPONSE_STREAM" },
        files: [{ path: "index.mjs", text: streaming(body) }],
      });
      const { status, body: sent, headers = [] } = responses.url ?? {};
      const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
      const { type: wantedType = type, ...wanted } = expected;
      expect({ status, body: sent, type }, body).toEqual({ ...wanted, type: wantedType });
    }
  }
});

test("Node.js's streams and the web's become each other", async ({ runNode }) => {
  const code = `${imports}
    export const handler = async () => {
      const written = [];
      const note = new Writable({ write(chunk, _, done) { written.push(String(chunk)); done(); } });
      await pipeline(Readable.from(["c", "d"]), Writable.fromWeb(new WritableStream({ write: (chunk) => void written.push(String(chunk)) })));
      await new Response("e").body.pipeTo(Writable.toWeb(note));
      const zipped = [];
      await pipeline(Readable.from(["hello"]), Duplex.fromWeb(new CompressionStream("gzip")), async (source) => {
        for await (const chunk of source) zipped.push(chunk);
      });
      return [
        await text(Readable.fromWeb(new Response("a").body)),
        await new Response(Readable.toWeb(Readable.from([Buffer.from("b")]))).text(),
        written.join(""),
        Buffer.concat(zipped).subarray(0, 2).toString("hex"),
      ];
    };`;
  const { payload } = await runNode({ files: [{ path: "index.mjs", text: code }] });
  expect(payload).toBe('["a","b","cde","1f8b"]');
});

test("the global awslambda is left out where the environment says so", async ({ runNode }) => {
  const files = [{ path: "index.js", text: "exports.handler = async () => typeof awslambda;" }];
  const environment = { AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA: "true" };
  expect((await runNode({ files })).payload).toBe('"object"');
  expect((await runNode({ files, environment })).payload).toBe('"undefined"');
});
