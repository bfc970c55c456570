import { plainType } from "../program/nodes";
import type {
  Argument,
  Code,
  CodeOf,
  FunctionDeclaration,
  Parameter,
  TypeDeclaration,
  TypeName,
} from "../program/program";
import { deref, memberOf, typed } from "./access";
import { constructorOf, instantiate } from "./create";
import type { Machine } from "./machine";
import type { Given } from "./rules";
import { Scope } from "./scope";
import { Continued, Returned } from "./signals";
import {
  listValue,
  mapValue,
  nothing,
  type Place,
  unknownValue,
  type Value,
  type ValueOf,
} from "./value";

/** What a call is given. */
export const givenNothing: Given = { positional: [], named: new Map(), block: undefined };

/** Carries out a call's arguments. */
export function givenOf(machine: Machine, args: readonly Argument[], scope: Scope): Given {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let block: Value | undefined;
  for (const { name, value: code } of args) {
    const value = machine.evaluate(code, scope);
    if (name === "&") block = value;
    else if (name === "**") {
      if (value.is !== "map") continue;
      for (const { key, value: member } of value.entries.values()) {
        if (key.is === "text") named.set(key.parts.join(""), member);
      }
    } else if (name !== undefined) named.set(name, value);
    else if (code.kind === "spread") {
      if (value.is === "list") positional.push(...value.items.map((slot) => slot.value));
      else if (value.is === "tuple") positional.push(...value.items);
    } else if (value.is === "tuple" && args.length === 1 && machine.rules.commaOk) {
      positional.push(...value.items);
    } else positional.push(value);
  }
  return { positional, named, block };
}

export function callOf(machine: Machine, code: CodeOf<"call">, scope: Scope): Value {
  const { callee } = code;
  if (callee.kind === "name") return callName(machine, callee, code.arguments, scope, code);
  if (callee.kind === "member") {
    const holder = deref(machine.evaluate(callee.object, scope));
    if (holder.is === "null" && callee.optional) return nothing;
    const given = givenOf(machine, code.arguments, scope);
    return callMethod(machine, holder, callee, given, machine.placeOf(code, scope));
  }
  const fn = machine.evaluate(callee, scope);
  const given = givenOf(machine, code.arguments, scope);
  if (fn.is === "type" && fn.type && given.positional[0]) {
    return machine.rules.convert(
      machine,
      given.positional[0],
      fn.type,
      machine.placeOf(code, scope),
    );
  }
  return callValue(machine, fn, given) ?? lost(given, code);
}

/** What a call gives that leads out of what can be followed: unknown, as is all that it could have changed. */
export function lost(given: Given, code: Code, type?: TypeName): Value {
  for (const value of given.positional) {
    if (value.is === "reference") value.write(unknownValue(code.node.text));
  }
  return unknownValue(code.node.text, type);
}

/** Calls a function value; undefined when it is none that can be followed. */
export function callValue(machine: Machine, fn: Value, given: Given): Value | undefined {
  if (fn.is === "native") return fn.call(given.positional);
  if (fn.is !== "function") return undefined;
  const { declaration, scope, self } = fn;
  return invoke(machine, declaration, { given, self, closure: scope });
}

/** Calls a function by its bare name. */
export function callName(
  machine: Machine,
  callee: CodeOf<"name">,
  args: readonly Argument[],
  scope: Scope,
  code: Code = callee,
): Value {
  const { name } = callee;
  const given = givenOf(machine, args, scope);
  const place = machine.placeOf(code, scope);
  if (name === "super" || name === "base") return callSuper(machine, given, scope, code);
  if (name === "this" && scope.self?.is === "object") {
    const other = constructorOf(scope.self.declaration, given);
    return other ? invoke(machine, other, { given, self: scope.self }) : nothing;
  }
  const variable = scope.read(name);
  const value = variable && callValue(machine, variable, given);
  if (value) return value;
  const { self } = scope;
  if (name === "new" && self?.is === "type") {
    const made = machine.typeNamed(self.type);
    if (made) return instantiate(machine, made, given);
  }
  if (self?.is === "object" || self?.is === "type") {
    const declaration = self.is === "object" ? self.declaration : machine.typeNamed(self.type);
    const own = methodNamed(machine, declaration, name, given);
    if (own) return invoke(machine, own, { given, self });
    if (self.is === "object" && machine.rules.callsBareNames) {
      const field = self.fields.get(`@${name}`);
      if (field) return field.value;
    }
    const outside = outerMethod(machine, scope, name, given);
    if (outside) return invoke(machine, outside, { given, self });
  }
  const declared = machine.program.functions.get(name);
  if (declared) return invoke(machine, declared, { given, self: undefined });
  const calling = { machine, given, place };
  const [first] = given.positional;
  const type = machine.typeNamed(plainType(name));
  return (
    machine.rules.libraryFunction(name, calling) ??
    (type && first ? machine.rules.convert(machine, first, plainType(name), place) : undefined) ??
    lost(given, code)
  );
}

