import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSubmission } from "../submission";
import { decodePermalink, encodePermalink, largestSubmission } from "./permalink";

const handler = "exports.handler = async () => ({ statusCode: 200, body: 'ok' });\n";
const founding = parseSubmission({
  v: 1,
  files: [{ path: "index.js", text: handler }],
  runtime: "nodejs24.x",
  request: { method: "POST", headers: [["X-Emoji", "🙂"]], body: "ä" },
});

function linkTo(json: string | Uint8Array): string {
  return `#v1.${deflateRawSync(json).toString("base64url")}`;
}

async function reasonOf(hash: string): Promise<string> {
  return decodePermalink(hash).then(
    () => "opened",
    (error: { reason?: string }) => error.reason ?? String(error),
  );
}

test("a submission comes back from its link unchanged", async () => {
  expect(await decodePermalink(await encodePermalink(founding))).toEqual(founding);
});

test("a link carries only what differs from the default", async () => {
  const hash = await encodePermalink(parseSubmission({ v: 1, files: founding.files }));
  const { inflateRawSync } = await import("node:zlib");
  const json = inflateRawSync(Buffer.from(hash.slice(4), "base64url")).toString();
  expect(JSON.parse(json)).toEqual({ v: 1, files: founding.files });
});

test("a link made by another tool from JSON and deflate opens", async () => {
  const submission = await decodePermalink(linkTo('{"v":1,"kind":"output","text":"{}"}'));
  expect(submission).toMatchObject({ kind: "output", text: "{}", gateway: "rest" });
});

test("the first version's link still opens", async () => {
  const fixture =
    "#v1.BcE7DoAgEEDBu7yaRss9gTew2YYEokYCxCx-Qri7M50bmRznkQNCaVab4bD4GkJXlphSUURZy5WCMnBs3uLjP4TdrM6MHw";
  expect(await decodePermalink(fixture)).toMatchObject({
    kind: "output",
    text: '{"Hello":"World"}',
    gateway: "http2",
  });
});

test.each([
  ["an unknown version", "#v9.AAAA", "unknown-version"],
  ["no version", "#whatever", "unknown-version"],
  ["a name of Object's prototype as version", "#constructor.AAAA", "unknown-version"],
  ["characters outside base64url", "#v1.a+b/", "not-base64url"],
  ["nothing after the dot", "#v1.", "not-base64url"],
  ["a base64 length that cannot be", "#v1.A", "not-base64url"],
  ["bytes that are not DEFLATE", "#v1._____w", "damaged"],
  ["a cut stream", linkTo(JSON.stringify({ v: 1, text: handler })).slice(0, -6), "damaged"],
  ["text that is not JSON", linkTo("v1"), "not-json"],
  ["bytes that are not UTF-8", linkTo(new Uint8Array([0x22, 0xff, 0x22])), "not-json"],
  ["a number", linkTo("5"), "not-a-submission"],
  ["another version inside", linkTo('{"v":2}'), "not-a-submission"],
  ["an unknown gateway", linkTo('{"v":1,"gateway":"soap"}'), "not-a-submission"],
  ["files that are not a list", linkTo('{"v":1,"files":{"a":1}}'), "not-a-submission"],
  ["a fragment over 64 KiB", `#v1.${"A".repeat(70_000)}`, "too-long"],
])("%s is refused", async (_case, hash, reason) => {
  expect(await reasonOf(hash)).toBe(reason);
});

test("a decompression bomb is refused in under 100 ms", async () => {
  const bomb = linkTo(new Uint8Array(10_000_000));
  // The quickest of several: what else the machine does is no part of the question.
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const started = performance.now();
    expect(await reasonOf(bomb)).toBe("too-large");
    least = Math.min(least, performance.now() - started);
  }
  expect(least).toBeLessThan(100);
});

test("a submission that no page would open is refused when the link is made", async () => {
  const large = parseSubmission({ v: 1, kind: "log", text: "x".repeat(largestSubmission) });
  await expect(encodePermalink(large)).rejects.toMatchObject({ reason: "too-large" });
});

test("members of a hostile link never reach a prototype", async () => {
  const { settings } = await decodePermalink(
    linkTo(
      '{"v":1,"__proto__":{"polluted":true},"settings":{"environment":{"__proto__":{"polluted":true}}}}',
    ),
  );
  expect(Reflect.get(settings.environment, "polluted")).toBeUndefined();
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("random text after the version never throws anything but a permalink error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect(await reasonOf(`#v1.${text}`)).not.toMatch(/Error/);
    }),
    { numRuns: 100 },
  );
});
