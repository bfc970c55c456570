import { plainType } from "../program/nodes";
import type { CodeOf } from "../program/program";
import type { Machine } from "./machine";
import type { Scope } from "./scope";
import {
  booleanValue,
  knownText,
  mapKey,
  numberValue,
  textValue,
  unknownValue,
  type Value,
} from "./value";

type Comparison = (left: number | string, right: number | string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

export function negative(value: Value): Value {
  return value.is === "number" ? { ...value, value: -value.value } : unknownValue("-");
}

/** Whether two values are equal; undefined when only a run could tell. An unknown value is taken to be there. */
export function areEqual(left: Value, right: Value): boolean | undefined {
  if (left.is === "null" || right.is === "null") return left.is === right.is;
  if (left.is === "unknown" || right.is === "unknown") return undefined;
  if (left.is === "text" && right.is === "text") {
    const [one, other] = [knownText(left), knownText(right)];
    if (one === undefined || other === undefined) return undefined;
    return one === other && (left.symbol ?? false) === (right.symbol ?? false);
  }
  if (left.is === "number" && right.is === "number") return left.value === right.value;
  if (left.is === "boolean" && right.is === "boolean") return left.value === right.value;
  if (left.is === "type" && right.is === "type") return left.name === right.name;
  if (left.is !== right.is) return left.is === "type" || right.is === "type" ? undefined : false;
  return left === right;
}

/** A value that a condition compares with null may be unknown: it is taken to be there, and that is noted. */
function noteAssumption(
  machine: Machine,
  code: CodeOf<"binary">,
  values: readonly Value[],
  scope: Scope,
): void {
  const isNullTest = values.some(({ is }) => is === "null");
  if (isNullTest && values.some(({ is }) => is === "unknown")) {
    machine.assumptions.push(machine.placeOf(code, scope));
  }
}

/** An operator between two values. */
export function binary(machine: Machine, code: CodeOf<"binary">, scope: Scope): Value {
  const unknown = (): Value => unknownValue(code.node.text, plainType("bool"));
  const left = machine.evaluate(code.left, scope);
  switch (code.operator) {
    case "and":
    case "or": {
      const holds = machine.truth(left);
      if (holds !== undefined) {
        return holds === (code.operator === "and") ? machine.evaluate(code.right, scope) : left;
      }
      const right = machine.evaluate(code.right, scope);
      if (machine.truth(right) === (code.operator === "or")) return right;
      return machine.rules.callsBareNames ? unknownValue(code.node.text) : unknown();
    }
    case "default":
      return left.is === "null" ? machine.evaluate(code.right, scope) : left;
    default:
  }
  const right = machine.evaluate(code.right, scope);
  noteAssumption(machine, code, [left, right], scope);
  switch (code.operator) {
    case "==":
    case "!=": {
      const equal = areEqual(left, right);
      return equal === undefined ? unknown() : booleanValue(equal === (code.operator === "=="));
    }
    case "in":
    case "not in": {
      const found = contains(right, left);
      return found === undefined ? unknown() : booleanValue(found === (code.operator === "in"));
    }
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const compare = comparisons[code.operator];
      const [one, other] = [comparable(left), comparable(right)];
      return compare && one !== undefined && other !== undefined && typeof one === typeof other
        ? booleanValue(compare(one, other))
        : unknown();
    }
    default:
      return combined(machine, code.operator, left, right, code, scope);
  }
}

function comparable(value: Value): number | string | undefined {
  return value.is === "number" ? value.value : knownText(value);
}

/** Whether a list, a map or a text contains a value; undefined when only a run could tell. */
export function contains(holder: Value, wanted: Value): boolean | undefined {
  switch (holder.is) {
    case "list": {
      const equal = holder.items.map(({ value }) => areEqual(value, wanted));
      return equal.includes(true) ? true : equal.includes(undefined) ? undefined : false;
    }
    case "map":
      return wanted.is === "unknown" ? undefined : holder.entries.has(mapKey(wanted));
    case "text": {
      const [whole, part] = [knownText(holder), knownText(wanted)];
      return whole === undefined || part === undefined ? undefined : whole.includes(part);
    }
    default:
      return undefined;
  }
}

/** What an arithmetic operator gives; `+` joins texts and lists. */
export function combined(
  machine: Machine,
  operator: string,
  left: Value,
  right: Value,
  code: { readonly node: CodeOf<"binary">["node"] },
  scope: Scope,
): Value {
  if (operator === "+" && (left.is === "text" || right.is === "text")) {
    const place = machine.placeOf(code, scope);
    const parts = [left, right].map((value) => machine.rules.textOf(machine, value, place));
    return textValue(...parts.flatMap((part) => (part.is === "text" ? part.parts : [])));
  }
  if (operator === "+" && left.is === "list" && right.is === "list") {
    return { is: "list", items: [...left.items, ...right.items], type: left.type };
  }
  if (left.is !== "number" || right.is !== "number")
    return unknownValue(code.node.text, typeOf(left));
  const float = left.float || right.float;
  const whole = machine.rules.wholeDivision && !float;
  switch (operator) {
    case "+":
      return numberValue(left.value + right.value, float);
    case "-":
      return numberValue(left.value - right.value, float);
    case "*":
      return numberValue(left.value * right.value, float);
    case "/": {
      if (right.value === 0) return unknownValue(code.node.text);
      const quotient = left.value / right.value;
      return numberValue(whole ? Math.trunc(quotient) : quotient, float);
    }
    case "%":
      return right.value === 0
        ? unknownValue(code.node.text)
        : numberValue(left.value % right.value, float);
    default:
      return unknownValue(code.node.text);
  }
}

function typeOf(value: Value) {
  if (value.is === "unknown") return value.type;
  return value.is === "number" ? plainType(value.float ? "double" : "int") : undefined;
}
