import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";

/**
 * What Python, Go, C#, Java and Ruby code has in common once the notation is taken off: one small
 * language that the rules of reading and predicting are written for. Everything keeps the node
 * that it was read from; statements are expressions whose value nobody takes.
 */
export type Code = { readonly node: Node } & (
  | { readonly kind: "literal"; readonly value: null | boolean | string }
  | { readonly kind: "number"; readonly value: number; readonly float: boolean }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "text"; readonly parts: readonly (string | Code)[] }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "self" }
  | {
      readonly kind: "member";
      readonly object: Code;
      readonly name: string;
      readonly optional: boolean;
    }
  | {
      readonly kind: "index";
      readonly object: Code;
      readonly index: Code;
      readonly optional: boolean;
    }
  | {
      readonly kind: "slice";
      readonly object: Code;
      readonly start: Code | undefined;
      readonly end: Code | undefined;
    }
  | { readonly kind: "call"; readonly callee: Code; readonly arguments: readonly Argument[] }
  | {
      readonly kind: "create";
      /** Absent for an anonymous object. */
      readonly type: TypeName | undefined;
      readonly arguments: readonly Argument[];
      readonly members: readonly Entry[];
    }
  | {
      readonly kind: "map";
      readonly type: TypeName | undefined;
      readonly entries: readonly (Entry | Spread)[];
    }
  | {
      readonly kind: "list";
      readonly type: TypeName | undefined;
      readonly items: readonly (Code | Spread)[];
    }
  | { readonly kind: "tuple"; readonly items: readonly (Code | Spread)[] }
  | Spread
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Code }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Code;
      readonly right: Code;
    }
  | {
      readonly kind: "assign";
      readonly target: Code;
      readonly value: Code;
      /** `a += b`, `a ||= b`; plain assignment without. */
      readonly operator: BinaryOperator | undefined;
    }
  | {
      readonly kind: "declare";
      readonly target: Code;
      readonly type: TypeName | undefined;
      readonly value: Code | undefined;
    }
  | { readonly kind: "function"; readonly declaration: FunctionDeclaration }
  | { readonly kind: "convert"; readonly type: TypeName; readonly value: Code }
  | {
      /** `x is T t`, `x instanceof T t`; `assert` for Go's `x.(T)`. */
      readonly kind: "type-test";
      readonly type: TypeName;
      readonly value: Code;
      readonly name: string | undefined;
    }
  | { readonly kind: "type"; readonly type: TypeName }
  | { readonly kind: "reference"; readonly target: Code }
  | { readonly kind: "block"; readonly body: readonly Code[]; readonly scoped: boolean }
  | {
      readonly kind: "if";
      readonly test: Code;
      readonly consequence: Code;
      readonly alternative: Code | undefined;
    }
  | {
      readonly kind: "switch";
      readonly subject: Code | undefined;
      readonly cases: readonly SwitchCase[];
      readonly otherwise: Code | undefined;
    }
  | {
      readonly kind: "loop";
      readonly each: { readonly target: Code; readonly over: Code } | undefined;
      readonly initial: Code | undefined;
      readonly test: Code | undefined;
      readonly update: Code | undefined;
      readonly body: Code;
    }
  | {
      readonly kind: "try";
      readonly body: Code;
      readonly handlers: readonly ExceptionHandler[];
      readonly otherwise: Code | undefined;
      readonly finally: Code | undefined;
    }
  | { readonly kind: "return"; readonly value: Code | undefined }
  | { readonly kind: "throw"; readonly value: Code | undefined }
  | { readonly kind: "break"; readonly value: Code | undefined }
  | { readonly kind: "continue"; readonly value: Code | undefined }
  | {
      /** A notation that the common language has no word for, with what stands in it. */
      readonly kind: "unknown";
      readonly parts: readonly Code[];
    }
);

export type CodeOf<Kind extends Code["kind"]> = Extract<Code, { readonly kind: Kind }>;

export type UnaryOperator = "not" | "-" | "+" | "await";

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "and"
  | "or"
  | "default"
  | "in"
  | "not in"
  | "other";

/** A list, a map or arguments put in the place where this stands. */
export interface Spread {
  readonly kind: "spread";
  readonly node: Node;
  readonly value: Code;
}

