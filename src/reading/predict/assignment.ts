import type { Code, CodeOf } from "../program/program";
import { deref, readIndex, typed } from "./access";
import { combined } from "./arithmetic";
import type { Machine } from "./machine";
import type { Scope } from "./scope";
import {
  booleanValue,
  mapKey,
  nothing,
  type Place,
  type Slot,
  unknownValue,
  type Value,
  type ValueOf,
} from "./value";

/** A value that stands for the place where another one is kept. */
export function referenceTo(machine: Machine, target: Code, scope: Scope): Value {
  return {
    is: "reference",
    read: () => machine.evaluate(target, scope),
    write: (value) =>
      assignTo(machine, target, value, scope, target.kind === "name" && !scope.read(target.name)),
  };
}

/** Gives a variable, or several, the first value, or the one its type begins with. */
export function declare(machine: Machine, code: CodeOf<"declare">, scope: Scope): Value {
  const value = code.value
    ? typed(valueFor(machine, code.target, code.value, scope), code.type)
    : machine.rules.zero(machine.program, code.type);
  assignTo(machine, code.target, value, scope, true);
  return value;
}

/** Gives a target its next value, by way of an operator where there is one. */
export function assign(machine: Machine, code: CodeOf<"assign">, scope: Scope): Value {
  const { operator, target } = code;
  if (!operator) {
    const value = valueFor(machine, target, code.value, scope);
    assignTo(machine, target, value, scope, false, machine.placeOf(code, scope));
    return value;
  }
  const before = operator === "or" && target.kind === "name" ? scope.read(target.name) : undefined;
  const old =
    operator === "or" && target.kind === "name"
      ? (before ?? nothing)
      : machine.evaluate(target, scope);
  if (
    (operator === "or" || operator === "default") &&
    machine.truth(old) !== false &&
    old.is !== "null"
  ) {
    return old;
  }
  const given = machine.evaluate(code.value, scope);
  const value =
    operator === "or" || operator === "default" || operator === "and"
      ? given
      : combined(machine, operator, old, given, code, scope);
  assignTo(machine, target, value, scope, false, machine.placeOf(code, scope));
  return value;
}

const errorName = /^(?:err|e|error|\w*Err(?:or)?)$/;

/** The value for a target. In Go two targets ask whether it is there, and calls outside are taken to succeed. */
function valueFor(machine: Machine, target: Code, code: Code, scope: Scope): Value {
  const count = target.kind === "tuple" ? target.items.length : 1;
  if (!machine.rules.commaOk) return machine.evaluate(code, scope);
  if (count === 2 && (code.kind === "index" || code.kind === "convert")) {
    return withPresence(machine, code, scope);
  }
  const value = machine.evaluate(code, scope);
  const last = target.kind === "tuple" ? target.items.at(-1) : target;
  if (value.is !== "unknown" || last?.kind !== "name") return value;
  const isError = errorName.test(last.name);
  if (count === 1) return isError ? succeeded(machine, code, scope) : value;
  const names = target.kind === "tuple" ? target.items : [];
  const results = names.map((item): Value => unknownValue(item.node.text));
  if (isError) results[results.length - 1] = succeeded(machine, code, scope);
  else if (/^(?:ok|found|exists|present)$/.test(last.name)) {
    results[results.length - 1] = booleanValue(true);
  }
  return { is: "tuple", items: results };
}

function succeeded(machine: Machine, code: Code, scope: Scope): Value {
  machine.assumptions.push(machine.placeOf(code, scope));
  return nothing;
}

function withPresence(
  machine: Machine,
  code: CodeOf<"index"> | CodeOf<"convert">,
  scope: Scope,
): Value {
  if (code.kind === "convert") {
    const value = deref(machine.evaluate(code.value, scope));
    const there = value.is !== "null";
    const converted = there ? value : machine.rules.zero(machine.program, code.type);
    return { is: "tuple", items: [converted, booleanValue(there)] };
  }
  const holder = deref(machine.evaluate(code.object, scope));
  const value = readIndex(machine, code, scope);
  const key = machine.evaluate(code.index, scope);
  const there = holder.is === "map" ? holder.entries.has(mapKey(key)) : holder.is !== "null";
  return { is: "tuple", items: [value, booleanValue(there)] };
}

/** Puts a value into a static field of the class that the code runs in; false where there is none of this name. */
function writeStatic(machine: Machine, name: string, value: Value, { self }: Scope): boolean {
  if (!machine.rules.seesOwnFields || (self?.is !== "object" && self?.is !== "type")) return false;
  const declaration = self.is === "object" ? self.declaration : machine.typeNamed(self.type);
  const isStatic = declaration?.fields.some((field) => field.isStatic && field.name === name);
  if (declaration && isStatic) machine.setOnce(declaration, name, value);
  return isStatic ?? false;
}

/** Puts a value into a variable, a member or an element; several targets take the value apart. */
export function assignTo(
  machine: Machine,
  target: Code,
  value: Value,
  scope: Scope,
  declares: boolean,
  place?: Place,
): void {
  switch (target.kind) {
    case "name": {
      if (target.name === "_") return;
      const own =
        scope.self?.is === "object" && machine.rules.seesOwnFields ? scope.self : undefined;
      const isOwn =
        !declares && own?.fields.has(target.name) && scope.read(target.name) === undefined;
      if (own && isOwn) own.fields.set(target.name, { value, place });
      else if (declares) scope.declare(target.name, value);
      else if (scope.read(target.name) !== undefined) scope.write(target.name, value);
      else if (
        !writeStatic(machine, target.name, value, scope) &&
        !machine.writeGlobal(target.name, value)
      ) {
        scope.write(target.name, value);
      }
      return;
    }
    case "tuple": {
      const items = value.is === "tuple" ? value.items : undefined;
      const listed = value.is === "list" ? value.items.map((slot) => slot.value) : undefined;
      for (const [index, item] of target.items.entries()) {
        const part = (items ?? listed)?.[index];
        const missing = items || listed ? nothing : unknownValue(item.node.text);
        assignTo(machine, item, part ?? missing, scope, declares, place);
      }
      return;
    }
    case "member": {
      const holder = deref(machine.evaluate(target.object, scope));
      if (holder.is === "null") {
        const access = { form: "member", name: target.name, holder: target.object } as const;
        machine.rules.readNull(machine, holder, access, machine.placeOf(target, scope));
      }
      if (holder.is === "object") setMember(machine, holder, target.name, { value, place });
      else if (holder.is === "type") {
        const declaration = machine.typeNamed(holder.type);
        if (declaration) machine.setOnce(declaration, target.name, value);
      }
      return;
    }
    case "index": {
      const holder = deref(machine.evaluate(target.object, scope));
      const key = machine.evaluate(target.index, scope);
      if (holder.is === "map") holder.entries.set(mapKey(key), { key, value, place });
      if (holder.is === "list" && key.is === "number") holder.items[key.value] = { value, place };
      return;
    }
    default:
  }
}

/** Puts a value into an object's field; Ruby's attributes are its instance variables. */
function setMember(machine: Machine, holder: ValueOf<"object">, name: string, slot: Slot): void {
  const isAttribute = machine.rules.callsBareNames && !name.startsWith("@");
  holder.fields.set(isAttribute ? `@${name}` : name, slot);
}
