import type { Task } from "../src/sandbox/task";
import { openCanary } from "./harness/canary";
import { expect, test } from "./harness/test";

function handler(text: string, more: Partial<Task> = {}): Partial<Task> {
  return { files: [{ path: "index.js", text }], ...more };
}

const fine = handler("exports.handler = async () => ({ statusCode: 200, body: 'fine' });");
const finePayload = '{"statusCode":200,"body":"fine"}';

test("a handler finds nothing of the browser in its scope", async ({ runNode }) => {
  const names = [
    "window self document parent top opener frames location history origin name",
    "postMessage importScripts close onmessage onerror addEventListener removeEventListener",
    "dispatchEvent XMLHttpRequest EventSource WebTransport WebSocketStream Worker SharedWorker",
    "RTCPeerConnection indexedDB caches localStorage sessionStorage cookieStore FontFace fonts",
    "OffscreenCanvas createImageBitmap requestAnimationFrame scheduler trustedTypes",
    "reportError WorkerGlobalScope DedicatedWorkerGlobalScope FileReader Notification bridge",
  ]
    .join(" ")
    .split(" ");
  const { payload } = await runNode(
    handler(`exports.handler = async () => ${JSON.stringify(names)}.filter((name) =>
      eval_free(name) !== "undefined");
      function eval_free(name) { return typeof globalThis[name]; }`),
  );
  expect(JSON.parse(payload ?? "")).toEqual([]);
  const own = await runNode(
    handler(`exports.handler = async () => {
      const names = new Set();
      for (let holder = globalThis; holder; holder = Object.getPrototypeOf(holder))
        for (const name of Reflect.ownKeys(holder)) names.add(String(name));
      return [...names].filter((name) => /worker|message|import|report|storage|^rtc|webkit/i.test(name));
    }`),
  );
  expect(JSON.parse(own.payload ?? "").sort()).toEqual([
    "MessageChannel",
    "MessageEvent",
    "MessagePort",
  ]);
});

test("a handler finds the globals that its version of Node.js has", async ({ runNode }) => {
  const since: Readonly<Record<string, number>> = {
    process: 18,
    Buffer: 18,
    global: 18,
    setImmediate: 18,
    crypto: 19,
    CustomEvent: 19,
    File: 20,
    navigator: 21,
    WebSocket: 22,
    Iterator: 22,
    Float16Array: 24,
    URLPattern: 24,
  };
  for (const major of [18, 20, 22, 24]) {
    const { payload } = await runNode(
      handler(
        `exports.handler = async () => ${JSON.stringify(Object.keys(since))}.filter((name) => typeof globalThis[name] !== "undefined");`,
        { runtime: `nodejs${major}.x` },
      ),
    );
    const present = Object.entries(since).filter(([, first]) => major >= first);
    expect(JSON.parse(payload ?? ""), `Node.js ${major}`).toEqual(present.map(([name]) => name));
  }
  const { payload } = await runNode(
    handler("exports.handler = async () => [navigator.userAgent, navigator.platform];"),
  );
  expect(payload).toBe('["Node.js/22","linux"]');
});

test("a handler's network calls fail and reach nobody", async ({ runNode }) => {
  const canary = await openCanary();
  try {
    const { payload } = await runNode(
      handler(`exports.handler = async () => {
        const url = "http://127.0.0.1:${canary.port}/";
        const outcomes = {};
        try { await import(url + "module.mjs"); outcomes.module = "loaded"; } catch (error) { outcomes.module = error.code; }
        try { require(url); outcomes.required = "loaded"; } catch (error) { outcomes.required = error.code; }
        try { new Response(new ReadableStream({ pull(c) { c.close(); } })); } catch {}
        return outcomes;
      };`),
    );
    expect(JSON.parse(payload ?? "")).toEqual({
      module: "ERR_UNSUPPORTED_ESM_URL_SCHEME",
      required: "MODULE_NOT_FOUND",
    });
    expect(canary.heard).toEqual([]);
  } finally {
    await canary.close();
  }
});

const loops: Readonly<Record<string, string>> = {
  "a loop": "exports.handler = () => { for (;;); };",
  "a chain of awaits": "exports.handler = async () => { for (;;) await null; };",
  "a getter": "exports.handler = async () => ({ get body() { for (;;); } });",
  toJSON: "exports.handler = async () => ({ toJSON() { for (;;); } });",
  "top-level code": "for (;;); exports.handler = async () => 1;",
  "a shared-reference graph":
    "exports.handler = async () => { let a = []; for (let i = 0; i < 40; i += 1) a = [a, a]; return a; };",
};

for (const [name, text] of Object.entries(loops)) {
  test(`code that never ends is timed out: ${name}`, async ({ harnessPage, runNode }) => {
    const running = runNode(handler(text, { functionTimeoutMs: 1000 }));
    expect(await harnessPage.evaluate(() => 1 + 1)).toBe(2);
    const { outcome, error, observations } = await running;
    expect(outcome).toBe("timed-out");
    expect(error?.errorType).toBe("Sandbox.Timedout");
    expect(error?.errorMessage).toContain("Task timed out after 1.00 seconds");
    expect(observations.endedByPage).toBe("busy");
    expect((await runNode(fine)).payload).toBe(finePayload);
  });
}

