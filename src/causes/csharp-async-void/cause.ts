import { type Edit, insertBefore, replaceNode } from "../../reading/edit";
import { fieldOf } from "../../reading/program/nodes";
import type { FunctionDeclaration } from "../../reading/program/program";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

function asyncVoidHandler({ reading, submission }: Situation): FunctionDeclaration | undefined {
  const declaration = reading.code?.program?.handler?.declaration;
  const isVoid = declaration?.results[0]?.name === "void";
  return submission.language === "csharp" && declaration?.isAsync && isVoid
    ? declaration
    : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const handler = asyncVoidHandler(situation);
  const result = handler && fieldOf(handler.node, "returns");
  if (!handler || !result || situation.invocation.outcome !== "function-error") return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(handler.file, result)],
    facts: ["dotnet.async-void", "lambda.function-error"],
    wording: "code",
    values: { method: handler.name ?? "", line: result.startPosition.row + 1 },
  };
}

/** The response class that belongs to the class of the event. */
function responseFor({ parameters }: FunctionDeclaration): string {
  const event = parameters[0]?.type?.name ?? "";
  return /Request$/.test(event) ? event.replace(/Request$/, "Response") : "APIGatewayProxyResponse";
}

/** A task of a response in the place of `void`, and a response at the end and at every bare `return`. */
function fixes(situation: Situation): readonly FixProposal[] {
  const handler = asyncVoidHandler(situation);
  const result = handler && fieldOf(handler.node, "returns");
  const body = handler && fieldOf(handler.node, "body");
  const close = body?.type === "block" ? body.lastChild : undefined;
  if (!handler || !result || !body || !close) return [];
  const { file, node } = handler;
  const response = responseFor(handler);
  const statement = `return new ${response} { StatusCode = 200 };`;
  const indentation = " ".repeat(node.startPosition.column);
  const bare = body
    .descendantsOfType("return_statement")
    .filter((each) => each.namedChildCount === 0)
    .map((each) => replaceNode(file, each, statement));
  const edits: readonly Edit[] = [
    replaceNode(file, result, `System.Threading.Tasks.Task<${response}>`),
    ...bare,
    insertBefore(file, close, `    ${statement}\n${indentation}`),
  ];
  return codeEdited(situation.submission, edits, { values: { response } });
}

export const cause: Cause = {
  id: "csharp-async-void",
  gateways: everyGateway,
  languages: ["csharp"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