/** A static method of the class around a nested one. */
function outerMethod(
  machine: Machine,
  scope: Scope,
  name: string,
  given: Given,
): FunctionDeclaration | undefined {
  const node = scope.running?.node;
  for (const declaration of machine.program.types.values()) {
    if (declaration.isLibrary || !node) continue;
    const around = declaration.node;
    if (around.startIndex > node.startIndex || around.endIndex < node.endIndex) continue;
    const found = methodNamed(machine, declaration, name, given);
    if (found?.file === scope.file) return found;
  }
  return undefined;
}

/** The constructor or method above the one that runs; an exception's takes its message. */
function callSuper(machine: Machine, given: Given, scope: Scope, code: Code): Value {
  const { self, running } = scope;
  if (self?.is !== "object") return lost(given, code);
  const [first] = given.positional;
  for (const base of self.declaration?.bases ?? []) {
    const above = machine.typeNamed(base);
    const isConstructor = running && self.declaration?.constructors.includes(running);
    const found = isConstructor
      ? constructorOf(above, given)
      : methodNamed(machine, above, running?.name ?? "", given);
    if (found) return invoke(machine, found, { given, self });
  }
  if (first?.is === "text" || first?.is === "unknown") {
    self.fields.set("message", { value: first, place: undefined });
  }
  return nothing;
}

/** A method by its name and number of arguments, in a type or in those above it. */
export function methodNamed(
  machine: Machine,
  declaration: TypeDeclaration | undefined,
  name: string,
  given: Given,
  way = 0,
): FunctionDeclaration | undefined {
  if (!declaration || way > 20) return undefined;
  const count = given.positional.length + given.named.size;
  const named = declaration.methods.filter((method) => method.name === name);
  const fitting = named.find(({ parameters }) => parameters.length === count) ?? named[0];
  if (fitting) return fitting;
  const embedded = declaration.fields
    .filter(({ form }) => form === "embedded")
    .flatMap(({ type }) =>
      type ? [type.name === "pointer" ? (type.arguments[0] ?? type) : type] : [],
    );
  for (const base of [...declaration.bases, ...embedded]) {
    const above = machine.typeNamed(base);
    const found =
      above === declaration ? undefined : methodNamed(machine, above, name, given, way + 1);
    if (found) return found;
  }
  return undefined;
}

/** Calls a method of a value. */
export function callMethod(
  machine: Machine,
  holder: Value,
  callee: CodeOf<"member">,
  given: Given,
  place: Place,
): Value {
  const { rules } = machine;
  const { name } = callee;
  const calling = { machine, given, place };
  const code: Code = { kind: "unknown", node: place.node, parts: [] };
  switch (holder.is) {
    case "null": {
      const access = { form: "call", name, holder: callee.object } as const;
      return rules.method(holder, name, calling) ?? rules.readNull(machine, holder, access, place);
    }
    case "type": {
      const declaration = machine.typeNamed(holder.type);
      const method = methodNamed(machine, declaration, name, given);
      if (method) return invoke(machine, method, { given, self: holder });
      const qualified = `${holder.name}.${name}`;
      return (
        rules.libraryFunction(qualified, calling) ??
        rules.method(holder, name, calling) ??
        lost(given, code)
      );
    }
    case "object": {
      const method = methodNamed(machine, holder.declaration, name, given);
      if (method) return invoke(machine, method, { given, self: embeddedSelf(holder, method) });
      const field = holder.fields.get(name);
      const called = field && callValue(machine, field.value, given);
      return called ?? rules.method(holder, name, calling) ?? lost(given, code);
    }
    case "unknown": {
      const declared = methodNamed(machine, machine.typeNamed(holder.type), name, given);
      return rules.method(holder, name, calling) ?? lost(given, code, declared?.results[0]);
    }
    default: {
      const known = rules.method(holder, name, calling);
      if (known) return known;
      const member =
        holder.is === "map" ? memberOf(machine, holder, name, callee, place) : undefined;
      return (member && callValue(machine, member, given)) ?? lost(given, code);
    }
  }
}

