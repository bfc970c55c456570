import type { Node } from "web-tree-sitter";
import { bodyOf } from "./syntax";

/** A condition on the way, and how it came out; for a case of a switch, what it compares with. */
interface Turn {
  readonly condition: Node;
  readonly holds: boolean;
  /** The values that a `switch` on `condition` compares with. */
  readonly cases?: readonly Node[];
}

/** A way through a function that ends without `throw` and without returning a value. */
export interface OpenEnd {
  /** The last statement on the way; the body where it is empty. */
  readonly last: Node;
  readonly turns: readonly Turn[];
}

const mostWays = 200;

/** A way on which statements may follow, unless it ended with a bare `return`. */
interface Way extends OpenEnd {
  readonly isOver?: boolean;
}

function throughStatements(statements: readonly Node[], from: Way): readonly Way[] {
  let ways: readonly Way[] = [from];
  for (const statement of statements) {
    if (statement.type === "comment") continue;
    ways = ways.flatMap((way) => (way.isOver ? [way] : through(statement, way))).slice(0, mostWays);
  }
  return ways;
}

function conditionOf(statement: Node): Node | undefined {
  return statement.childForFieldName("condition") ?? undefined;
}

function through(statement: Node, from: Way): readonly Way[] {
  const passed: Way = { ...from, last: statement };
  switch (statement.type) {
    case "return_statement":
      return statement.namedChildren.some(({ type }) => type !== "comment")
        ? []
        : [{ ...passed, isOver: true }];
    case "throw_statement":
    case "break_statement":
    case "continue_statement":
      return [];
    case "statement_block":
      return throughStatements(statement.namedChildren, passed);
    case "if_statement": {
      const condition = conditionOf(statement);
      const consequence = statement.childForFieldName("consequence");
      const alternative = statement.childForFieldName("alternative")?.lastNamedChild;
      if (!condition || !consequence) return [passed];
      const turned = (holds: boolean): Way => ({
        ...passed,
        turns: [...from.turns, { condition, holds }],
      });
      const otherwise = alternative ? through(alternative, turned(false)) : [turned(false)];
      return [...through(consequence, turned(true)), ...otherwise];
    }
    case "switch_statement":
      return throughSwitch(statement, passed);
    case "try_statement": {
      const body = statement.childForFieldName("body");
      const handler = statement.childForFieldName("handler")?.childForFieldName("body");
      return [...(body ? through(body, passed) : []), ...(handler ? through(handler, passed) : [])];
    }
    case "while_statement": {
      const isEndless = conditionOf(statement)?.text === "(true)";
      return isEndless ? [] : [passed];
    }
    default:
      return [passed];
  }
}

function throughSwitch(statement: Node, from: Way): readonly Way[] {
  const condition = statement.childForFieldName("value");
  const cases = statement.childForFieldName("body")?.namedChildren ?? [];
  if (!condition) return [from];
  const compared = cases.flatMap((one) => one.childForFieldName("value") ?? []);
  const noneHolds: Way = {
    ...from,
    turns: [...from.turns, { condition, holds: false, cases: compared }],
  };
  const hasDefault = cases.some(({ type }) => type === "switch_default");
  const ways: Way[] = hasDefault ? [] : [noneHolds];
  let falling: Node[] = [];
  for (const [index, one] of cases.entries()) {
    const value = one.childForFieldName("value");
    falling = value ? [...falling, value] : falling;
    const statements = one.namedChildren.filter((child) => child.id !== value?.id);
    const entered: Way =
      one.type === "switch_default"
        ? noneHolds
        : { ...from, turns: [...from.turns, { condition, holds: true, cases: falling }] };
    const before = statements.findIndex(({ type }) => type === "break_statement");
    const breaks = before >= 0 || statements.some(hasBreak);
    const way = throughStatements(before >= 0 ? statements.slice(0, before) : statements, entered);
    const isLast = index === cases.length - 1;
    if (breaks || isLast) {
      ways.push(...(way.length > 0 ? way : breaks && before < 0 ? [entered] : []));
    }
    if (statements.length > 0 && (way.length === 0 || breaks)) falling = [];
  }
  return ways;
}

function hasBreak(statement: Node): boolean {
  return statement.type === "statement_block"
    ? statement.namedChildren.some((child) => child.type === "break_statement")
    : false;
}

/** The ways through a function's own statements that end without returning; empty for an arrow's expression. */
export function openEnds(fn: Node): readonly OpenEnd[] {
  const body = bodyOf(fn);
  if (body?.type !== "statement_block") return [];
  return throughStatements(body.namedChildren, { last: body, turns: [] }).map(
    ({ last, turns }) => ({ last, turns }),
  );
}
