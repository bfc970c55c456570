/** Tokens of the frame's sandbox attribute: scripts, and no origin of its own. */
export const frameSandbox = "allow-scripts";

/** Permissions policy of the frame: none. */
export const frameAllow = "";

/** Referrer policy of the frame. */
export const frameReferrerPolicy = "no-referrer";

function directives(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

/**
 * The Content-Security-Policy of the frame's document, its first child of head. A blob worker takes
 * it over, so this is also what user code runs under: no network, no eval, and WebAssembly only for
 * a runtime that consists of it.
 */
export function framePolicy(bootstrapHash: string, compilesWasm = false): string {
  return directives({
    "default-src": "'none'",
    "script-src": `blob: '${bootstrapHash}'${compilesWasm ? " 'wasm-unsafe-eval'" : ""}`,
    "worker-src": "blob:",
  });
}

/**
 * The Content-Security-Policy of the page. The frame's document inherits it, hence `blob:` and the
 * bootstrap's hash; `frame-src 'none'` lets `srcdoc` load and keeps the frame from navigating away.
 * WebAssembly is for the page's own parsers; the frame's policy takes it away again.
 */
export function pagePolicy(bootstrapHash: string): string {
  return directives({
    "default-src": "'self'",
    "script-src": `'self' blob: 'wasm-unsafe-eval' '${bootstrapHash}'`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "connect-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
}

/** Headers that a meta element cannot carry, for hosts that read a `_headers` file. */
export function pageHeaders(bootstrapHash: string): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": `${pagePolicy(bootstrapHash)}; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}
