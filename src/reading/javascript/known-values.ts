import type { Node } from "web-tree-sitter";
import type { CodeReading } from "../reading";
import { eventReads, valueInEvent } from "./event";
import { declarationOf } from "./scope";
import { argumentsOf, bare, memberOf, stringValue } from "./syntax";

/** What an expression's value is; undefined as a whole where it cannot be told. */
type Known = { readonly value: unknown } | undefined;

const literals: Readonly<Record<string, Known>> = {
  true: { value: true },
  false: { value: false },
  null: { value: null },
  undefined: { value: undefined },
};

const textMethods: Readonly<Record<string, (text: string) => unknown>> = {
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
};

/** Tells the values of expressions that depend on nothing but literals and one known event. */
export class KnownValues {
  private readonly paths: ReadonlyMap<number, readonly string[]>;

  constructor(
    code: CodeReading,
    private readonly event: unknown,
  ) {
    this.paths = new Map(eventReads(code).map(({ node, path }) => [node.id, path]));
  }

  /** Whether a condition holds for the event; undefined where it cannot be told. */
  holds(condition: Node): boolean | undefined {
    const known = this.valueOf(condition);
    return known && Boolean(known.value);
  }

  /** The value of an expression. */
  valueOf(expression: Node): Known {
    const node = bare(expression);
    const path = this.paths.get(node.id);
    if (path) return { value: valueInEvent(this.event, path) };
    const text = stringValue(node);
    if (text !== undefined) return { value: text };
    switch (node.type) {
      case "number":
        return { value: Number(node.text) };
      case "true":
      case "false":
      case "null":
      case "undefined":
        return literals[node.type];
      case "identifier":
        return this.ofIdentifier(node);
      case "unary_expression": {
        const inner = node.childForFieldName("argument");
        const known = inner ? this.valueOf(inner) : undefined;
        return known && node.childForFieldName("operator")?.type === "!"
          ? { value: !known.value }
          : undefined;
      }
      case "binary_expression":
        return this.ofBinary(node);
      case "call_expression":
        return this.ofCall(node);
      default:
        return undefined;
    }
  }

  private ofIdentifier(node: Node): Known {
    if (node.text === "undefined") return literals.undefined;
    const declaration = declarationOf(node);
    const path = declaration && this.paths.get(declaration.node.id);
    if (path) return { value: valueInEvent(this.event, path) };
    const isConstant =
      declaration?.kind === "variable" &&
      declaration.steps.length === 0 &&
      declaration.declarator.parent?.childForFieldName("kind")?.type === "const";
    return isConstant && declaration.value ? this.valueOf(declaration.value) : undefined;
  }

  private ofBinary(node: Node): Known {
    const left = node.childForFieldName("left");
    const right = node.childForFieldName("right");
    const operator = node.childForFieldName("operator")?.type;
    const one = left ? this.valueOf(left) : undefined;
    const other = right ? this.valueOf(right) : undefined;
    switch (operator) {
      case "&&":
        if (one && !one.value) return one;
        if (other && !other.value) return { value: false };
        return one && other;
      case "||":
        if (one?.value) return one;
        if (other?.value) return { value: true };
        return one && other;
      case "??":
        return one && (one.value === null || one.value === undefined) ? other : one;
      case "===":
      case "==":
        return one && other && { value: one.value === other.value };
      case "!==":
      case "!=":
        return one && other && { value: one.value !== other.value };
      default:
        return undefined;
    }
  }

  private ofCall(node: Node): Known {
    const callee = node.childForFieldName("function");
    const method = callee ? memberOf(callee) : undefined;
    const receiver = method ? this.valueOf(method.object) : undefined;
    const apply = method ? textMethods[method.name] : undefined;
    if (!apply || typeof receiver?.value !== "string" || argumentsOf(node).length > 0) {
      return undefined;
    }
    return { value: apply(receiver.value) };
  }
}