test("a promise that never settles, a closed scope and a late throw each have their own answer", async ({
  runNode,
}) => {
  const never = await runNode(
    handler("exports.handler = async () => { await new Promise(() => {}); };"),
  );
  expect(never.error?.errorType).toBe("Runtime.NodeJsExit");

  const closed = await runNode(handler("exports.handler = async () => { self.close(); };"));
  expect(closed.error?.errorMessage).toBe("self is not defined");

  const late = await runNode(
    handler(
      "exports.handler = async () => { setTimeout(() => { throw new Error('late'); }, 5); return 'done'; };",
    ),
  );
  expect(late.payload).toBe('"done"');
  expect((await runNode(fine)).payload).toBe(finePayload);
});

const values: readonly (readonly [string, string])[] = [
  ["undefined", "null"],
  ["[undefined, () => 1, Symbol('s'), NaN, Infinity, -0]", "[null,null,null,null,null,0]"],
  [
    "({ map: new Map([[1, 2]]), set: new Set([1]), error: new Error('x') })",
    '{"map":{},"set":{},"error":{}}',
  ],
  ["new Date(0)", '"1970-01-01T00:00:00.000Z"'],
  ["[1, , 3]", "[1,null,3]"],
  ["'\\ud800'", '"\\ud800"'],
  ["new Proxy({ statusCode: 200 }, {})", '{"statusCode":200}'],
  ["new Float64Array([1.5])", '{"0":1.5}'],
];

test("odd values become the text that JSON.stringify makes of them", async ({ runNode }) => {
  for (const [expression, text] of values) {
    const { payload } = await runNode(handler(`exports.handler = async () => (${expression});`));
    expect(payload, expression).toBe(text);
  }
});

const unserialisable = [
  "({ a: 1n })",
  "(() => { const a = {}; a.self = a; return a; })()",
  "(() => { let a = {}; for (let i = 0; i < 1e6; i += 1) a = { a }; return a; })()",
  "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return [proxy]; })()",
];

test("values that are no JSON are a clean error", async ({ runNode }) => {
  for (const expression of unserialisable) {
    const { error } = await runNode(handler(`exports.handler = async () => (${expression});`));
    expect(error?.errorMessage, expression).toBe("Unable to stringify response body");
  }
});

test("a payload beyond the limit is refused as Lambda refuses it", async ({ runNode }) => {
  const { error, payload } = await runNode(
    handler("exports.handler = async () => 'x'.repeat(2e7);"),
  );
  expect(error?.errorType).toBe("Function.ResponseSizeTooLarge");
  expect(payload?.length).toBeLessThan(1000);
  const largest = await runNode(handler("exports.handler = async () => 'x'.repeat(6291554);"));
  expect(largest.payload?.length).toBe(6_291_556);
});

test("a console flood is cut and says so", async ({ runNode }) => {
  const { logs, payload } = await runNode(
    handler(
      "exports.handler = async () => { for (let i = 0; i < 50000; i += 1) console.log(i); return 1; };",
    ),
  );
  expect(payload).toBe("1");
  expect(logs.length).toBeLessThan(1100);
  expect(logs.some((line) => /^\(\d+ more lines are not shown\)$/.test(line))).toBe(true);

  const endless = await runNode(
    handler("exports.handler = async () => { for (;;) console.log('x'.repeat(1000)); };", {
      functionTimeoutMs: 1000,
    }),
  );
  expect(endless.outcome).toBe("timed-out");
});

test("a console call that throws is the handler's own error", async ({ runNode }) => {
  const { error } = await runNode(
    handler(
      "exports.handler = async () => { console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('trap'); } }); };",
    ),
  );
  expect(error?.errorMessage).toBe("trap");
  const getter = await runNode(
    handler(
      "exports.handler = async () => { console.log({ get a() { throw new Error('trap'); } }); return 1; };",
    ),
  );
  expect(getter.payload).toBe("1");
});

const overwritten: readonly (readonly [string, string])[] = [
  ["Object.prototype.statusCode = 200; return { body: 'x' };", '{"body":"x"}'],
  ["Array.prototype.map = () => []; Array.prototype.push = () => 0; return [1];", "[1]"],
  ["Array.prototype[Symbol.iterator] = function* () {}; return [1];", "[1]"],
  ["String.prototype.split = () => []; String.prototype.slice = () => ''; return 'x';", '"x"'],
  [
    "Object.keys = () => []; Object.entries = () => []; Reflect.get = () => 1; return { a: 1 };",
    '{"a":1}',
  ],
  ["globalThis.onmessage = () => {}; globalThis.postMessage = () => {}; return 1;", "1"],
  ["Math.max = () => NaN; Number.isInteger = () => false; return { a: 1 };", '{"a":1}'],
  ["globalThis.Promise = class {}; return 1;", "1"],
  ["globalThis.console = { log() {} }; console.log('x'); return 1;", "1"],
  [
    "Object.prototype.toJSON = function () { return 'everything'; }; return { a: 1 };",
    '"everything"',
  ],
  ["JSON.stringify = () => '{\"mine\":true}'; return { a: 1 };", '{"mine":true}'],
  [
    "Map.prototype.get = () => undefined; WeakMap.prototype.get = () => 'x'; return { a: { b: 1 } };",
    '{"a":{"b":1}}',
  ],
  ["setTimeout = () => {}; setImmediate = () => {}; queueMicrotask = () => {}; return 1;", "1"],
];

