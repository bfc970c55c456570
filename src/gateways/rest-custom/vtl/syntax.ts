/** An expression of the Velocity template language. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "interpolation"; readonly template: Template }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "range"; readonly from: Expression; readonly to: Expression }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "negative"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

/** One step behind a variable's name: `.name`, `.name(arguments)` or `[index]`. */
export type Access =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: "index"; readonly index: Expression };

/** `$name.property.method(...)[0]`. */
export interface Reference {
  readonly name: string;
  readonly accesses: readonly Access[];
}

/** A piece of a template. */
export type Directive =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "output"; readonly reference: Reference }
  | { readonly kind: "set"; readonly target: Reference; readonly value: Expression }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly test: Expression; readonly body: Template }[];
      readonly otherwise: Template;
    }
  | {
      readonly kind: "foreach";
      readonly variable: string;
      readonly items: Expression;
      readonly body: Template;
    }
  | { readonly kind: "break" }
  | { readonly kind: "stop" };

export type Template = readonly Directive[];

/** Says at which offset of a template something cannot be read, or what cannot be done. */
export class TemplateError extends Error {
  override name = "TemplateError";
}
