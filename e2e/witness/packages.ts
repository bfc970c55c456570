import type { WitnessedHandler } from "./handlers";

const rest = {
  resource: "/{proxy+}",
  path: "/users/7",
  httpMethod: "POST",
  headers: { "Content-Type": "application/json", Host: "api.example.com", Cookie: "a=1; b=2" },
  multiValueHeaders: {
    "Content-Type": ["application/json"],
    Host: ["api.example.com"],
    Cookie: ["a=1; b=2"],
  },
  queryStringParameters: { a: "2" },
  multiValueQueryStringParameters: { a: ["1", "2"] },
  requestContext: { stage: "prod", identity: { sourceIp: "192.0.2.1" } },
  body: '{"name":"Ada"}',
  isBase64Encoded: false,
};

const http = {
  version: "2.0",
  rawPath: "/users/7",
  rawQueryString: "a=1&a=2",
  cookies: ["a=1", "b=2"],
  headers: { "content-type": "application/json", host: "api.example.com" },
  requestContext: {
    http: { method: "POST", path: "/users/7", sourceIp: "192.0.2.1" },
    stage: "$default",
  },
  body: '{"name":"Ada"}',
  isBase64Encoded: false,
};

const balancer = {
  requestContext: { elb: { targetGroupArn: "arn:aws:elasticloadbalancing:targetgroup/a" } },
  httpMethod: "POST",
  path: "/users/7",
  headers: { "content-type": "application/json", host: "api.example.com" },
  queryStringParameters: { a: "1" },
  body: '{"name":"Ada"}',
  isBase64Encoded: false,
};

const app = `const express = require("express");
const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: true }));
app.post("/users/:id", (req, res) => {
  res.cookie("seen", "yes").cookie("n", "2");
  res.status(201).json({ id: req.params.id, body: req.body, query: req.query, host: req.hostname, type: req.is("json") });
});
app.get("/redirect", (req, res) => res.redirect("/elsewhere"));
app.get("/bytes", (req, res) => res.type("png").send(Buffer.from([137, 80, 78, 71])));
app.get("/status", (req, res) => res.sendStatus(204));
app.get("/fails", (req, res) => { throw Object.assign(new Error("boom"), { status: 418 }); });
app.get("/twice", (req, res) => { res.send("one"); try { res.send("two"); } catch (error) { console.log(error.code); } });
app.get("/parts", (req, res) => { res.set("X-Parts", ["a", "b"]); res.write("one "); res.write(Buffer.from("two ")); res.end("three"); });
const router = express.Router();
router.use((req, res, next) => { req.seen = [req.baseUrl, req.url, req.originalUrl]; next(); });
router.get("/:name", (req, res) => res.format({ json: () => res.json(req.seen), default: () => res.send("?") }));
app.use("/nested", router);
`;

function behind(adapter: string, event: object): WitnessedHandler {
  const adapters: Readonly<Record<string, string>> = {
    "serverless-http": "exports.handler = require('serverless-http')(app);",
    "serverless-http with options":
      "exports.handler = require('serverless-http')(app, { basePath: '/users', binary: ['application/json'], request: (req, event) => { req.extra = event.path; }, response: (res) => { res.setHeader('x-late', '1'); } });",
    "serverless-express": "exports.handler = require('@codegenie/serverless-express')({ app });",
  };
  return { files: { "index.js": `${app}${adapters[adapter]}` }, event };
}

const get = (path: string) => ({
  ...rest,
  path,
  httpMethod: "GET",
  headers: { Host: "api.example.com" },
  multiValueHeaders: { Host: ["api.example.com"] },
  body: null,
});

const middy = (uses: string, handler: string, event: object): WitnessedHandler => ({
  files: {
    "index.mjs": `import middy from "@middy/core";
import httpCors from "@middy/http-cors";
import httpErrorHandler from "@middy/http-error-handler";
import httpHeaderNormalizer from "@middy/http-header-normalizer";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import httpSecurityHeaders from "@middy/http-security-headers";
import { createError } from "@middy/util";
export const handler = middy().use([${uses}]).handler(async (event) => ${handler});
`,
  },
  event,
});

/** In production Express answers errors without their traces, which differ by the packages' own frames. */
const production = { environment: { NODE_ENV: "production" } };

