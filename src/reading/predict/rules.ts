import type { Code, Program, TypeName } from "../program/program";
import type { Machine } from "./machine";
import type { Place, Value, ValueOf } from "./value";

/** What a call is given, spreads carried out. */
export interface Given {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** Ruby's block. */
  readonly block: Value | undefined;
}

/** A call's place and machine, for what a library's function needs beyond its arguments. */
export interface Calling {
  readonly machine: Machine;
  readonly given: Given;
  readonly place: Place;
}

/** A method of the language or its library, on a value that it is called on. */
export type Method<Holder extends Value = Value> = (
  holder: Holder,
  args: readonly Value[],
  calling: Calling,
) => Value | undefined;

/** A function of the language's library. */
export type LibraryFunction = (args: readonly Value[], calling: Calling) => Value | undefined;

/** What tells the languages apart once their code is in the common language. Undefined stands for "not known here". */
export interface LanguageRules {
  /** Whether a value counts as true in a condition. */
  readonly truth: (value: Value) => boolean | undefined;
  /** What a variable or field of this type holds before anything is put into it. */
  readonly zero: (program: Program, type: TypeName | undefined) => Value;
  /** The text that a value becomes when it is put into a text. */
  readonly textOf: (machine: Machine, value: Value, place: Place) => Value;
  /** What reading from or calling on null gives; or it throws. */
  readonly readNull: (
    machine: Machine,
    holder: ValueOf<"null">,
    access: NullAccess,
    place: Place,
  ) => Value;
  /** What an index gives where nothing stands. */
  readonly missing: (machine: Machine, holder: Value, key: Value, place: Place) => Value;
  /** A property of a value that is no object of the submission's own types. */
  readonly property: (
    machine: Machine,
    holder: Value,
    name: string,
    place: Place,
  ) => Value | undefined;
  readonly method: (holder: Value, name: string, calling: Calling) => Value | undefined;
  /** A function by its name with its package, module or class before it, or bare. */
  readonly libraryFunction: (name: string, calling: Calling) => Value | undefined;
  /** A constant of a package or class. */
  readonly constant: (name: string) => Value | undefined;
  /** A new value of a type that the submission does not declare. */
  readonly create: (type: TypeName, calling: Calling) => Value | undefined;
  readonly convert: (machine: Machine, value: Value, type: TypeName, place: Place) => Value;
  /** The exception types above one of the library's, nearest first. */
  readonly exceptionBases: (type: string) => readonly string[];
  /** Whether a bare name that is no variable may be a call without arguments. */
  readonly callsBareNames: boolean;
  /** Whether fields of `this` are seen by their bare names. */
  readonly seesOwnFields: boolean;
  /** Division of whole numbers gives a whole number. */
  readonly wholeDivision: boolean;
  /** Two results, the second telling whether the first is there, where two targets ask for it. */
  readonly commaOk: boolean;
}

/** What was read from null: `x.name`, `x[name]` or `x.name(...)`. */
export interface NullAccess {
  readonly form: "member" | "index" | "call";
  readonly name: string;
  /** The expression that was null. */
  readonly holder: Code;
}