/** A member written in a map, an object's initialiser or a struct literal. */
export interface Entry {
  readonly kind: "entry";
  readonly node: Node;
  readonly key: Code;
  readonly value: Code;
}

/** What a call is given; `name` where it is given by name. */
export interface Argument {
  readonly name: string | undefined;
  readonly value: Code;
}

export interface SwitchCase {
  readonly tests: readonly Code[];
  readonly guard: Code | undefined;
  readonly body: Code;
  /** Whether the next case's body follows, as in C#, Java and Go without break. */
  readonly fallsThrough: boolean;
}

export interface ExceptionHandler {
  /** The names of the exceptions it takes; all where empty. */
  readonly types: readonly TypeName[];
  readonly name: string | undefined;
  readonly body: Code;
}

/** A type as written: its last name, without package or namespace, and its arguments. */
export interface TypeName {
  /** `list`, `map` and `function` for the notations of Go; `array` for `T[]`. */
  readonly name: string;
  /** The package or namespace before it. */
  readonly qualifier: string | undefined;
  readonly arguments: readonly TypeName[];
  readonly nullable: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly node: Node;
  readonly type: TypeName | undefined;
  readonly kind: "positional" | "keyword" | "rest" | "keyword-rest" | "block";
  readonly initial: Code | undefined;
}

/** An annotation, attribute, decorator or struct tag: its name and its first text, if any. */
export interface Annotation {
  readonly name: string;
  readonly text: string | undefined;
}

export interface FunctionDeclaration {
  readonly name: string | undefined;
  readonly file: ParsedFile;
  readonly node: Node;
  readonly parameters: readonly Parameter[];
  /** The types of what it gives back; several only in Go. Empty where none is written. */
  readonly results: readonly TypeName[];
  /** Go's named results. */
  readonly resultNames: readonly string[];
  readonly body: Code | undefined;
  /** Whether the value of the last expression is what it gives back. */
  readonly givesLast: boolean;
  readonly isAsync: boolean;
  readonly isStatic: boolean;
  readonly isPublic: boolean;
  readonly annotations: readonly Annotation[];
  /** Go's receiver. */
  readonly receiver: Parameter | undefined;
}

export interface FieldDeclaration {
  readonly name: string;
  readonly node: Node;
  readonly type: TypeName | undefined;
  readonly initial: Code | undefined;
  /** What reading a property computes. */
  readonly getter: FunctionDeclaration | undefined;
  readonly isPublic: boolean;
  readonly isStatic: boolean;
  /** A C# property or record component, a field of Java, Go, Ruby or Python; an embedded Go struct. */
  readonly form: "field" | "property" | "component" | "embedded";
  readonly annotations: readonly Annotation[];
}

export interface TypeDeclaration {
  readonly name: string;
  readonly file: ParsedFile;
  readonly node: Node;
  readonly form: "class" | "struct" | "record" | "enum" | "interface" | "alias" | "module";
  readonly bases: readonly TypeName[];
  readonly fields: readonly FieldDeclaration[];
  readonly methods: readonly FunctionDeclaration[];
  readonly constructors: readonly FunctionDeclaration[];
  /** The names of an enum's constants, in order. */
  readonly constants: readonly string[];
  readonly annotations: readonly Annotation[];
  /** Whether it belongs to a library rather than to the submission. */
  readonly isLibrary: boolean;
}

/** One file's declarations and the code that runs when it is loaded. */
export interface Module {
  readonly file: ParsedFile;
  readonly types: readonly TypeDeclaration[];
  readonly functions: readonly FunctionDeclaration[];
  readonly body: readonly Code[];
}

/** The function that Lambda calls, and the type that it belongs to. */
export interface Handler {
  readonly declaration: FunctionDeclaration;
  readonly type: TypeDeclaration | undefined;
}

/** A submission's code in the common language, with the declarations of the libraries it uses. */
export interface Program {
  readonly modules: readonly Module[];
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  /** Go's own names of packages, by the names that the files give them. */
  readonly packageNames: ReadonlyMap<string, string>;
  readonly handler: Handler | undefined;
}
