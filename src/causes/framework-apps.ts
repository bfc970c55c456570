import type { Code, Module, Program } from "../reading/program/program";
import { codesIn, codesOfModule } from "../reading/program/walk";
import { parsePythonHandler, pythonHandlerModule } from "../reading/python/handler";
import type { Detection, Situation } from "./cause";
import { codePlace } from "./code-places";

/** Frameworks by the call that makes their app, with the adapter that makes a handler of one. */
const pythonApps: Readonly<Record<string, readonly [framework: string, adapter: string]>> = {
  Flask: ["flask", "apig-wsgi"],
  Bottle: ["bottle", "apig-wsgi"],
  get_wsgi_application: ["django", "apig-wsgi"],
  FastAPI: ["fastapi", "mangum"],
  Starlette: ["starlette", "mangum"],
  Quart: ["quart", "mangum"],
  Sanic: ["sanic", "mangum"],
  Litestar: ["litestar", "mangum"],
  get_asgi_application: ["django", "mangum"],
};

const goAdapter = "github.com/awslabs/aws-lambda-go-api-proxy";
const goFrameworks: readonly (readonly [pattern: RegExp, framework: string])[] = [
  [/gin-gonic\/gin/, "gin"],
  [/labstack\/echo/, "echo"],
  [/gofiber\/fiber/, "fiber"],
  [/go-chi\/chi/, "chi"],
  [/gorilla\/mux/, "gorilla/mux"],
];

interface App {
  readonly framework: string;
  readonly adapter: string;
  readonly module: Module;
  readonly node: Code["node"];
  readonly wording: "exported" | "listening";
}

function calledName(code: Code): string {
  if (code.kind !== "call") return "";
  const { callee } = code;
  return callee.kind === "name" || callee.kind === "member" ? callee.name : "";
}

/** The value last given to a name at the top level of a module, other names followed. */
function assignedTo(module: Module, name: string, way = 0): Code | undefined {
  const assigned = module.body.findLast(
    (code) => code.kind === "assign" && code.target.kind === "name" && code.target.name === name,
  );
  const value = assigned?.kind === "assign" ? assigned.value : undefined;
  return value?.kind === "name" && way < 5 ? assignedTo(module, value.name, way + 1) : value;
}

function pythonApp(program: Program, handler: string): App | undefined {
  const module = pythonHandlerModule(program.modules, handler);
  const made = module && assignedTo(module, parsePythonHandler(handler).name);
  const name = made ? calledName(made) : "";
  const found = Object.hasOwn(pythonApps, name) ? pythonApps[name] : undefined;
  if (!module || !made || !found) return undefined;
  const [framework, adapter] = found;
  return { framework, adapter, module, node: made.node, wording: "exported" };
}

/** The call with which Go's main begins to listen, in a program that starts no handler. */
function goApp(program: Program, imports: readonly string[]): App | undefined {
  if (program.handler) return undefined;
  for (const module of program.modules) {
    const main = module.functions.find(({ name }) => name === "main");
    const calls = main?.body ? [...codesIn(main.body)] : [...codesOfModule(module)];
    const listening = calls.find(
      (code) =>
        /^(?:ListenAndServe(?:TLS)?|Listen|Run|Serve|Start)$/.test(calledName(code)) &&
        code.kind === "call" &&
        !/^lambda\./.test(code.callee.node.text),
    );
    if (!listening) continue;
    const known = goFrameworks.find(([pattern]) => imports.some((path) => pattern.test(path)));
    const framework = known?.[1] ?? "net/http";
    return { framework, adapter: goAdapter, module, node: listening.node, wording: "listening" };
  }
  return undefined;
}

/** A web framework's app where Python's or Go's handler should be; undefined where the answer is no failure. */
export function appInProgram({
  reading,
  invocation,
  submission,
  response,
}: Situation): Detection | undefined {
  const { code } = reading;
  const { outcome } = invocation;
  const isAnswered =
    outcome === "returned" && response.verdict === "passed" && response.status < 400;
  if (!code?.program || outcome === "not-run" || isAnswered) return undefined;
  const imports = code.imports.map(({ specifier }) => specifier);
  const app =
    submission.language === "go"
      ? goApp(code.program, imports)
      : submission.language === "python"
        ? pythonApp(code.program, submission.handler)
        : undefined;
  if (!app) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(app.module.file, app.node)],
    facts: outcome === "function-error" ? ["lambda.function-error"] : [],
    wording: app.wording,
    values: {
      framework: app.framework,
      adapter: app.adapter,
      line: app.node.startPosition.row + 1,
    },
  };
}
