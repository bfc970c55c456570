import { replaceNode } from "../../reading/edit";
import { rubySignatureFault } from "../../reading/predict/ruby/predict";
import { fieldOf } from "../../reading/program/nodes";
import type { FunctionDeclaration } from "../../reading/program/program";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

/** What each language's runtime says of a handler that it cannot call. */
const refusals: Readonly<Record<string, RegExp>> = {
  python: /\(\) (?:takes|missing) .*(?:argument|was given|were given)/,
  go: /^handlers? (?:may not|takes two|returns)/,
  csharp: /is not supported: the method has/,
};

function misdeclared({
  invocation,
  reading,
  submission,
}: Situation): FunctionDeclaration | undefined {
  const declaration = reading.code?.program?.handler?.declaration;
  const { errorType = "", errorMessage = "" } = invocation.error ?? {};
  if (!declaration || invocation.outcome !== "function-error") return undefined;
  if (submission.language === "ruby") {
    const isAtHandler = errorType.includes("ArgumentError");
    return isAtHandler && rubySignatureFault(declaration) === errorMessage
      ? declaration
      : undefined;
  }
  const isOfHandler =
    submission.language !== "python" || errorMessage.startsWith(`${declaration.name}()`);
  return isOfHandler && refusals[submission.language]?.test(errorMessage) ? declaration : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const declaration = misdeclared(situation);
  if (!declaration) return undefined;
  const { file, node, name = "" } = declaration;
  const parameters = fieldOf(node, "parameters") ?? node;
  const { language } = situation.submission;
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(file, parameters)],
    facts: [factFor(language), "lambda.function-error"],
    wording: language,
    values: { name, line: node.startPosition.row + 1, parameters: parameters.text },
  };
}

function factFor(language: string): string {
  switch (language) {
    case "python":
      return "python.positional-arguments";
    case "ruby":
      return "ruby.keywords";
    default:
      return language === "go" ? "go.signatures" : "lambda.function-error";
  }
}

/** The parameters that Lambda fills, in the place of those that are written. */
function fixes(situation: Situation): readonly FixProposal[] {
  const declaration = misdeclared(situation);
  const list = declaration && fieldOf(declaration.node, "parameters");
  if (!declaration || !list) return [];
  const names = declaration.parameters.map(({ name }) => name);
  const { language } = situation.submission;
  const event = names[0] ?? "event";
  if (language === "ruby") {
    const isUsual = names.every((name) => name === "event" || name === "context");
    return isUsual
      ? codeEdited(situation.submission, [
          replaceNode(declaration.file, list, "(event:, context:)"),
        ])
      : [];
  }
  if (language !== "python" || names.length > 1) return [];
  const written = `(${event}, context)`;
  return codeEdited(situation.submission, [replaceNode(declaration.file, list, written)]);
}

export const cause: Cause = {
  id: "handler-signature",
  gateways: everyGateway,
  languages: ["python", "go", "csharp", "ruby"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
