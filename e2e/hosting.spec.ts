import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { expect, test } from "@playwright/test";
import { Why502 } from "./why502";

const dist = "dist";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** A plain static host that serves the build from a folder below the root. */
function serveBelow(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname));
    const below = path.startsWith(folder) ? path.slice(folder.length) || "index.html" : undefined;
    const file = below && join(dist, below);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("the build works unchanged from a folder of a static host, and asks no other host", async ({
  page,
}) => {
  const server = await serveBelow("/tools/why502/");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const elsewhere: string[] = [];
  const missing: string[] = [];
  const violations: string[] = [];
  page.on("request", (request) => {
    if (!/^(blob|data|about):/.test(request.url()) && !request.url().startsWith(origin)) {
      elsewhere.push(request.url());
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });

  const why502 = new Why502(page);
  const handler = "exports.handler = async () => ({ statusCode: 200, body: 'ok' });";
  const json = JSON.stringify({ v: 1, files: [{ path: "index.js", text: handler }] });
  const { deflateRawSync } = await import("node:zlib");
  await why502.open(`${origin}/tools/why502/#v1.${deflateRawSync(json).toString("base64url")}`);
  await page.waitForLoadState("networkidle");
  await why502.runToEnd();
  await expect(why502.response).toContainText("200 OK");
  server.close();

  expect({ elsewhere, missing, violations }).toEqual({
    elsewhere: [],
    missing: [],
    violations: [],
  });
});

test("the policy is strict, and the same in the page and in the headers file", () => {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const [, escaped = ""] =
    /http-equiv="Content-Security-Policy"[^>]*content="([^"]*)"/.exec(page) ?? [];
  const meta = escaped.replaceAll("&#39;", "'");
  const headers = readFileSync(join(dist, "_headers"), "utf8");
  const header = /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? "";
  for (const policy of [meta, header]) {
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-src 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(policy).not.toMatch(/https?:/);
  }
  expect(header).toContain("frame-ancestors");
});
