import { type Edit, insertBefore, replaceNode } from "../../reading/edit";
import { fieldOf, hasToken, partsOf } from "../../reading/program/nodes";
import type { FunctionDeclaration } from "../../reading/program/program";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

function asyncHandler({
  invocation,
  reading,
  submission,
}: Situation): FunctionDeclaration | undefined {
  const declaration = reading.code?.program?.handler?.declaration;
  const isCoroutine = /\bcoroutine\b/.test(invocation.error?.errorMessage ?? "");
  const isPython = submission.language === "python" && invocation.outcome === "function-error";
  return isPython && isCoroutine && declaration?.isAsync ? declaration : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const handler = asyncHandler(situation);
  const keyword = handler?.node.children.find((child) => child.type === "async");
  if (!handler || !keyword) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(handler.file, keyword)],
    facts: ["python.coroutine-not-awaited"],
    wording: "code",
    values: { name: handler.name ?? "", line: keyword.startPosition.row + 1 },
  };
}

/** Without `async` where nothing is awaited; else a plain handler that runs the coroutine. */
function fixes(situation: Situation): readonly FixProposal[] {
  const handler = asyncHandler(situation);
  const name = handler && fieldOf(handler.node, "name");
  const keyword = handler?.node.children.find((child) => child.type === "async");
  if (!handler || !name || !keyword) return [];
  const { file, node } = handler;
  const waits =
    node.descendantsOfType("await").length > 0 ||
    node
      .descendantsOfType(["with_statement", "for_statement", "for_in_clause"])
      .some((inner) => hasToken(inner, "async"));
  if (!waits) {
    const space = {
      file: file.path,
      start: keyword.startIndex,
      end: keyword.endIndex + 1,
      text: "",
    };
    return codeEdited(situation.submission, [space], { wording: "plain" });
  }
  const inner = `${name.text}_async`;
  const end = file.text.length;
  const [event = "event", context = "context"] = handler.parameters.map((each) => each.name);
  const wrapper = `\n\ndef ${name.text}(${event}, ${context}):\n    return asyncio.run(${inner}(${event}, ${context}))\n`;
  const [first] = partsOf(file.tree.rootNode);
  const imports = /^\s*import\s+(?:[\w.]+\s*,\s*)*asyncio\b/m.test(file.text);
  const edits: readonly Edit[] = [
    ...(imports || !first ? [] : [insertBefore(file, first, "import asyncio\n")]),
    replaceNode(file, name, inner),
    { file: file.path, start: end, end, text: file.text.endsWith("\n") ? wrapper : `\n${wrapper}` },
  ];
  return codeEdited(situation.submission, edits);
}

export const cause: Cause = {
  id: "python-async-handler",
  gateways: everyGateway,
  languages: ["python"],
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
