import { plainType } from "../program/nodes";
import type {
  Code,
  CodeOf,
  FunctionDeclaration,
  Program,
  TypeDeclaration,
  TypeName,
} from "../program/program";
import type { ParsedFile } from "../reading";
import { readIndex, readMember, readName, sliced } from "./access";
import { binary, negative } from "./arithmetic";
import { assign, declare, referenceTo } from "./assignment";
import { callOf } from "./calls";
import { blockOf, conditional, loop, switchOf, tryOf } from "./control";
import { createOf } from "./create";
import type { LanguageRules } from "./rules";
import { Scope } from "./scope";
import { Broken, Continued, GaveUp, Returned, Thrown } from "./signals";
import {
  booleanValue,
  mapKey,
  nothing,
  numberValue,
  objectValue,
  type Place,
  type Slot,
  textValue,
  unknownValue,
  type Value,
} from "./value";

const mostSteps = 20_000;
const deepest = 160;

/** Follows a program on one event, as far as it can be known without running it. */
export class Machine {
  /** Conditions that only a run could tell, taken the way on which things go well. */
  readonly assumptions: Place[] = [];
  /** Where the outermost function returned. */
  returnedAt: Place | undefined;
  /** What is done with the handler that Go's main starts. */
  onStart: ((handler: Value) => void) | undefined;
  wasStarted = false;
  private readonly globals = new Map<string, Scope>();
  private readonly statics = new Map<string, Value>();
  private steps = 0;
  private depth = 0;

  constructor(
    readonly program: Program,
    readonly rules: LanguageRules,
    /** Lambda's environment variables and runtime, as the submission sets them. */
    readonly surroundings: {
      readonly environment: Readonly<Record<string, string>>;
      readonly runtime: string;
    },
  ) {
    for (const { file } of program.modules) {
      this.globals.set(file.path, new Scope(undefined, { file }));
    }
  }

  /** The variables at the top level of the file that a function stands in. */
  globalsOf({ file }: { readonly file: FunctionDeclaration["file"] }): Scope {
    return this.globals.get(file.path) ?? new Scope(undefined, { file });
  }

  /** A file of the program, for what stands in none. */
  anyFile(): ParsedFile {
    const [first] = this.program.modules;
    if (!first) throw new GaveUp();
    return first.file;
  }

  /** Carries out the code that runs when the files are loaded. */
  load(): void {
    for (const { file, body } of this.program.modules) {
      const scope = this.globalsOf({ file });
      for (const code of body) this.evaluate(code, scope);
    }
  }

  /** A variable at the top level of any file. */
  global(name: string): Value | undefined {
    for (const scope of this.globals.values()) {
      const value = scope.read(name);
      if (value) return value;
    }
    return undefined;
  }

  /** The scope of a type's own code. */
  scopeOf(declaration: TypeDeclaration, self: Value): Scope {
    return new Scope(this.globalsOf(declaration), { file: declaration.file, self });
  }

  /** A static field's value, worked out when it is first asked for. */
  once(declaration: TypeDeclaration, name: string, work: () => Value): Value {
    const key = `${declaration.name}.${name}`;
    const known = this.statics.get(key);
    if (known) return known;
    this.statics.set(key, unknownValue(name));
    const value = work();
    this.statics.set(key, value);
    return value;
  }

  /** Puts a value into a static field. */
  setOnce(declaration: TypeDeclaration, name: string, value: Value): void {
    this.statics.set(`${declaration.name}.${name}`, value);
  }

  /** Puts a value into a variable at the top level of any file; false where there is none of this name. */
  writeGlobal(name: string, value: Value): boolean {
    for (const scope of this.globals.values()) {
      if (scope.read(name) === undefined) continue;
      scope.write(name, value);
      return true;
    }
    return false;
  }

  /** What an expression gives. Throws a Signal where the code is left another way. */
  evaluate(code: Code, scope: Scope): Value {
    if (++this.steps > mostSteps || this.depth > deepest) throw new GaveUp();
    this.depth++;
    try {
      return this.valueOf(code, scope);
    } finally {
      this.depth--;
    }
  }

