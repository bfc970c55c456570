import { Evaluation } from "../../reading/javascript/evaluation";
import { handlerFile, parseHandlerName } from "../../reading/javascript/handler";
import { exportNamed } from "../../reading/javascript/modules";
import { moduleBehind } from "../../reading/javascript/origin";
import { dottedName, evidenceOf, type Place } from "../../reading/javascript/syntax";
import { valueAt } from "../../reading/javascript/value";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, Situation } from "../cause";
import { appInProgram } from "../framework-apps";
import { everyGateway, nodeLanguages } from "../reach";

/** Frameworks whose apps take requests and responses, with the adapter that makes a handler of one. */
const adapters: Readonly<Record<string, string>> = {
  express: "serverless-http",
  koa: "serverless-http",
  connect: "serverless-http",
  polka: "serverless-http",
  restify: "serverless-http",
  "@hapi/hapi": "serverless-http",
  fastify: "@fastify/aws-lambda",
  hono: "hono/aws-lambda",
  "@nestjs/core": "@codegenie/serverless-express",
  http: "serverless-http",
  "node:http": "serverless-http",
};

interface App extends Place {
  readonly framework: string;
}

/** The app that an expression leads to: `express()`, `new Koa()`, `http.createServer(…)`, and methods of one. */
function appBehind(
  evaluation: Evaluation,
  file: Place["file"],
  node: Place["node"],
): App | undefined {
  for (const value of evaluation.possibleValues(valueAt(file, node))) {
    const made = value.node;
    const maker = made.childForFieldName("function") ?? made.childForFieldName("constructor");
    if (!maker || !/^(?:call|new)_expression$/.test(made.type)) continue;
    const framework = moduleBehind(maker);
    if (framework && Object.hasOwn(adapters, framework)) {
      return { file: value.file, node: made, framework };
    }
  }
  return undefined;
}

/** The app that is exported as the handler. */
function exportedApp(code: CodeReading, handler: string): App | undefined {
  const file = handlerFile(code.files, handler);
  const [name = "handler"] = parseHandlerName(handler).exported;
  if (!file) return undefined;
  const exported =
    exportNamed(code.files, file, name) ??
    exportNamed(code.files, file, "module.exports") ??
    exportNamed(code.files, file, "default");
  const { value } = exported ?? {};
  return exported && value
    ? appBehind(new Evaluation(code.files), exported.file, value)
    : undefined;
}

/** The call that makes an app listen on a port, in code that has no handler. */
function listeningApp(code: CodeReading): App | undefined {
  if (code.handler) return undefined;
  const evaluation = new Evaluation(code.files);
  for (const file of code.files) {
    for (const call of file.tree.rootNode.descendantsOfType("call_expression")) {
      const callee = call.childForFieldName("function");
      if (!callee || !/\.listen$/.test(dottedName(callee) ?? "")) continue;
      const object = callee.childForFieldName("object");
      const app = object && appBehind(evaluation, file, object);
      if (app) return { ...app, file, node: call };
    }
  }
  return undefined;
}

function detect(situation: Situation): Detection | undefined {
  const { invocation, reading, submission, response } = situation;
  if (reading.code?.program) return appInProgram(situation);
  const { code } = reading;
  const { outcome } = invocation;
  const isAnswered =
    outcome === "returned" && response.verdict === "passed" && response.status < 400;
  if (!code || outcome === "not-run" || isAnswered) return undefined;
  const exported = exportedApp(code, submission.handler);
  const app = exported ?? listeningApp(code);
  if (!app) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(app)],
    facts: outcome === "function-error" ? ["lambda.function-error"] : ["nodejs.handler-name"],
    wording: exported ? "exported" : "listening",
    values: {
      framework: app.framework,
      adapter: adapters[app.framework] ?? "serverless-http",
      line: app.node.startPosition.row + 1,
    },
  };
}

export const cause: Cause = {
  id: "framework-app-as-handler",
  gateways: everyGateway,
  languages: [...nodeLanguages, "python", "go"],
  grade: "reported",
  since: "0.1.0",
  detect,
};
