import { expect, test } from "vitest";
import {
  frameAllow,
  framePolicy,
  frameReferrerPolicy,
  frameSandbox,
  pageHeaders,
  pagePolicy,
} from "./policy";

test("the frame may run scripts and nothing else", () => {
  expect(frameSandbox).toBe("allow-scripts");
  expect(frameAllow).toBe("");
  expect(frameReferrerPolicy).toBe("no-referrer");
});

test("the frame's policy allows its bootstrap, blobs, and nothing from anywhere", () => {
  expect(framePolicy("sha256-x")).toBe(
    "default-src 'none'; script-src blob: 'sha256-x'; worker-src blob:",
  );
});

test("only a runtime made of WebAssembly may compile it", () => {
  expect(framePolicy("sha256-x", true)).toBe(
    "default-src 'none'; script-src blob: 'sha256-x' 'wasm-unsafe-eval'; worker-src blob:",
  );
});

test("the page's policy allows its own files, the frame's bootstrap, and no frame to navigate", () => {
  expect(pagePolicy("sha256-x")).toBe(
    "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-x'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'",
  );
});

test("the headers file says the same and what a meta element cannot say", () => {
  expect(pageHeaders("sha256-x")).toEqual({
    "Content-Security-Policy": `${pagePolicy("sha256-x")}; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
});
