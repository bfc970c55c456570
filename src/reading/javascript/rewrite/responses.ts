import type { Node } from "web-tree-sitter";
import { type Edit, replaceNode } from "../../edit";
import type { ParsedFile } from "../../reading";
import type { Answer } from "../answers";
import { argumentsOf, bare, functionAround, isAsync, type Place } from "../syntax";
import type { Member } from "../value";
import { indentationAt, indentationStep, lineEnd, quoteOf } from "./layout";
import { rewriteValue } from "./members";

/** Turns a member's value into JSON text: `body: data` becomes `body: JSON.stringify(data)`. */
export function stringifyMember(member: Member): readonly Edit[] | undefined {
  return rewriteValue(member, (source) => `JSON.stringify(${source})`);
}

function isArrowBody(node: Node): boolean {
  const parent = node.parent;
  return parent?.type === "arrow_function" && parent.childForFieldName("body")?.id === node.id;
}

/** Takes `JSON.stringify(` and `)` off its argument; braces stay in parentheses where they would open a block. */
export function unwrapStringify({ file, node }: Place): readonly Edit[] | undefined {
  const [argument] = argumentsOf(node);
  if (!argument) return undefined;
  const opensBlock = isArrowBody(node) && argument.text.startsWith("{");
  return [replaceNode(file, node, opensBlock ? `(${argument.text})` : argument.text)];
}

/** The expression that an answer hands back, as it is written in the return, the arrow's body or the call. */
function expressionOf({ handedBack, by }: Answer): Node | undefined {
  const { node } = handedBack;
  if (by === "return") {
    if (node.type !== "return_statement") return node;
    return node.namedChildren.find((child) => child.type !== "comment");
  }
  const given = argumentsOf(node);
  return by === "callback" ? given[1] : given.at(-1);
}

/** The text of an expression with every line after the first one step further in; templates are left as they are. */
function indented(file: ParsedFile, expression: Node): string {
  const step = indentationStep(file);
  return expression.text.includes("`")
    ? expression.text
    : expression.text.replace(/\n(?=[^\r\n])/g, `\n${step}`);
}

/** Whether an expression may be a promise that the async function around it only hands on. */
function mayBePromise(expression: Node): boolean {
  const around = functionAround(expression);
  return expression.type === "call_expression" && around !== undefined && isAsync(around);
}

/** What a response has beside its body. */
export interface ResponseShape {
  readonly contentType: string;
  /** Whether the data has to be written as JSON to become the body. */
  readonly stringify: boolean;
}

/**
 * Puts what an answer hands back into a response with status 200, laid out in the file's own manner:
 * `return data` becomes `return { statusCode: 200, headers: { ... }, body: JSON.stringify(data) }`.
 */
export function wrapInResponse(answer: Answer, shape: ResponseShape): readonly Edit[] | undefined {
  const { file } = answer.handedBack;
  const expression = expressionOf(answer);
  if (!expression) return undefined;
  const inner = bare(expression);
  const quote = quoteOf(file);
  const data = `${mayBePromise(inner) ? "await " : ""}${indented(file, inner)}`;
  const members = [
    "statusCode: 200",
    `headers: { ${quote}Content-Type${quote}: ${quote}${shape.contentType}${quote} }`,
    `body: ${shape.stringify ? `JSON.stringify(${data})` : data}`,
  ];
  const indentation = indentationAt(file, expression);
  const gap = `${lineEnd(file)}${indentation}`;
  const step = indentationStep(file);
  const object = `{${members.map((member) => `${gap}${step}${member},`).join("")}${gap}}`;
  const opensBlock = isArrowBody(expression) && inner.id === expression.id;
  return [replaceNode(file, inner, opensBlock ? `(${object})` : object)];
}
