import type {
  CodeOf,
  FieldDeclaration,
  FunctionDeclaration,
  TypeDeclaration,
  TypeName,
} from "../program/program";
import { typed, withoutWrapper } from "./access";
import { givenNothing, givenOf, invoke, lost } from "./calls";
import type { Machine } from "./machine";
import type { Given } from "./rules";
import type { Scope } from "./scope";
import {
  listValue,
  mapKey,
  mapValue,
  objectValue,
  type Place,
  type Slot,
  textValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "./value";

/** The constructor for this many arguments. */
export function constructorOf(
  declaration: TypeDeclaration | undefined,
  { positional, named }: Given,
): FunctionDeclaration | undefined {
  const count = positional.length + named.size;
  const all = (declaration?.constructors ?? []).filter(({ isStatic }) => !isStatic);
  return all.find(({ parameters }) => parameters.length === count) ?? all[0];
}

/** Puts what every field of a type holds at first into an object, from the topmost type down. */
function initialise(
  machine: Machine,
  holder: ValueOf<"object">,
  declaration: TypeDeclaration,
  way = 0,
): void {
  if (way > 20) return;
  for (const base of declaration.bases) {
    const above = machine.typeNamed(base);
    if (above && above !== declaration) initialise(machine, holder, above, way + 1);
  }
  for (const field of declaration.fields) {
    if (field.isStatic || field.getter || isAttribute(machine, field)) continue;
    const scope = machine.scopeOf(declaration, holder);
    const value = field.initial
      ? typed(machine.evaluate(field.initial, scope), field.type)
      : isInjected(field)
        ? unknownValue(field.name, field.type)
        : machine.rules.zero(machine.program, field.type);
    holder.fields.set(field.name, { value, place: undefined });
  }
}

/** Whether a framework puts a value into a field before the handler runs. */
function isInjected({ annotations }: FieldDeclaration): boolean {
  return annotations.some(({ name }) =>
    /^(?:Inject|Autowired|Value|Resource|Property|ConfigProperty|FromServices)$/.test(name),
  );
}

/** Ruby's `attr_reader` declares how a member is read, not that it is there. */
function isAttribute(machine: Machine, { form }: FieldDeclaration): boolean {
  return machine.rules.callsBareNames && form === "property";
}

/** A new object of a declared type, its constructor carried out. */
export function instantiate(
  machine: Machine,
  declaration: TypeDeclaration,
  given: Given = givenNothing,
): ValueOf<"object"> {
  const holder: ValueOf<"object"> = {
    is: "object",
    type: declaration.name,
    declaration,
    fields: new Map(),
  };
  initialise(machine, holder, declaration);
  const initialiser = constructorOf(declaration, given);
  if (initialiser) {
    invoke(machine, initialiser, { given, self: holder });
    return holder;
  }
  const names = declaration.fields
    .filter(({ form }) => form === "component" || declaration.form === "struct")
    .map(({ name }) => name);
  for (const [index, value] of given.positional.entries()) {
    const name = names[index];
    if (name !== undefined) holder.fields.set(name, { value, place: undefined });
    else if (index === 0 && value.is === "text")
      holder.fields.set("message", { value, place: undefined });
  }
  for (const [name, value] of given.named) holder.fields.set(name, { value, place: undefined });
  return holder;
}

/** The members written between the braces of a new value. */
function fill(machine: Machine, made: Value, code: CodeOf<"create">, scope: Scope): void {
  for (const { key, value: written, node } of code.members) {
    const value = machine.evaluate(written, scope);
    const slot: Slot = { value, place: machine.placeOf({ node }, scope) };
    if (made.is === "object" && key.kind === "name") {
      const old = made.fields.get(key.name)?.value;
      const adds =
        written.kind === "map" &&
        written.type === undefined &&
        old?.is === "map" &&
        value.is === "map";
      if (adds) for (const [name, entry] of value.entries) old.entries.set(name, entry);
      else made.fields.set(key.name, slot);
    } else if (made.is === "map") {
      const keyValue = machine.evaluate(key, scope);
      made.entries.set(mapKey(keyValue), { key: keyValue, ...slot });
    }
  }
}

/** C#'s `new()` makes what the function around it is declared to give. */
function targetType(written: TypeName | undefined, scope: Scope): TypeName | undefined {
  const [result] = scope.running?.results ?? [];
  return written?.name === "new" && result ? withoutWrapper(result) : written;
}

export function createOf(machine: Machine, code: CodeOf<"create">, scope: Scope): Value {
  const type = targetType(code.type, scope);
  const given = givenOf(machine, code.arguments, scope);
  const declaration = machine.typeNamed(type);
  const made = created(machine, type, declaration, given, machine.placeOf(code, scope));
  if (!made) return lost(given, code, type);
  fill(machine, made, code, scope);
  return made;
}

function created(
  machine: Machine,
  type: TypeName | undefined,
  declaration: TypeDeclaration | undefined,
  given: Given,
  place: Place,
): Value | undefined {
  if (!type) return objectValue("");
  if (declaration?.form === "alias") {
    const [target] = declaration.bases;
    if (!target) return undefined;
    if (target.name === "map") return mapValue([], target);
    if (target.name === "list") return listValue(given.positional, target);
    return created(machine, target, machine.typeNamed(target), given, place);
  }
  if (declaration && declaration.form !== "interface")
    return instantiate(machine, declaration, given);
  const made = machine.rules.create(type, { machine, given, place });
  if (made) return made;
  if (!/(?:Exception|Error)$/.test(type.name)) return undefined;
  const message = given.positional.find(({ is }) => is === "text" || is === "unknown");
  return objectValue(type.name, { message: message ?? textValue("") });
}
