import type { Node } from "web-tree-sitter";
import { type Edit, insertAfter, replaceNode } from "../../reading/edit";
import {
  argumentsOf,
  bodyOf,
  isAsync,
  isFunction,
  memberOf,
  type Place,
  parametersOf,
  stringValue,
} from "../../reading/javascript/syntax";
import type { CodeReading, ParsedFile } from "../../reading/reading";

const routing = /^(?:get|post|put|patch|delete|head|options|all|use)$/;
const loadsExpress = /\brequire\(\s*["']express["']\s*\)|\bfrom\s*["']express["']/;

/** The async functions that a file gives to Express as routes or middleware. */
function asyncRoutesIn(file: ParsedFile): readonly Place[] {
  if (!loadsExpress.test(file.text)) return [];
  return file.tree.rootNode.descendantsOfType("call_expression").flatMap((call) => {
    const callee = call.childForFieldName("function");
    const member = callee ? memberOf(callee) : undefined;
    if (!member || !routing.test(member.name)) return [];
    return argumentsOf(call)
      .filter((node) => isFunction(node) && isAsync(node) && parametersOf(node).length >= 2)
      .map((node) => ({ file, node }));
  });
}

/** The async routes of an Express app. Express 4 does not wait for them, so nobody hears of their errors. */
export function asyncRoutes(code: CodeReading): readonly Place[] {
  return code.files.flatMap(asyncRoutesIn);
}

function indentOf(file: ParsedFile, node: Node): string {
  const line = file.text.split("\n")[node.startPosition.row] ?? "";
  return /^\s*/.exec(line)?.[0] ?? "";
}

/** The edits by which a route tells Express of its errors; undefined where its form leaves no place for them. */
export function tellingExpress({ file, node }: Place): readonly Edit[] | undefined {
  const body = bodyOf(node);
  const parameters = parametersOf(node);
  const last = parameters.at(-1);
  if (body?.type !== "statement_block" || !last) return undefined;
  const third = parameters[2];
  if (third && third.type !== "identifier") return undefined;
  const outer = indentOf(file, node);
  const inner = `${outer}  `;
  const text = body.text
    .slice(1, -1)
    .replace(/^\s*\n/, "")
    .trimEnd();
  const isMovable = body.descendantsOfType("template_string").length === 0;
  const moved = isMovable ? text.replace(/^(?=.*\S)/gm, "  ") : text;
  const handed = `${inner}} catch (error) {\n${inner}  ${third?.text ?? "next"}(error);\n${inner}}`;
  return [
    ...(third ? [] : [insertAfter(file, last, ", next")]),
    replaceNode(file, body, `{\n${inner}try {\n${moved}\n${handed}\n${outer}}`),
  ];
}

/** The edit that loads express-async-errors right after Express. */
export function loadingAsyncErrors(code: CodeReading): readonly Edit[] | undefined {
  for (const file of code.files) {
    for (const statement of file.tree.rootNode.namedChildren) {
      const source = statement?.childForFieldName("source");
      if (source && stringValue(source) === "express") {
        return [insertAfter(file, statement, '\nimport "express-async-errors";')];
      }
      const isRequired = /_declaration$/.test(statement.type) && loadsExpress.test(statement.text);
      if (isRequired) {
        return [insertAfter(file, statement, '\nrequire("express-async-errors");')];
      }
    }
  }
  return undefined;
}
