import type { Annotation, FieldDeclaration, TypeDeclaration } from "../../program/program";
import type { Machine } from "../machine";

/** Lombok's annotations that write getters. */
const getterAnnotations = /^(?:Data|Getter|Value)$/;
const setterAnnotations = /^(?:Data|Setter)$/;

function has(annotations: readonly Annotation[], pattern: RegExp): boolean {
  return annotations.some(({ name }) => pattern.test(name));
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The name of the getter that Lombok and aws-lambda-java-events write for a field. */
export function getterName({ name, type }: FieldDeclaration): string {
  if (type?.name !== "boolean") return `get${capitalised(name)}`;
  return /^is\p{Lu}/u.test(name) ? name : `is${capitalised(name)}`;
}

/** The fields of a class and of those above it, the topmost first. */
export function fieldsOf(
  machine: Machine,
  declaration: TypeDeclaration,
  way = 0,
): readonly FieldDeclaration[] {
  const above = declaration.bases.flatMap((base) => {
    const found = machine.typeNamed(base);
    return found && found !== declaration && way < 20 ? fieldsOf(machine, found, way + 1) : [];
  });
  return [...above, ...declaration.fields];
}

/** Whether a class gets a getter for a field without writing it. */
export function hasMadeGetter(declaration: TypeDeclaration, field: FieldDeclaration): boolean {
  return (
    declaration.isLibrary ||
    has(declaration.annotations, getterAnnotations) ||
    has(field.annotations, getterAnnotations)
  );
}

/** What a made accessor does: reads a field, or writes one. */
export interface Accessor {
  readonly kind: "get" | "set" | "with";
  readonly field: string;
}

/** The accessor that a method's name stands for where the class does not write it itself. */
export function madeAccessor(
  machine: Machine,
  declaration: TypeDeclaration,
  method: string,
): Accessor | undefined {
  for (const field of fieldsOf(machine, declaration)) {
    const isLibrary = declaration.isLibrary;
    const { name } = field;
    if (hasMadeGetter(declaration, field)) {
      const names = [getterName(field), ...(isLibrary ? [`get${capitalised(name)}`] : [])];
      if (names.includes(method)) return { kind: "get", field: name };
    }
    if (declaration.form === "record" && method === name) return { kind: "get", field: name };
    const isSettable =
      isLibrary ||
      has(declaration.annotations, setterAnnotations) ||
      has(field.annotations, setterAnnotations);
    const bare = field.type?.name === "boolean" ? name.replace(/^is(?=\p{Lu})/u, "") : name;
    if (isSettable && [`set${capitalised(name)}`, `set${capitalised(bare)}`].includes(method)) {
      return { kind: "set", field: name };
    }
    const isWith = isLibrary || has(declaration.annotations, /^With$/);
    if (isWith && method === `with${capitalised(name)}`) return { kind: "with", field: name };
  }
  return undefined;
}

/** Whether a class has a builder that it does not write itself. */
export function hasMadeBuilder({ isLibrary, annotations }: TypeDeclaration): boolean {
  return isLibrary || has(annotations, /^(?:Super)?Builder$/);
}
