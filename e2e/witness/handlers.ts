/** A handler that AWS's client and the page's runtime are both given. */
export interface WitnessedHandler {
  readonly files: Readonly<Record<string, string>>;
  readonly handler?: string;
  readonly event?: unknown;
  readonly environment?: Readonly<Record<string, string>>;
}

function commonJs(text: string, more: Omit<WitnessedHandler, "files"> = {}): WitnessedHandler {
  return { files: { "index.js": text }, ...more };
}

function esModule(text: string, more: Omit<WitnessedHandler, "files"> = {}): WitnessedHandler {
  return { files: { "index.mjs": text }, ...more };
}

/**
 * Handlers written for the comparison, by what they are about. None waits longer than a moment, and none
 * does what the managed runtimes answer otherwise than the client that containers install.
 */
export const witnessedHandlers: Readonly<Record<string, WitnessedHandler>> = {
  "an async response": commonJs(
    "exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify({ hello: event.name }) });",
    { event: { name: "Ada" } },
  ),
  "a response after a timer": commonJs(
    "exports.handler = async () => { await new Promise((done) => setTimeout(done, 20)); return { statusCode: 204 }; };",
  ),
  "a callback": commonJs(
    "exports.handler = function (event, context, callback) { setTimeout(() => callback(null, { statusCode: 200 }), 5); };",
  ),
  "a callback with an error": commonJs(
    "exports.handler = (event, context, callback) => { callback(new RangeError('too far')); };",
  ),
  "a callback and a timer that goes on": commonJs(
    "exports.handler = (event, context, callback) => { setTimeout(() => console.log('after'), 10); callback(null, 'first'); callback(null, 'second'); };",
  ),
  "a value without async": commonJs("exports.handler = () => ({ statusCode: 200 });"),
  "a promise without async": commonJs(
    "exports.handler = () => Promise.resolve({ statusCode: 201, body: 'made' });",
  ),
  "nothing at all": commonJs("exports.handler = async () => {};"),
  "a thrown Error": commonJs(
    "function work() { throw new TypeError('no work'); }\nexports.handler = async () => {\n  work();\n};",
  ),
  "a thrown text": commonJs("exports.handler = async () => { throw 'just text'; };"),
  "a thrown response": commonJs(
    "exports.handler = async () => { throw { statusCode: 404, body: 'none' }; };",
  ),
  "an error with members and a cause": commonJs(
    "exports.handler = async () => { throw Object.assign(new Error('outer', { cause: new Error('inner') }), { code: 'E_OUT', statusCode: 418 }); };",
  ),
  "an error of a class": commonJs(
    "class NotFound extends Error { constructor(id) { super('no ' + id); this.name = 'NotFound'; this.id = id; } }\nexports.handler = async (event) => { throw new NotFound(event.id); };",
    { event: { id: 7 } },
  ),
  "a rejection": commonJs("exports.handler = () => Promise.reject(new Error('rejected'));"),
  "a rejection that nobody handles": commonJs(
    "exports.handler = async () => { Promise.reject(new Error('lost')); await new Promise((done) => setTimeout(done, 20)); return 'late'; };",
  ),
  "an error in a timer": commonJs(
    "exports.handler = async () => { setTimeout(() => { throw new Error('in a timer'); }, 1); await new Promise((done) => setTimeout(done, 30)); return 'late'; };",
  ),
  "a circle": commonJs(
    "exports.handler = async () => { const answer = { statusCode: 200 }; answer.self = answer; return answer; };",
  ),
  "a BigInt": commonJs("exports.handler = async () => ({ count: 10n });"),
  "a function as the result": commonJs("exports.handler = async () => () => 1;"),
  "values that JSON has no form for": commonJs(
    "exports.handler = async () => ({ when: new Date(0), map: new Map([[1, 2]]), none: undefined, not: NaN, list: [undefined, () => 1], bytes: Buffer.from('hi'), url: new URL('https://example.com/a'), error: new Error('x') });",
  ),
  "the response stringified": commonJs(
    "exports.handler = async () => JSON.stringify({ statusCode: 200, body: 'in text' });",
  ),
  "a toJSON of its own": commonJs(
    "exports.handler = async () => ({ toJSON: () => ({ statusCode: 202, body: 'from toJSON' }) });",
  ),
  "an exit": commonJs("exports.handler = async () => { process.exit(3); };"),
  "an export that is missing": commonJs("exports.main = async () => 1;"),
  "an export that is no function": commonJs("exports.handler = { statusCode: 200 };"),
  "a handler name without a dot": commonJs("exports.handler = async () => 1;", {
    handler: "index",
  }),
  "a nested export": {
    files: { "src/app.js": "exports.routes = { get: async () => 'nested' };" },
    handler: "src/app.routes.get",
  },
  "a file that is missing": commonJs("exports.handler = async () => 1;", {
    handler: "app.handler",
  }),
  "a module that is missing": commonJs(
    "const nothing = require('./nothing');\nexports.handler = async () => nothing;",
  ),
  "a package that is missing, imported": esModule(
    "import nothing from 'not-installed-anywhere';\nexport const handler = async () => nothing;",
  ),
  "a syntax error": commonJs("exports.handler = async () => {\n  return { statusCode: 200;\n};"),
  "an ES module's syntax in CommonJS": commonJs("export const handler = async () => 1;"),
  "CommonJS in an ES module": esModule("exports.handler = async () => 1;"),
  "an ES module with a top-level await": esModule(
    "const ready = await Promise.resolve('ready');\nexport const handler = async () => ready;",
  ),
  "an ES module by package.json, with a file of its own": {
    files: {
      "package.json": '{ "type": "module" }',
      "index.js":
        "import { reply } from './reply.js';\nexport const handler = async () => reply(200);",
      "reply.js": "export const reply = (statusCode) => ({ statusCode, body: import.meta.url });",
    },
  },
  "an error at the top": commonJs(
    "const table = undefined;\nconst name = table.name;\nexports.handler = async () => name;",
  ),
  "lines of the console": commonJs(
    "console.log('cold start');\nexports.handler = async (event) => {\n  console.log('event', event);\n  console.info('%s has %d', 'list', 2, [1, 2]);\n  console.warn({ nested: { deep: { deeper: { deepest: 1 } } } });\n  console.error(new Error('only logged'));\n  console.debug('two\\nlines');\n  return 'logged';\n};",
    { event: { a: [1, { b: null }] } },
  ),
  "lines of the console as JSON": commonJs(
    "exports.handler = async () => {\n  console.log('text', { a: 1 });\n  console.info({ only: 'an object' });\n  console.error('with', new TypeError('an error'));\n  console.debug('left out');\n  return 'logged';\n};",
    { environment: { AWS_LAMBDA_LOG_FORMAT: "JSON", AWS_LAMBDA_LOG_LEVEL: "INFO" } },
  ),
  "the context": commonJs(
    "exports.handler = async (event, context) => [context.awsRequestId, context.functionName, context.memoryLimitInMB, context.invokedFunctionArn, Object.keys(context).sort(), context.getRemainingTimeInMillis() > 2000];",
  ),
  "a stream with a prelude": esModule(
    "export const handler = awslambda.streamifyResponse(async (event, stream) => {\n  const to = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { 'content-type': 'text/plain' } });\n  to.write('one ');\n  to.end('two');\n});",
  ),
  "a stream of bytes": esModule(
    "import { pipeline } from 'node:stream/promises';\nimport { Readable } from 'node:stream';\nexport const handler = awslambda.streamifyResponse(async (event, stream) => {\n  await pipeline(Readable.from(['a', 'b', 'c']), stream);\n});",
  ),
};