/** In Go a promoted method runs on the embedded struct. */
function embeddedSelf(holder: ValueOf<"object">, method: FunctionDeclaration): Value {
  if (!method.receiver || holder.declaration?.methods.includes(method)) return holder;
  for (const { value } of holder.fields.values()) {
    const inner = deref(value);
    if (inner.is !== "object") continue;
    if (inner.declaration?.methods.includes(method)) return inner;
  }
  return holder;
}

/** What a function runs with: its arguments, `this`, and the variables around a function literal. */
interface Invocation {
  readonly given?: Given;
  readonly self?: Value | undefined;
  readonly closure?: Scope | undefined;
}

/** Carries out a function's body. */
export function invoke(
  machine: Machine,
  declaration: FunctionDeclaration,
  { given = givenNothing, self, closure }: Invocation,
): Value {
  const [result] = declaration.results;
  if (!declaration.body) return unknownValue(declaration.name ?? "", result);
  const outer = closure ?? machine.globalsOf(declaration);
  const scope = new Scope(outer, { file: declaration.file, self, running: declaration });
  bind(machine, declaration, given, scope);
  if (declaration.receiver && self) scope.declare(declaration.receiver.name, self);
  for (const [index, name] of declaration.resultNames.entries()) {
    scope.declare(name, machine.rules.zero(machine.program, declaration.results[index]));
  }
  try {
    const last = machine.evaluate(declaration.body, scope);
    machine.returnedAt = machine.placeOf(lastOf(declaration.body), scope);
    return declaration.givesLast ? typed(last, result) : nothing;
  } catch (signal) {
    const isBlock = isRubyBlock(declaration);
    if (signal instanceof Continued && isBlock) return signal.value ?? nothing;
    if (signal instanceof Returned && !isBlock) {
      machine.returnedAt = signal.place;
      return typed(signal.value, result);
    }
    throw signal;
  }
}

/** A Ruby block: `return` in it leaves the method around it. */
function isRubyBlock({ node }: FunctionDeclaration): boolean {
  return node.type === "block" || node.type === "do_block";
}

/** The code whose value a body's value is. */
function lastOf(code: Code): Code {
  const last = code.kind === "block" ? code.body.at(-1) : undefined;
  return last ? lastOf(last) : code;
}

function bind(
  machine: Machine,
  { parameters }: FunctionDeclaration,
  { positional, named, block }: Given,
  scope: Scope,
): void {
  const left = [...positional];
  const spare = new Map(named);
  const initial = (parameter: Parameter): Value =>
    parameter.initial
      ? machine.evaluate(parameter.initial, scope)
      : unknownValue(parameter.name, parameter.type);
  for (const parameter of parameters) {
    const { name } = parameter;
    const byName = spare.get(name);
    spare.delete(name);
    switch (parameter.kind) {
      case "rest":
        scope.declare(name, listValue(left.splice(0)));
        break;
      case "keyword-rest":
        scope.declare(name, mapValue(spare));
        break;
      case "block":
        scope.declare(name, block ?? nothing);
        break;
      case "keyword":
        scope.declare(name, byName ?? initial(parameter));
        break;
      case "positional": {
        const given = byName ?? left.shift();
        scope.declare(name, given ? typed(given, parameter.type) : initial(parameter));
        break;
      }
      default:
        parameter.kind satisfies never;
    }
  }
  if (block) scope.declare("yield", block);
}