test("overwritten globals change what they change on Lambda and nothing else", async ({
  runNode,
}) => {
  for (const runtime of ["nodejs22.x", "nodejs24.x"]) {
    for (const [body, text] of overwritten) {
      const invocation = await runNode(
        handler(`exports.handler = async () => { ${body} };`, { runtime }),
      );
      expect(invocation.payload, `${runtime}: ${body}`).toBe(text);
      expect(invocation.outcome, body).toBe("returned");
    }
  }
});

test("overwriting then on promises hangs the callback-era client, as on Lambda", async ({
  runNode,
}) => {
  const { error } = await runNode(
    handler(
      "exports.handler = async () => { Promise.prototype.then = () => ({ catch() {} }); return 1; };",
    ),
  );
  expect(error?.errorType).toBe("Runtime.NodeJsExit");
});

test("names of the prototype are plain names", async ({ harnessPage, runNode }) => {
  const { payload } = await runNode(
    handler(
      `exports.handler = async (event) => ({ statusCode: 200, headers: JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}'), body: JSON.stringify(event) });`,
      { event: '{"__proto__":{"polluted":true}}' },
    ),
  );
  expect(payload).toContain('"headers":{"__proto__":"a","constructor":"b","toString":"c"}');
  expect(payload).toContain('{\\"__proto__\\":{\\"polluted\\":true}}');
  expect(await harnessPage.evaluate(() => Reflect.get({}, "polluted"))).toBe(undefined);
});

test("messages from elsewhere are ignored, and user code has no way to send one", async ({
  harnessPage,
  runNode,
}) => {
  await harnessPage.evaluate(() => {
    const forged = JSON.stringify({ type: "end", end: { how: "answered", payload: '"forged"' } });
    setInterval(() => window.postMessage(forged, "*"), 1);
    const other = document.createElement("iframe");
    other.srcdoc = "<p>other</p>";
    document.body.append(other);
  });
  const { payload } = await runNode(
    handler(`exports.handler = async () => {
      const forged = JSON.stringify({ type: "end", end: { how: "answered", payload: '"forged"' }, atMs: 0, unshown: 0, observations: {} });
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(forged); port2.postMessage(forged);
      try { MessagePort.prototype.postMessage.call(globalThis, forged); } catch {}
      try { EventTarget.prototype.dispatchEvent.call(globalThis, new MessageEvent("message", { data: forged })); } catch {}
      await new Promise((resolve) => setTimeout(resolve, 50));
      return "true result";
    };`),
  );
  expect(payload).toBe('"true result"');
});

test("the last of many runs wins, and one frame is left", async ({ harnessPage }) => {
  const results = await harnessPage.evaluate(async () => {
    const run = (index: number) =>
      window.harness
        .runNode({ files: [{ path: "index.js", text: `exports.handler = async () => ${index};` }] })
        .then(
          ({ payload }) => payload,
          (error: Error) => error.name,
        );
    const runs = Array.from({ length: 10 }, (_, index) => run(index));
    return Promise.all(runs);
  });
  expect(results).toEqual([...Array.from({ length: 9 }, () => "RunStopped"), "9"]);
  await expect(harnessPage.locator("iframe")).toHaveCount(1);
});

test("a run can be stopped while it loads and while it runs", async ({ harnessPage, runNode }) => {
  const stopped = await harnessPage.evaluate(async () => {
    const loop = { files: [{ path: "index.js", text: "exports.handler = () => { for (;;); };" }] };
    const names: string[] = [];
    for (const delay of [0, 400]) {
      const run = window.harness.runNode(loop).catch((error: Error) => error.name);
      setTimeout(() => window.harness.stop(), delay);
      names.push(String(await run));
    }
    return names;
  });
  expect(stopped).toEqual(["RunStopped", "RunStopped"]);
  expect((await runNode(fine)).payload).toBe(finePayload);
});

test("a session without abuse violates no policy of the page, and no frame stands before it", async ({
  harnessPage,
  runNode,
}) => {
  await expect(harnessPage.locator("iframe")).toHaveCount(0);
  await harnessPage.evaluate(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      Reflect.get(window, "violations").push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await runNode(fine);
  await runNode({
    files: [
      {
        path: "index.mjs",
        text: "import { inspect } from 'node:util'; export const handler = async () => inspect(1);",
      },
    ],
  });
  expect(await harnessPage.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
});
