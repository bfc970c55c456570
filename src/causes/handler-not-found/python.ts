import type { ParsedFile } from "../../reading/reading";
import type { CodePlace } from "../../submission/evidence";
import type { Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";

/** A name that the handler's module defines at its top level. */
interface Defined {
  readonly name: string;
  readonly place: CodePlace;
}

/** The two halves of a Python handler string: the module's path, and the function's name after the last dot. */
function halves(handler: string): readonly [string, string] {
  const dot = handler.lastIndexOf(".");
  return dot < 0 ? [handler, ""] : [handler.slice(0, dot), handler.slice(dot + 1)];
}

function moduleFile({ reading, submission }: Situation): ParsedFile | undefined {
  const [module] = halves(submission.handler);
  const path = `${module.replaceAll(".", "/")}.py`;
  return reading.code?.files.find((file) => file.path === path);
}

function definedIn(file: ParsedFile): readonly Defined[] {
  return file.tree.rootNode.namedChildren.flatMap((statement) => {
    const inner =
      statement.type === "decorated_definition"
        ? statement.childForFieldName("definition")
        : statement;
    const name = inner?.type === "function_definition" ? inner.childForFieldName("name") : null;
    return name ? [{ name: name.text, place: codePlace(file, name) }] : [];
  });
}

/** The function that was most likely meant: the one that is called as handlers are, else the last one. */
function likeliest(situation: Situation): Defined | undefined {
  const file = moduleFile(situation);
  const defined = file ? definedIn(file) : [];
  return defined.find(({ name }) => /handler/i.test(name)) ?? defined.at(-1);
}

/** Finds a handler string whose module has no such function. */
export function detectInPython(situation: Situation): Detection | undefined {
  const { invocation, submission } = situation;
  const type = invocation.error?.errorType;
  if (type !== "Runtime.HandlerNotFound" && type !== "Runtime.MalformedHandlerName") {
    return undefined;
  }
  const { handler } = submission;
  const meant = likeliest(situation);
  const [, name] = halves(handler);
  return {
    role: "primary",
    specificity: 1,
    evidence: [...(meant ? [meant.place] : []), { in: "settings", member: "handler" }],
    facts: ["python.handler-name"],
    wording:
      type === "Runtime.MalformedHandlerName" ? "malformed" : meant ? "defined" : "undefined",
    values: { handler, name, ...(meant ? { meant: meant.name } : {}) },
  };
}

/** The handler setting with the function that the module has. */
export function fixesInPython(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const meant = likeliest(situation);
  if (!meant) return [];
  const [module] = halves(submission.handler);
  const handler = `${module}.${meant.name}`;
  return [{ submission: { ...submission, handler }, wording: "setting", values: { handler } }];
}
