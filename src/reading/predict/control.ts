import type { Code, CodeOf, SwitchCase } from "../program/program";
import { assignTo } from "./assignment";
import type { Machine } from "./machine";
import type { Scope } from "./scope";
import { Broken, Continued, Thrown } from "./signals";
import {
  mapKey,
  nothing,
  numberValue,
  type Slot,
  tupleValue,
  unknownValue,
  type Value,
} from "./value";

/** A block's last value. */
export function blockOf(machine: Machine, code: CodeOf<"block">, outer: Scope): Value {
  const scope = code.scoped ? outer.inner() : outer;
  let last = nothing;
  for (const each of code.body) last = machine.evaluate(each, scope);
  return last;
}

const failing = /(?:BadRequest|NotFound|Error|Unauthorized|Forbidden|Exception|error|fail)/;

/** Whether a branch is the one for when things go wrong: it throws, or says so by a name or a status. */
function looksFailing(code: Code | undefined): boolean {
  if (!code) return false;
  switch (code.kind) {
    case "throw":
      return true;
    case "number":
      return code.value >= 400 && code.value < 600;
    case "literal":
      return false;
    case "block":
      return code.body.some(looksFailing);
    default:
      return failing.test(code.node.text) || /\b[45]\d\d\b/.test(code.node.text);
  }
}

/** Decides a condition that only a run could tell: the way on which things go well. */
function assumed(machine: Machine, code: CodeOf<"if">, scope: Scope): boolean {
  machine.assumptions.push(machine.placeOf(code.test, scope));
  return !looksFailing(code.consequence) || looksFailing(code.alternative);
}

export function conditional(machine: Machine, code: CodeOf<"if">, scope: Scope): Value {
  const test = machine.evaluate(code.test, scope);
  const holds = machine.truth(test) ?? assumed(machine, code, scope);
  if (holds) return machine.evaluate(code.consequence, scope);
  return code.alternative ? machine.evaluate(code.alternative, scope) : nothing;
}

function chosenCase(
  machine: Machine,
  { cases, otherwise }: CodeOf<"switch">,
  scope: Scope,
): number | undefined {
  let possible: number | undefined;
  for (const [index, each] of cases.entries()) {
    const truths = each.tests.map((test) => machine.truth(machine.evaluate(test, scope)));
    const guard = each.guard ? machine.truth(machine.evaluate(each.guard, scope)) : true;
    if (truths.includes(true) && guard === true) return index;
    const mayHold = truths.includes(undefined) || (truths.includes(true) && guard === undefined);
    if (mayHold && guard !== false && !looksFailing(each.body)) possible ??= index;
    if (mayHold && guard !== false) machine.assumptions.push(machine.placeOf(each.body, scope));
  }
  return possible ?? (otherwise ? undefined : undefined);
}

/** In Go a switch's tests are the values themselves. */
function asTests(code: CodeOf<"switch">): CodeOf<"switch"> {
  const { subject } = code;
  if (!subject) return code;
  const compared = (test: Code): Code =>
    test.kind === "binary" || test.kind === "type-test" || test.kind === "unknown"
      ? test
      : { kind: "binary", node: test.node, operator: "==", left: subject, right: test };
  const cases = code.cases.map(
    (each): SwitchCase => ({ ...each, tests: each.tests.map(compared) }),
  );
  return { ...code, cases };
}

export function switchOf(machine: Machine, written: CodeOf<"switch">, outer: Scope): Value {
  const code = asTests(written);
  const scope = outer.inner();
  const chosen = chosenCase(machine, code, scope);
  try {
    if (chosen === undefined)
      return code.otherwise ? machine.evaluate(code.otherwise, scope) : nothing;
    let last = nothing;
    for (const each of code.cases.slice(chosen)) {
      last = machine.evaluate(each.body, scope);
      if (!each.fallsThrough) return last;
    }
    return code.otherwise ? machine.evaluate(code.otherwise, scope) : last;
  } catch (signal) {
    if (signal instanceof Broken) return signal.value ?? nothing;
    throw signal;
  }
}

/** What a loop over a value gives at each turn: items of a list, pairs of a map. */
function turnsOver(over: Value): readonly Value[] {
  switch (over.is) {
    case "list":
      return over.items.map(({ value }) => value);
    case "map":
      return [...over.entries.values()].map(({ key, value }) => tupleValue(key, value));
    case "null":
      return [];
    default:
      return [unknownValue("each")];
  }
}

/** Carries out one turn; false when the loop was left. */
function turn(machine: Machine, body: Code, scope: Scope): boolean {
  try {
    machine.evaluate(body, scope);
    return true;
  } catch (signal) {
    if (signal instanceof Broken) return false;
    if (signal instanceof Continued) return true;
    throw signal;
  }
}

export function loop(machine: Machine, code: CodeOf<"loop">, outer: Scope): Value {
  const scope = outer.inner();
  if (code.each) {
    const over = machine.evaluate(code.each.over, scope);
    const { target } = code.each;
    for (const [index, value] of turnsOver(over).entries()) {
      const inner = scope.inner();
      const pair = over.is === "list" && target.kind === "tuple" && machine.rules.commaOk;
      if (machine.rules.commaOk && over.is === "map" && target.kind === "name") {
        assignTo(
          machine,
          target,
          value.is === "tuple" ? (value.items[0] ?? value) : value,
          inner,
          true,
        );
      } else if (machine.rules.commaOk && over.is === "list" && target.kind === "name") {
        assignTo(machine, target, numberValue(index), inner, true);
      } else {
        assignTo(
          machine,
          target,
          pair ? tupleValue(numberValue(index), value) : value,
          inner,
          true,
        );
      }
      if (!turn(machine, code.body, inner)) break;
    }
    return nothing;
  }
  if (code.initial) machine.evaluate(code.initial, scope);
  for (;;) {
    const holds = code.test ? machine.truth(machine.evaluate(code.test, scope)) : true;
    if (holds === false) return nothing;
    if (holds === undefined && code.test)
      machine.assumptions.push(machine.placeOf(code.test, scope));
    if (!turn(machine, code.body, scope.inner())) return nothing;
    if (holds === undefined) return nothing;
    if (code.update) machine.evaluate(code.update, scope);
  }
}

export function tryOf(machine: Machine, code: CodeOf<"try">, scope: Scope): Value {
  try {
    const value = machine.evaluate(code.body, scope);
    return code.otherwise ? machine.evaluate(code.otherwise, scope) : value;
  } catch (signal) {
    if (!(signal instanceof Thrown)) throw signal;
    const { error } = signal;
    const names = error.is === "object" ? machine.lineage(error.type) : [];
    const handler = code.handlers.find(
      ({ types }) => types.length === 0 || types.some(({ name }) => names.includes(name)),
    );
    if (!handler) throw signal;
    const inner = scope.inner();
    inner.declare("$!", error);
    if (handler.name) inner.declare(handler.name, error);
    return machine.evaluate(handler.body, inner);
  } finally {
    if (code.finally) machine.evaluate(code.finally, scope);
  }
}

/** The slots of a list, or of a map's values. */
export function slotsOf(value: Value): readonly Slot[] {
  if (value.is === "list") return value.items;
  return value.is === "map" ? [...value.entries.values()] : [];
}

/** A map with one more entry, or with another value under a key. */
export function putInto(map: Value, key: Value, slot: Slot): void {
  if (map.is === "map") map.entries.set(mapKey(key), { key, ...slot });
}