/** Handlers whose npm packages really run on the page, by what they are about. */
export const packageHandlers: Readonly<Record<string, WitnessedHandler>> = {
  "express by serverless-http, REST API": behind("serverless-http", rest),
  "express by serverless-http, HTTP API": behind("serverless-http", http),
  "express by serverless-http, load balancer": behind("serverless-http", balancer),
  "express by serverless-http, with options": behind("serverless-http with options", rest),
  "express by serverless-express, REST API": behind("serverless-express", rest),
  "express by serverless-express, HTTP API": behind("serverless-express", http),
  "express by serverless-express, load balancer": behind("serverless-express", balancer),
  ...Object.fromEntries(
    ["/redirect", "/bytes", "/status", "/twice", "/parts", "/nested/a?b=1", "/none"].map((path) => [
      `express, ${path}`,
      behind("serverless-http", get(path)),
    ]),
  ),
  "serverless-express, a route that is not there": {
    ...behind("serverless-express", get("/none")),
    ...production,
  },
  "express, a route that fails": { ...behind("serverless-http", get("/fails")), ...production },
  "express, a body that is no JSON": {
    ...behind("serverless-http", { ...rest, body: "{bad" }),
    ...production,
  },
  "express as the handler itself": {
    files: { "index.js": `${app}exports.handler = app;` },
    event: rest,
  },
  "express behind cors, asked in advance": {
    files: {
      "index.js":
        "const express = require('express'); const app = express(); app.use(require('cors')({ origin: 'https://a.example', credentials: true })); exports.handler = require('serverless-http')(app);",
    },
    event: {
      ...get("/"),
      httpMethod: "OPTIONS",
      headers: { Origin: "https://a.example", "Access-Control-Request-Headers": "x-a" },
      multiValueHeaders: null,
    },
  },
  "an async route that fails": {
    files: {
      "index.js":
        "const express = require('express'); const app = express(); app.post('*', async () => { throw new Error('lost'); }); exports.handler = require('serverless-http')(app);",
    },
    event: rest,
  },
  "an async route that fails, and express-async-errors": {
    files: {
      "index.js":
        "const express = require('express'); require('express-async-errors'); const app = express(); app.post('*', async () => { throw new Error('lost'); }); app.use((error, req, res, next) => res.status(503).send(error.message)); exports.handler = require('serverless-http')(app);",
    },
    event: rest,
  },
  "a listener by serverless-http": {
    files: {
      "index.js":
        "const http = require('http'); const server = http.createServer((req, res) => { let text = ''; req.setEncoding('utf8'); req.on('data', (part) => { text += part; }); req.on('end', () => { res.setHeader('Set-Cookie', ['a=1', 'b=2']); res.writeHead(202, { 'X-Method': req.method, 'X-Url': req.url }); res.write('got '); res.end(text); }); }); exports.handler = require('serverless-http')(server);",
    },
    event: rest,
  },
  "headers that are none": {
    files: {
      "index.js":
        "exports.handler = require('serverless-http')((req, res) => { const seen = []; for (const [name, value] of [['a b', '1'], ['a', undefined], ['a', 'é\\u2713'], ['a', 1]]) { try { res.setHeader(name, value); seen.push('set'); } catch (error) { seen.push(error.code + ' ' + error.message); } } try { res.writeHead(42); } catch (error) { seen.push(error.message); } res.end(JSON.stringify([seen, res.getHeaderNames(), res.headersSent])); try { res.end('more'); res.setHeader('late', '1'); } catch (error) { seen.push(error.code); } });",
    },
    event: rest,
  },
  "middy with its middlewares": middy(
    "httpHeaderNormalizer(), httpJsonBodyParser(), httpCors({ origin: 'https://a.example' }), httpSecurityHeaders(), httpErrorHandler()",
    "({ statusCode: 200, body: JSON.stringify(event.body) })",
    rest,
  ),
  "middy, a body that is no JSON": middy(
    "httpJsonBodyParser(), httpErrorHandler({ logger: false })",
    "({ statusCode: 200 })",
    { ...rest, body: "{bad" },
  ),
  "middy, an error that is told": middy(
    "httpErrorHandler({ logger: false })",
    "{ throw createError(404, 'no user'); }",
    rest,
  ),
  "middy, an error that nobody handles": middy(
    "httpJsonBodyParser()",
    "{ throw new RangeError('too far'); }",
    rest,
  ),
  "middy, without a response": middy("httpCors()", "{}", rest),
};
