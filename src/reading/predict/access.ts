import { plainType } from "../program/nodes";
import type { Code, CodeOf, FieldDeclaration, TypeDeclaration, TypeName } from "../program/program";
import { callName, invoke } from "./calls";
import type { Machine } from "./machine";
import type { Scope } from "./scope";
import {
  knownText,
  mapKey,
  nothing,
  numberValue,
  type Place,
  type Slot,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "./value";

/** What a reference leads to. */
export function deref(value: Value): Value {
  return value.is === "reference" ? value.read() : value;
}

/** The value behind a bare name: a variable, a member of `this`, a function, or else a package or type. */
export function readName(machine: Machine, code: CodeOf<"name">, scope: Scope): Value {
  const { name } = code;
  const variable = scope.read(name);
  if (variable) return variable;
  const own = machine.rules.seesOwnFields ? ownMember(machine, name, scope) : undefined;
  if (own) return own;
  if (machine.rules.callsBareNames && !/^\p{Lu}/u.test(name)) {
    return callName(machine, code, [], scope);
  }
  const declaration = machine.program.functions.get(name);
  if (declaration) {
    return { is: "function", declaration, scope: machine.globalsOf(declaration), self: undefined };
  }
  return machine.global(name) ?? machine.rules.constant(name) ?? packageOrType(machine, name);
}

function packageOrType({ program }: Machine, written: string): Value {
  const name = program.packageNames.get(written) ?? written;
  return { is: "type", name, type: plainType(name) };
}

/** A member of the object, or a static one of the class, that the code runs in. */
function ownMember(machine: Machine, name: string, scope: Scope): Value | undefined {
  const { self } = scope;
  if (self?.is === "object") {
    const field = self.fields.get(name);
    if (field) return field.value;
    const getter = fieldNamed(machine, self.declaration, name)?.getter;
    if (getter) return invoke(machine, getter, { self });
  }
  const declaration = self?.is === "object" ? self.declaration : undefined;
  const holder = self?.is === "type" ? machine.typeNamed(self.type) : declaration;
  return holder && staticMember(machine, holder, name);
}

/** A field by its name, in a type or in those above it. */
export function fieldNamed(
  machine: Machine,
  declaration: TypeDeclaration | undefined,
  name: string,
): FieldDeclaration | undefined {
  if (!declaration) return undefined;
  const own = declaration.fields.find((field) => field.name === name);
  if (own || declaration.form === "alias") return own;
  for (const base of declaration.bases) {
    const above = machine.typeNamed(base);
    const found = above === declaration ? undefined : fieldNamed(machine, above, name);
    if (found) return found;
  }
  return undefined;
}

/** A static field's value, or a constant of an enum. */
function staticMember(
  machine: Machine,
  declaration: TypeDeclaration,
  name: string,
): Value | undefined {
  if (declaration.constants.includes(name)) {
    return {
      is: "object",
      type: declaration.name,
      declaration,
      fields: enumFields(declaration, name),
    };
  }
  const field = declaration.fields.find((each) => each.isStatic && each.name === name);
  if (!field) return undefined;
  const self: Value = { is: "type", name: declaration.name, type: plainType(declaration.name) };
  for (const each of declaration.constructors.filter(({ isStatic }) => isStatic)) {
    machine.once(declaration, `static@${each.node.startIndex}`, () =>
      invoke(machine, each, { self }),
    );
  }
  return machine.once(declaration, name, () => {
    if (field.getter) return invoke(machine, field.getter, { self });
    const scope = machine.scopeOf(declaration, self);
    return field.initial
      ? typed(machine.evaluate(field.initial, scope), field.type)
      : machine.rules.zero(machine.program, field.type);
  });
}

function enumFields({ constants }: TypeDeclaration, name: string): Map<string, Slot> {
  const slot = (value: Value): Slot => ({ value, place: undefined });
  return new Map([
    ["$name", slot(textValue(name))],
    ["$index", slot(numberValue(constants.indexOf(name)))],
  ]);
}

/** An unknown value with the type that it is declared to have. */
export function typed(value: Value, type: TypeName | undefined): Value {
  if (value.is !== "unknown" || value.type || !type) return value;
  return { ...value, type: withoutWrapper(type) };
}

const wrappers = /^(?:Task|ValueTask|CompletableFuture|Future|Optional|pointer)$/;

/** The type inside a task, an optional or a pointer. */
export function withoutWrapper(type: TypeName): TypeName {
  const [inner] = type.arguments;
  return inner && wrappers.test(type.name) ? withoutWrapper(inner) : type;
}

export function readMember(machine: Machine, code: CodeOf<"member">, scope: Scope): Value {
  const holder = deref(machine.evaluate(code.object, scope));
  if (holder.is === "null" && code.optional) return nothing;
  return memberOf(machine, holder, code.name, code, machine.placeOf(code, scope));
}

/** The value of `holder.name`. */
export function memberOf(
  machine: Machine,
  holder: Value,
  name: string,
  code: CodeOf<"member">,
  place: Place,
): Value {
  const { rules } = machine;
  switch (holder.is) {
    case "null": {
      const access = { form: "member", name, holder: code.object } as const;
      return (
        rules.property(machine, holder, name, place) ??
        rules.readNull(machine, holder, access, place)
      );
    }
    case "object": {
      const own = objectMember(machine, holder, name);
      if (own) return own;
      return rules.property(machine, holder, name, place) ?? unknownValue(code.node.text);
    }
    case "type": {
      const declaration = machine.typeNamed(holder.type);
      return (
        (declaration && staticMember(machine, declaration, name)) ??
        rules.constant(`${holder.name}.${name}`) ?? {
          is: "type",
          name,
          type: { ...plainType(name), qualifier: holder.name },
        }
      );
    }
    default:
      return (
        rules.property(machine, holder, name, place) ?? unknownMember(machine, holder, name, code)
      );
  }
}

function unknownMember(machine: Machine, holder: Value, name: string, code: Code): Value {
  const type = holder.is === "unknown" ? machine.typeNamed(holder.type) : undefined;
  const field = fieldNamed(machine, type, name);
  return unknownValue(code.node.text, field?.type);
}

/** A field, a computed property, a method as a value, or a member of an embedded struct. */
function objectMember(
  machine: Machine,
  holder: ValueOf<"object">,
  name: string,
): Value | undefined {
  const slot = holder.fields.get(name);
  if (slot) return slot.value;
  const field = fieldNamed(machine, holder.declaration, name);
  if (field?.getter) return invoke(machine, field.getter, { self: holder });
  const method = holder.declaration?.methods.find((each) => each.name === name);
  if (method) {
    return { is: "function", declaration: method, scope: machine.globalsOf(method), self: holder };
  }
  for (const embedded of holder.declaration?.fields ?? []) {
    if (embedded.form !== "embedded") continue;
    const inner = deref(holder.fields.get(embedded.name)?.value ?? nothing);
    const found = inner.is === "object" ? objectMember(machine, inner, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

export function readIndex(machine: Machine, code: CodeOf<"index">, scope: Scope): Value {
  const holder = deref(machine.evaluate(code.object, scope));
  const key = machine.evaluate(code.index, scope);
  const place = machine.placeOf(code, scope);
  if (holder.is === "null") {
    if (code.optional) return nothing;
    const access = { form: "index", name: knownText(key) ?? "", holder: code.object } as const;
    return machine.rules.readNull(machine, holder, access, place);
  }
  return itemOf(machine, holder, key, place) ?? unknownValue(code.node.text, elementType(holder));
}

/** The type of what a value of this type holds. */
function elementType(holder: Value): TypeName | undefined {
  const isContainer = holder.is === "map" || holder.is === "list" || holder.is === "unknown";
  return isContainer ? holder.type?.arguments.at(-1) : undefined;
}

/** What stands at a key or position; undefined when only a run could tell. */
export function itemOf(
  machine: Machine,
  holder: Value,
  key: Value,
  place: Place,
): Value | undefined {
  switch (holder.is) {
    case "map": {
      if (key.is === "unknown") return undefined;
      return (
        holder.entries.get(mapKey(key))?.value ?? machine.rules.missing(machine, holder, key, place)
      );
    }
    case "list": {
      if (key.is !== "number") return undefined;
      const at = key.value < 0 ? holder.items.length + key.value : key.value;
      return holder.items[at]?.value ?? machine.rules.missing(machine, holder, key, place);
    }
    case "text":
      return machine.rules.missing(machine, holder, key, place);
    default:
      return undefined;
  }
}

export function sliced(machine: Machine, code: CodeOf<"slice">, scope: Scope): Value {
  const holder = deref(machine.evaluate(code.object, scope));
  const bound = (part: Code | undefined): number | undefined => {
    const value = part && machine.evaluate(part, scope);
    return value?.is === "number" ? value.value : undefined;
  };
  const [start, end] = [bound(code.start), bound(code.end)];
  const isKnown = (start !== undefined || !code.start) && (end !== undefined || !code.end);
  const text = knownText(holder);
  if (isKnown && text !== undefined) return textValue(text.slice(start, end));
  if (isKnown && holder.is === "list") return { ...holder, items: holder.items.slice(start, end) };
  return unknownValue(code.node.text, holder.is === "unknown" ? holder.type : undefined);
}
