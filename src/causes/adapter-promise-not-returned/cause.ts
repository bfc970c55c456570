import { insertBefore } from "../../reading/edit";
import {
  answeringFunctions,
  type FloatingCall,
  floatingCalls,
} from "../../reading/javascript/flow";
import { moduleBehind } from "../../reading/javascript/origin";
import {
  argumentsOf,
  evidenceOf,
  isAsync,
  memberOf,
  type Place,
} from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codeWithoutResult } from "../nothing-returned";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

/** Packages that make a handler of a web framework's app. */
const adapters =
  /^(?:aws-serverless-express|@vendia\/serverless-express|@codegenie\/serverless-express|serverless-http|@fastify\/aws-lambda|aws-serverless-fastify|apollo-server-lambda|@as-integrations\/aws-lambda|serverless-express|@h4ad\/serverless-adapter|hono\/aws-lambda|aws-serverless-koa|lambda-api)/;

const chainLinks = /^(?:then|catch|finally)$/;

interface AdapterCall {
  readonly statement: FloatingCall;
  /** The adapter's own call: the statement's, or one inside a chain that the statement starts. */
  readonly call: Place;
}

/** The calls of an adapter whose result nobody takes. */
function floatingAdapters(code: CodeReading): readonly AdapterCall[] {
  return answeringFunctions(code)
    .flatMap((fn) => floatingCalls(code, fn))
    .flatMap((statement): readonly AdapterCall[] => {
      const { file, node } = statement;
      const found = [node, ...node.descendantsOfType("call_expression")].find((call) => {
        const callee = call.childForFieldName("function");
        const isLink = callee && chainLinks.test(memberOf(callee)?.name ?? "");
        const module = callee && !isLink ? moduleBehind(callee) : undefined;
        return module !== undefined && adapters.test(module) && argumentsOf(call).length > 0;
      });
      return found ? [{ statement, call: { file, node: found } }] : [];
    });
}

function detect(situation: Situation): Detection | undefined {
  const code = codeWithoutResult(situation);
  const [first] = code ? floatingAdapters(code) : [];
  if (!first) return undefined;
  const { call } = first;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(call)],
    facts: ["nodejs.undefined-is-null"],
    wording: "call",
    values: {
      call: `${(call.node.childForFieldName("function")?.text ?? "").replace(/\s+/g, " ")}(…)`,
      line: call.node.startPosition.row + 1,
    },
  };
}

function fixes({ submission, reading }: Situation): readonly FixProposal[] {
  const found = reading.code ? floatingAdapters(reading.code) : [];
  const edits = found.flatMap(({ statement, call }) => {
    const { file, node, within } = statement;
    const inner =
      call.node.id !== node.id && call.node.parent?.type === "expression_statement"
        ? [insertBefore(file, call.node, "return ")]
        : [];
    const isLast = statement.statement.nextNamedSibling === null;
    const keyword = isLast || !isAsync(within) ? "return " : "await ";
    return [insertBefore(file, node, keyword), ...inner];
  });
  return codeEdited(submission, edits);
}

export const cause: Cause = {
  id: "adapter-promise-not-returned",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