  private valueOf(code: Code, scope: Scope): Value {
    switch (code.kind) {
      case "literal":
        if (code.value === null) return nothing;
        return typeof code.value === "string" ? textValue(code.value) : booleanValue(code.value);
      case "number":
        return numberValue(code.value, code.float);
      case "symbol":
        return { ...textValue(code.name), symbol: true };
      case "text":
        return this.textFrom(code, scope);
      case "name":
        return readName(this, code, scope);
      case "self":
        return scope.self ?? unknownValue(code.node.text);
      case "member":
        return readMember(this, code, scope);
      case "index":
        return readIndex(this, code, scope);
      case "slice":
        return sliced(this, code, scope);
      case "call":
        return callOf(this, code, scope);
      case "create":
        return createOf(this, code, scope);
      case "map":
        return this.mapFrom(code, scope);
      case "list":
        return { is: "list", items: this.itemsFrom(code, scope), type: code.type };
      case "tuple":
        return { is: "tuple", items: this.itemsFrom(code, scope).map(({ value }) => value) };
      case "spread":
        return this.evaluate(code.value, scope);
      case "unary":
        return this.unary(code, scope);
      case "binary":
        return binary(this, code, scope);
      case "assign":
        return assign(this, code, scope);
      case "declare":
        return declare(this, code, scope);
      case "function":
        return { is: "function", declaration: code.declaration, scope, self: scope.self };
      case "convert":
        return this.rules.convert(
          this,
          this.evaluate(code.value, scope),
          code.type,
          this.placeOf(code, scope),
        );
      case "type-test":
        return this.typeTest(code, scope);
      case "type":
        return { is: "type", name: code.type.name, type: code.type };
      case "reference":
        return referenceTo(this, code.target, scope);
      case "block":
        return blockOf(this, code, scope);
      case "if":
        return conditional(this, code, scope);
      case "switch":
        return switchOf(this, code, scope);
      case "loop":
        return loop(this, code, scope);
      case "try":
        return tryOf(this, code, scope);
      case "return":
        throw new Returned(
          code.value ? this.evaluate(code.value, scope) : this.bareReturn(scope),
          this.placeOf(code, scope),
        );
      case "throw":
        throw new Thrown(
          code.value ? this.evaluate(code.value, scope) : (scope.read("$!") ?? nothing),
          this.placeOf(code, scope),
        );
      case "break":
        throw new Broken(code.value && this.evaluate(code.value, scope));
      case "continue":
        throw new Continued(code.value && this.evaluate(code.value, scope));
      case "unknown":
        if (code.parts.some(leaves)) throw new GaveUp();
        return unknownValue(code.node.text);
      default:
        return code satisfies never;
    }
  }

  /** Go's named results are what a bare return gives. */
  private bareReturn(scope: Scope): Value {
    const names = scope.running?.resultNames ?? [];
    const values = names.map((name) => scope.read(name) ?? nothing);
    const [only] = values;
    return values.length > 1 ? { is: "tuple", items: values } : (only ?? nothing);
  }

  placeOf(code: { readonly node: Code["node"] }, scope: Scope): Place {
    return { file: scope.file, node: code.node };
  }

  /** Whether a condition holds; undefined when only a run could tell. */
  truth(value: Value): boolean | undefined {
    return value.is === "unknown" ? undefined : this.rules.truth(value);
  }

  /** Throws an exception of the language's library. */
  throwError(
    type: string,
    message: Value | string,
    place: Place,
    nullRead?: readonly string[],
  ): never {
    const text = typeof message === "string" ? textValue(message) : message;
    throw new Thrown(objectValue(type, { message: text }), place, nullRead);
  }

