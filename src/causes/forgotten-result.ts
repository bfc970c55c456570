import { type Edit, insertAfter, insertBefore } from "../reading/edit";
import { programAnswers, returnsOf } from "../reading/program/answers";
import type { Code, CodeOf, FunctionDeclaration } from "../reading/program/program";
import { codesIn } from "../reading/program/walk";
import type { CodePlace } from "../submission/evidence";
import type { Detection, FixProposal, Situation } from "./cause";
import { codePlace } from "./code-places";
import { codeEdited } from "./proposals";

/** Where Python or Ruby code forgot its result, and how. */
interface Forgotten {
  readonly handler: FunctionDeclaration;
  readonly at: CodePlace;
  /** The variable that holds a response and is not returned. */
  readonly made: string | undefined;
  readonly kind: "nothing" | "made" | "branch";
}

function isResponse(code: Code): boolean {
  if (code.kind !== "map") return false;
  return code.entries.some(
    (entry) =>
      entry.kind === "entry" && /^.?statusCode/.test(entry.key.node.text.replace(/^['":]/, "")),
  );
}

/** A variable of the handler that a response was put into. */
function madeResponse({ body }: FunctionDeclaration): string | undefined {
  const assigned = [...(body ? codesIn(body) : [])].find(
    (code): code is CodeOf<"assign"> =>
      code.kind === "assign" && code.target.kind === "name" && isResponse(code.value),
  );
  return assigned?.target.kind === "name" ? assigned.target.name : undefined;
}

/** Whether null is what the code says in so many words. */
function saysNull(code: Code): boolean {
  const value = code.kind === "return" ? code.value : code;
  return value?.kind === "literal" && value.value === null;
}

function forgotten({ invocation, payload, reading, submission }: Situation): Forgotten | undefined {
  const handler = reading.code?.program?.handler?.declaration;
  const isHere = submission.language === "ruby" || submission.language === "python";
  if (!handler || !isHere || invocation.outcome !== "returned" || payload !== null)
    return undefined;
  const returns = returnsOf(handler);
  const { decidedAt } = invocation.observations.prediction ?? {};
  const decided = returns.filter(
    ({ node }) => !decidedAt || node.startPosition.row + 1 === decidedAt.line,
  );
  if (decided.some(saysNull)) return undefined;
  const answers = reading.code ? programAnswers(reading.code) : [];
  const answersElsewhere = answers.some(
    ({ members, shape }) => members.size > 0 || shape === "text",
  );
  const made = madeResponse(handler);
  const last = lastStatement(handler);
  return {
    handler,
    at: decidedAt ?? codePlace(handler.file, last.node),
    made,
    kind: answersElsewhere ? "branch" : made ? "made" : "nothing",
  };
}

function lastStatement({ body, node }: FunctionDeclaration): { readonly node: Code["node"] } {
  const last = body?.kind === "block" ? body.body.at(-1) : body;
  return last ?? { node };
}

/** Detects a handler in Python or Ruby that ends without a result. */
export function forgottenResult(situation: Situation): Detection | undefined {
  const found = forgotten(situation);
  if (!found) return undefined;
  const { file, node } = found.handler;
  const head = codePlace(file, node.childForFieldName("name") ?? node);
  return {
    role: "primary",
    specificity: 1,
    evidence: found.kind === "nothing" ? [head] : [found.at, head],
    facts: [situation.submission.language === "ruby" ? "ruby.encoding" : "python.encoder"],
    wording: found.kind,
    values: { line: found.at.endLine, method: situation.submission.request.method },
  };
}

function indentationOf(text: string, node: Code["node"]): string {
  const start = text.lastIndexOf("\n", node.startIndex - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
}

/** A default for the last condition: an `else` in Ruby, a return behind it in Python. */
function withDefault(
  { handler }: Forgotten,
  language: string,
  status: number,
  words: string,
): readonly Edit[] {
  const last = lastStatement(handler);
  const { file } = handler;
  const indentation = indentationOf(file.text, last.node);
  if (language === "python") {
    const statement = `return {"statusCode": ${status}, "body": "${words}"}`;
    return [insertAfter(file, last.node, `\n${indentation}${statement}`)];
  }
  const end = last.node.lastChild;
  const hasElse = last.node.namedChildren.some(({ type }) => type === "else" || type === "elsif");
  if (!/^(?:if|case|unless)$/.test(last.node.type) || end?.type !== "end" || hasElse) return [];
  const branch = `else\n${indentation}  { statusCode: ${status}, body: "${words}" }\n${indentation}`;
  return [insertBefore(file, end, branch)];
}

/** Edits that give the handler a result. */
export function rememberedResult(situation: Situation): readonly FixProposal[] {
  const found = forgotten(situation);
  if (!found) return [];
  const { submission } = situation;
  const { file } = found.handler;
  const last = lastStatement(found.handler);
  if (found.kind === "made" && found.made) {
    const statement = submission.language === "python" ? `return ${found.made}` : found.made;
    const text = `\n${indentationOf(file.text, last.node)}${statement}`;
    return codeEdited(submission, [insertAfter(file, last.node, text)], { wording: "made" });
  }
  if (found.kind !== "branch") return [];
  const asksMethod = /method/i.test(
    file.text.slice(found.handler.node.startIndex, found.handler.node.endIndex),
  );
  const [status, words] = asksMethod ? [405, "Method not allowed"] : [404, "Not found"];
  const edits = withDefault(found, submission.language, Number(status), String(words));
  return codeEdited(submission, edits, { wording: `default${status}` });
}
