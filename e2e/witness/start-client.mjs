// Starts one of AWS's runtime clients, as `node start-client.mjs <client> <version>`. What the package's
// native client does is done here: it asks the Runtime API for the invocation, and posts synchronously.
import { writeSync } from "node:fs";
import { get } from "node:http";
import Module from "node:module";
import { pathToFileURL } from "node:url";

const [, , client, version] = process.argv;
const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, _HANDLER } = process.env;
const posts = 3;

function post(kind, ...texts) {
  if (texts.some((text) => typeof text !== "string")) throw new TypeError("Wrong arguments");
  const [, text] = texts;
  writeSync(posts, `${JSON.stringify({ kind, text })}\n`);
}

const nativeClient = {
  initializeClient() {},
  next: () =>
    new Promise((resolve, reject) => {
      const url = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next`;
      get(url, (response) => {
        let bodyJson = "";
        response.setEncoding("utf8");
        response.on("data", (text) => {
          bodyJson += text;
        });
        response.on("end", () => resolve({ bodyJson, headers: response.headers }));
      }).on("error", reject);
    }),
  done: (id, text) => post("response", id, text),
  error: (id, text) => post("error", id, text),
};

const load = Module._load;
Module._load = (request, ...rest) =>
  request === "./rapid-client.node" ? nativeClient : load(request, ...rest);

process.argv = [process.argv[0], client];
const loaded = await import(pathToFileURL(client).href);
if (version === "3") await loaded.run(LAMBDA_TASK_ROOT, _HANDLER);