  /** The declaration that a type's name stands for, an alias followed. */
  typeNamed(type: TypeName | undefined): TypeDeclaration | undefined {
    if (!type) return undefined;
    const { qualifier, name } = type;
    const { types, packageNames } = this.program;
    const qualified = qualifier && `${packageNames.get(qualifier) ?? qualifier}.${name}`;
    return (qualified ? types.get(qualified) : undefined) ?? types.get(name);
  }

  /** The names of a type and of everything above it, nearest first. */
  lineage(name: string, way = 0): readonly string[] {
    const declaration = this.typeNamed(plainType(name));
    if (way > 20) return [];
    return declaration && declaration.form !== "alias"
      ? [name, ...declaration.bases.flatMap((base) => this.lineage(base.name, way + 1))]
      : [name, ...this.rules.exceptionBases(name)];
  }

  private textFrom(code: CodeOf<"text">, scope: Scope): Value {
    const parts = code.parts.map((part) => {
      if (typeof part === "string") return textValue(part);
      const value = this.evaluate(part, scope);
      return this.rules.textOf(this, value, this.placeOf(part, scope));
    });
    return textValue(...parts.flatMap((part) => (part.is === "text" ? part.parts : [])));
  }

  private mapFrom(code: CodeOf<"map">, scope: Scope): Value {
    const entries = new Map<string, Slot & { readonly key: Value }>();
    for (const entry of code.entries) {
      const value = this.evaluate(entry.value, scope);
      if (entry.kind === "spread") {
        if (value.is !== "map") continue;
        for (const [key, slot] of value.entries) entries.set(key, { ...slot });
      } else {
        const key = this.evaluate(entry.key, scope);
        entries.set(mapKey(key), { key, value, place: this.placeOf(entry, scope) });
      }
    }
    return { is: "map", entries, type: code.type };
  }

  /** The values of a list's or tuple's items, spreads carried out. */
  itemsFrom({ items }: { readonly items: CodeOf<"list">["items"] }, scope: Scope): Slot[] {
    return items.flatMap((item): readonly Slot[] => {
      const value = this.evaluate(item, scope);
      if (item.kind === "spread") return value.is === "list" ? value.items : [];
      return [{ value, place: this.placeOf(item, scope) }];
    });
  }

  private unary(code: CodeOf<"unary">, scope: Scope): Value {
    const value = this.evaluate(code.operand, scope);
    switch (code.operator) {
      case "await":
      case "+":
        return value;
      case "-":
        return negative(value);
      case "not": {
        const truth = this.truth(value);
        return truth === undefined
          ? unknownValue(code.node.text, plainType("bool"))
          : booleanValue(!truth);
      }
      default:
        return code.operator satisfies never;
    }
  }

  private typeTest(code: CodeOf<"type-test">, scope: Scope): Value {
    const value = this.evaluate(code.value, scope);
    if (code.name) scope.declare(code.name, value);
    if (value.is === "null") return booleanValue(false);
    if (value.is === "object" && value.type !== "") {
      return booleanValue(this.lineage(value.type).includes(code.type.name));
    }
    const kinds: Readonly<Partial<Record<Value["is"], RegExp>>> = {
      text: /^(?:string|Symbol)$/i,
      map: /^(?:map|Hash|I?Dictionary)/i,
      list: /^(?:list|Array|I?Enumerable)/i,
      number: /^(?:int|float|num|double|long|decimal)/i,
    };
    const kind = kinds[value.is];
    return kind
      ? booleanValue(kind.test(code.type.name))
      : unknownValue(code.node.text, plainType("bool"));
  }
}

/** Whether a piece of code may leave the function that it stands in. */
export function leaves(code: Code): boolean {
  switch (code.kind) {
    case "return":
    case "throw":
      return true;
    case "block":
      return code.body.some(leaves);
    case "if":
      return (
        leaves(code.consequence) || (code.alternative !== undefined && leaves(code.alternative))
      );
    case "unknown":
      return code.parts.some(leaves);
    case "try":
    case "loop":
      return leaves(code.body);
    case "switch":
      return code.cases.some(({ body }) => leaves(body));
    default:
      return false;
  }
}
