import { openCanary } from "./harness/canary";
import { expect, test } from "./harness/test";

/**
 * What the frame and its worker cannot do even to a script that takes a runtime's place, with every
 * function of a worker at hand: the boundary itself, not what the runtimes hide.
 */

const attempts = (port: number) => `
const http = "http://127.0.0.1:${port}/";
const say = (value) => postMessage(JSON.stringify(value));
const blobUrl = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
const attempts = {
  fetch: () => fetch(http + "fetch", { credentials: "include" }),
  "fetch without cors": () => fetch(http + "no-cors", { mode: "no-cors", method: "POST", body: "x" }),
  xhr: () => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.onload = resolve; request.onerror = () => reject(new Error("refused"));
    request.open("GET", http + "xhr"); request.send();
  }),
  websocket: () => new Promise((resolve, reject) => {
    const socket = new WebSocket("ws://127.0.0.1:${port}/websocket");
    socket.onopen = resolve; socket.onerror = () => reject(new Error("refused"));
  }),
  "websocket stream": () => new WebSocketStream("ws://127.0.0.1:${port}/stream").opened,
  "event source": () => new Promise((resolve, reject) => {
    const source = new EventSource(http + "events");
    source.onopen = resolve; source.onerror = () => { source.close(); reject(new Error("refused")); };
  }),
  "web transport": () => new WebTransport("https://127.0.0.1:${port}/transport").ready,
  "import scripts": () => importScripts(http + "script.js"),
  "import http": () => import(http + "module.js"),
  "import data": () => import("data:text/javascript,export default 1"),
  "font face": () => new FontFace("f", "url(" + http + "font)").load(),
  beacon: () => { if (!navigator.sendBeacon(http + "beacon", "x")) throw new Error("refused"); },
  "worker http": () => new Promise((resolve, reject) => {
    const worker = new Worker(http + "worker.js");
    worker.onmessage = resolve; worker.onerror = () => reject(new Error("refused"));
  }),
  "worker data": () => new Promise((resolve, reject) => {
    const worker = new Worker("data:text/javascript,postMessage(1)");
    worker.onmessage = resolve; worker.onerror = () => reject(new Error("refused"));
  }),
  "worker blob with network": () => new Promise((resolve, reject) => {
    const worker = new Worker(blobUrl('fetch("' + http + 'nested").then(() => postMessage(1), () => postMessage(0))'));
    worker.onmessage = ({ data }) => (data ? resolve() : reject(new Error("refused")));
    worker.onerror = () => reject(new Error("refused"));
  }),
  "shared worker": () => new SharedWorker(blobUrl("")),
  "indexed db": () => new Promise((resolve, reject) => {
    const request = indexedDB.open("x"); request.onsuccess = resolve; request.onerror = reject;
  }),
  "cache storage": () => caches.open("x"),
  "local storage": () => localStorage.setItem("a", "b"),
  "cookie store": () => cookieStore.getAll(),
  "private files": () => navigator.storage.getDirectory(),
  locks: () => navigator.locks.request("x", () => {}),
  eval: () => eval("1"),
  "new function": () => new Function("return 1")(),
  webassembly: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  "peer connection": () => new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }] }),
  document: () => document.title,
  parent: () => parent.document.title,
  top: () => top.location.href,
};
const within = (work) => Promise.race([work, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), 700))]);
onmessage = async () => {
  new BroadcastChannel("canary").postMessage("from the worker");
  for (const [name, attempt] of Object.entries(attempts)) {
    try { await within((async () => attempt())()); say({ name, done: true }); } catch (error) { say({ name, done: false }); }
  }
  say("done");
};`;

test("nothing leaves the worker, and nothing outside can be reached", async ({ harnessPage }) => {
  const canary = await openCanary();
  try {
    await harnessPage
      .context()
      .addCookies([{ name: "secret", value: "of-the-page", url: harnessPage.url() }]);
    await harnessPage.evaluate(() => {
      const channel = new BroadcastChannel("canary");
      Object.assign(window, { broadcasts: [] });
      channel.onmessage = ({ data }) => Reflect.get(window, "broadcasts").push(data);
    });

    const heard = await harnessPage.evaluate(
      (script) => window.harness.runScript(script),
      attempts(canary.port),
    );

    const results: unknown[] = heard.map((text) => JSON.parse(text));
    expect(results).toContain("done");
    expect(results.length).toBeGreaterThan(25);
    const succeeded = results.filter((result) => Reflect.get(Object(result), "done") === true);
    expect(succeeded).toEqual([]);
    expect(await harnessPage.evaluate(() => Reflect.get(window, "broadcasts"))).toEqual([]);
    expect(canary.heard).toEqual([]);
  } finally {
    await canary.close();
  }
});

test("the worker stands in an origin of its own", async ({ harnessPage }) => {
  const heard = await harnessPage.evaluate(() =>
    window.harness.runScript(`onmessage = () => {
      postMessage(JSON.stringify([self.origin, location.protocol, typeof document, typeof RTCPeerConnection, typeof parent, typeof opener, typeof frames]));
      postMessage('"done"');
    };`),
  );
  const { undefined: none } = { undefined: "undefined" };
  expect(JSON.parse(heard[0] ?? "")).toEqual(["null", "blob:", none, none, none, none, none]);
});

test("a flood of messages is cut, and messages that are no text are dropped", async ({
  harnessPage,
}) => {
  const flooded = await harnessPage.evaluate(() =>
    window.harness.runScript(`onmessage = () => { for (;;) postMessage("x".repeat(1000)); };`),
  );
  expect(flooded.length).toBeLessThan(2000);
  expect(flooded.at(-1)).toContain('"flood"');

  const dropped = await harnessPage.evaluate(() =>
    window.harness.runScript(`onmessage = () => {
      let shared = []; for (let i = 0; i < 40; i += 1) shared = [shared, shared];
      postMessage(shared); postMessage({ type: "end" }); postMessage('"done"');
    };`),
  );
  expect(dropped).toEqual(['"done"']);

  const large = await harnessPage.evaluate(() =>
    window.harness.runScript(`onmessage = () => { postMessage("x".repeat(3e8)); };`),
  );
  expect(large.at(-1)).toContain('"flood"');
});

test("the frame has exactly the attributes and the policy it should have", async ({
  harnessPage,
  runNode,
}) => {
  await runNode({ files: [{ path: "index.js", text: "exports.handler = async () => 1;" }] });
  const frame = await harnessPage.waitForSelector("iframe", { state: "attached" });
  expect(await frame.getAttribute("sandbox")).toBe("allow-scripts");
  expect(await frame.getAttribute("allow")).toBe("");
  expect(await frame.getAttribute("referrerpolicy")).toBe("no-referrer");
  expect(await frame.getAttribute("src")).toBe(null);
  expect(await frame.getAttribute("srcdoc")).toMatch(
    /^<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src blob: 'sha256-[A-Za-z0-9+/]{43}='; worker-src blob:"><script>/,
  );
});
