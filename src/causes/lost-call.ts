import type { Node } from "web-tree-sitter";
import { type CompletionCall, completionCalls } from "../reading/javascript/answers";
import { Evaluation } from "../reading/javascript/evaluation";
import { answeringFunctions, type FloatingCall, floatingCalls } from "../reading/javascript/flow";
import { returnedFrom } from "../reading/javascript/returns";
import { bare, functionAround, isAsync } from "../reading/javascript/syntax";
import { valueAt } from "../reading/javascript/value";
import type { CodeReading } from "../reading/reading";

/** How the answer gets lost: returned inside the call, made by the call, or put into a variable that is read too early. */
type Loss = "inside" | "result" | "variable";

/** A call that was let go with the answer. */
export interface Lost {
  readonly call: FloatingCall;
  readonly loss: Loss;
}

function lossOf(code: CodeReading, call: FloatingCall): Loss | undefined {
  if (call.lostReturns.length > 0) return "inside";
  if (!call.isPromise) return undefined;
  const made = new Evaluation(code.files).possibleValues(valueAt(call.file, call.node));
  if (made.some(({ node }) => node.type === "object")) return "result";
  return assignsReturnedVariable(call) ? "variable" : undefined;
}

/** Whether an inner function of the call assigns a variable that the function around returns. */
function assignsReturnedVariable({ node, within }: FloatingCall): boolean {
  const returned = new Set(
    returnedFrom(within).flatMap(({ expression }) =>
      expression && bare(expression).type === "identifier" ? [bare(expression).text] : [],
    ),
  );
  return node
    .descendantsOfType("assignment_expression")
    .some((assignment) => returned.has(assignment.childForFieldName("left")?.text ?? ""));
}

function isInsideNode(inner: Node, outer: Node): boolean {
  return inner.startIndex >= outer.startIndex && inner.endIndex <= outer.endIndex;
}

/** The call whose outcome the handler should have handed back; promises before other asynchronous calls. */
export function lostCall(code: CodeReading): Lost | undefined {
  const completing = completionCalls(code);
  const lost = answeringFunctions(code)
    .flatMap((fn) => floatingCalls(code, fn))
    .filter(({ file, node }) =>
      completing.every((call) => call.file !== file || !isInsideNode(call.node, node)),
    )
    .flatMap((call): readonly Lost[] => {
      const loss = lossOf(code, call);
      return loss ? [{ call, loss }] : [];
    });
  return lost.find(({ call }) => call.isPromise) ?? lost.find(({ call }) => isAsynchronous(call));
}

const synchronousMethods =
  /\.(?:forEach|map|filter|find|findIndex|some|every|reduce|reduceRight|flatMap|sort|use|before|after)$/;

/** Whether a call with functions as arguments calls them later, rather than at once as `forEach` does. */
function isAsynchronous({ node }: FloatingCall): boolean {
  const callee = node.childForFieldName("function");
  return callee !== null && !synchronousMethods.test(callee.text.replace(/\s+/g, ""));
}

/** The callback's calls of an async handler that stand in inner functions, and so may come too late. */
export function lateCalls(code: CodeReading): readonly CompletionCall[] {
  const { handler } = code;
  if (!handler || !isAsync(handler.node)) return [];
  return completionCalls(code).filter(
    ({ by, node }) => by === "callback" && functionAround(node)?.id !== handler.node.id,
  );
}
