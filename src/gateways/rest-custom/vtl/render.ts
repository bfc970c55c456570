import { callMethod } from "./methods";
import { parseTemplate } from "./parse";
import type { Access, BinaryOperator, Expression, Reference, Template } from "./syntax";
import { TemplateError } from "./syntax";
import { isList, isObject, sameValue, toText, type VtlMap, type VtlValue } from "./values";

/** API Gateway's own limit for the iterations of a #foreach. */
const iterationLimit = 1000;
/** What a template may do at all: a hostile one must not hold up the page. */
const stepLimit = 100_000;
const outputLimit = 10_485_760;

type Ending = "break" | "stop" | undefined;

class Rendering {
  private readonly output: string[] = [];
  private length = 0;
  private steps = 0;

  constructor(private readonly variables: VtlMap) {}

  render(template: Template): string {
    this.run(template);
    return this.output.join("");
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length > outputLimit) throw new TemplateError("the output is too long");
    this.output.push(text);
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > stepLimit) throw new TemplateError("the template does too much");
  }

  private run(template: Template): Ending {
    for (const directive of template) {
      this.step();
      switch (directive.kind) {
        case "text":
          this.write(directive.text);
          break;
        case "output":
          this.write(toText(this.resolve(directive.reference)));
          break;
        case "set":
          this.assign(directive.target, this.evaluate(directive.value));
          break;
        case "if": {
          const branch = directive.branches.find(({ test }) => isTrue(this.evaluate(test)));
          const ending = this.run(branch ? branch.body : directive.otherwise);
          if (ending) return ending;
          break;
        }
        case "foreach": {
          const ending = this.loop(directive.variable, directive.items, directive.body);
          if (ending === "stop") return ending;
          break;
        }
        case "break":
        case "stop":
          return directive.kind;
        default:
          return directive satisfies never;
      }
    }
    return undefined;
  }

  private loop(variable: string, expression: Expression, body: Template): Ending {
    const value = this.evaluate(expression);
    const items = isList(value)
      ? [...value.items]
      : value instanceof Map
        ? [...value.values()]
        : [];
    if (items.length > iterationLimit) throw new TemplateError("more than 1000 iterations");
    const before = ["foreach", "velocityCount", variable].map(
      (name) => [name, this.variables.get(name)] as const,
    );
    for (const [index, item] of items.entries()) {
      this.variables.set(variable, item);
      this.variables.set("velocityCount", index + 1);
      this.variables.set(
        "foreach",
        new Map<string, VtlValue>([
          ["index", index],
          ["count", index + 1],
          ["first", index === 0],
          ["last", index === items.length - 1],
          ["hasNext", index < items.length - 1],
        ]),
      );
      const ending = this.run(body);
      if (ending === "stop") return ending;
      if (ending === "break") break;
    }
    for (const [name, value] of before) this.variables.set(name, value);
    return undefined;
  }

  private assign(target: Reference, value: VtlValue): void {
    const last = target.accesses.at(-1);
    if (!last) {
      this.variables.set(target.name, value);
      return;
    }
    const holder = this.resolve({ ...target, accesses: target.accesses.slice(0, -1) });
    if (last.kind === "call") throw new TemplateError("a call cannot be assigned to");
    const key = last.kind === "property" ? last.name : this.evaluate(last.index);
    if (holder instanceof Map) holder.set(toText(key), value);
    else if (isList(holder)) callMethod(holder, "set", [key, value]);
  }

  private resolve({ name, accesses }: Reference): VtlValue {
    return accesses.reduce<VtlValue>(
      (value, access) => this.access(value, access),
      this.variables.get(name),
    );
  }

  private access(value: VtlValue, access: Access): VtlValue {
    this.step();
    switch (access.kind) {
      case "call":
        return callMethod(
          value,
          access.name,
          access.arguments.map((argument) => this.evaluate(argument)),
        );
      case "index": {
        const index = this.evaluate(access.index);
        return callMethod(value, "get", [index]);
      }
      case "property":
        if (value instanceof Map) return value.get(access.name);
        return isObject(value) ? value.properties.get(access.name) : undefined;
      default:
        return access satisfies never;
    }
  }

  private evaluate(expression: Expression): VtlValue {
    this.step();
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "interpolation":
        return this.interpolate(expression.template);
      case "list":
        return {
          kind: "list",
          items: expression.items.map((item) => this.evaluate(item)),
          fromJson: false,
        };
      case "range":
        return this.range(this.evaluate(expression.from), this.evaluate(expression.to));
      case "map":
        return new Map(
          expression.entries.map(([key, value]) => [
            toText(this.evaluate(key)),
            this.evaluate(value),
          ]),
        );
      case "reference":
        return this.resolve(expression.reference);
      case "not":
        return !isTrue(this.evaluate(expression.operand));
      case "negative":
        return -Number(toText(this.evaluate(expression.operand)));
      case "binary":
        return this.binary(expression.operator, expression.left, expression.right);
      default:
        return expression satisfies never;
    }
  }

  private interpolate(template: Template): string {
    const inner = new Rendering(this.variables);
    inner.steps = this.steps;
    const text = inner.render(template);
    this.steps = inner.steps;
    return text;
  }

  private range(from: VtlValue, to: VtlValue): VtlValue {
    const [first, last] = [Math.trunc(Number(from)), Math.trunc(Number(to))];
    const length = Math.abs(last - first) + 1;
    if (!(length <= iterationLimit)) throw new TemplateError("a range of more than 1000 numbers");
    const step = last < first ? -1 : 1;
    const items = Array.from({ length }, (_, index) => first + step * index);
    return { kind: "list", items, fromJson: false };
  }

  private binary(operator: BinaryOperator, left: Expression, right: Expression): VtlValue {
    const a = this.evaluate(left);
    if (operator === "&&") return isTrue(a) && isTrue(this.evaluate(right));
    if (operator === "||") return isTrue(a) || isTrue(this.evaluate(right));
    return compute(operator, a, this.evaluate(right));
  }
}

function isTrue(value: VtlValue): boolean {
  return value !== undefined && value !== null && value !== false;
}

function compute(
  operator: Exclude<BinaryOperator, "&&" | "||">,
  a: VtlValue,
  b: VtlValue,
): VtlValue {
  switch (operator) {
    case "==":
      return sameValue(a, b);
    case "!=":
      return !sameValue(a, b);
    case "+":
      return typeof a === "number" && typeof b === "number" ? a + b : toText(a) + toText(b);
    default:
      break;
  }
  if (typeof a !== "number" || typeof b !== "number") return null;
  const whole = Number.isInteger(a) && Number.isInteger(b);
  switch (operator) {
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? null : whole ? Math.trunc(a / b) : a / b;
    case "%":
      return b === 0 ? null : a % b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    default:
      return operator satisfies never;
  }
}

/**
 * Renders a mapping template with these variables, which it may change. Throws TemplateError when it
 * cannot be read, or does more than API Gateway would let it.
 */
export function renderTemplate(text: string, variables: VtlMap): string {
  return new Rendering(variables).render(parseTemplate(text));
}
