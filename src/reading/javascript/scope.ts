import type { Node } from "web-tree-sitter";
import { bodyOf, isFunction, keyName, nodesOutsideFunctions, parametersOf } from "./syntax";

/** One step from a value to what a destructuring pattern takes out of it. */
export interface PatternStep {
  /** The member's name; undefined where it is computed, an array's element or the rest. */
  readonly name: string | undefined;
  /** The default that stands in for undefined. */
  readonly fallback?: Node;
}

/** A name bound by a pattern, with the way that leads to it. */
export interface BoundName {
  readonly name: string;
  readonly node: Node;
  readonly steps: readonly PatternStep[];
}

/** What a name stands for. */
export type Declaration =
  | {
      readonly kind: "variable";
      readonly node: Node;
      readonly declarator: Node;
      readonly steps: readonly PatternStep[];
      readonly value?: Node;
    }
  | { readonly kind: "function" | "class"; readonly node: Node; readonly value: Node }
  | {
      readonly kind: "parameter";
      readonly node: Node;
      readonly function: Node;
      readonly index: number;
      readonly steps: readonly PatternStep[];
    }
  | {
      readonly kind: "import";
      readonly node: Node;
      readonly specifier: string;
      /** The exported name: `default`, `*` for the whole module, or a name. */
      readonly exported: string;
    }
  | { readonly kind: "caught"; readonly node: Node };

/** Every name that a pattern binds. */
export function boundNames(
  pattern: Node,
  steps: readonly PatternStep[] = [],
): readonly BoundName[] {
  switch (pattern.type) {
    case "identifier":
    case "shorthand_property_identifier_pattern":
      return [{ name: pattern.text, node: pattern, steps }];
    case "assignment_pattern":
    case "object_assignment_pattern": {
      const left = pattern.childForFieldName("left");
      const fallback = pattern.childForFieldName("right");
      if (!left || !fallback) return [];
      const last = steps.at(-1);
      const shorthand = left.type === "shorthand_property_identifier_pattern";
      const own = shorthand
        ? [...steps, { name: left.text, fallback }]
        : last
          ? [...steps.slice(0, -1), { ...last, fallback }]
          : steps;
      return boundNames(left, own);
    }
    case "pair_pattern": {
      const key = pattern.childForFieldName("key");
      const value = pattern.childForFieldName("value");
      return key && value ? boundNames(value, [...steps, { name: keyName(key) }]) : [];
    }
    case "object_pattern":
      return pattern.namedChildren.flatMap((child) =>
        child.type === "shorthand_property_identifier_pattern"
          ? boundNames(child, [...steps, { name: child.text }])
          : boundNames(child, steps),
      );
    case "array_pattern":
      return pattern.namedChildren.flatMap((child) =>
        boundNames(child, [...steps, { name: undefined }]),
      );
    case "rest_pattern":
      return pattern.namedChildren.flatMap((child) =>
        boundNames(child, [...steps, { name: undefined }]),
      );
    case "required_parameter":
    case "optional_parameter": {
      const inner = pattern.childForFieldName("pattern");
      return inner ? boundNames(inner, steps) : [];
    }
    default:
      return [];
  }
}

function inDeclarators(statement: Node, name: string): Declaration | undefined {
  for (const declarator of statement.namedChildren) {
    if (declarator.type !== "variable_declarator") continue;
    const pattern = declarator.childForFieldName("name");
    const bound = pattern && boundNames(pattern).find((candidate) => candidate.name === name);
    if (!bound) continue;
    const value = declarator.childForFieldName("value");
    return {
      kind: "variable",
      node: bound.node,
      declarator,
      steps: bound.steps,
      ...(value ? { value } : {}),
    };
  }
  return undefined;
}

function inImport(statement: Node, name: string): Declaration | undefined {
  const source = statement.childForFieldName("source");
  const clause = statement.namedChildren.find((child) => child.type === "import_clause");
  if (!source || !clause) return undefined;
  const specifier = keyName(source) ?? "";
  for (const child of clause.namedChildren) {
    if (child.type === "identifier" && child.text === name) {
      return { kind: "import", node: child, specifier, exported: "default" };
    }
    if (child.type === "namespace_import" && child.lastNamedChild?.text === name) {
      return { kind: "import", node: child, specifier, exported: "*" };
    }
    if (child.type !== "named_imports") continue;
    for (const imported of child.namedChildren) {
      const local = imported.childForFieldName("alias") ?? imported.childForFieldName("name");
      const exported = imported.childForFieldName("name");
      if (local?.text === name && exported) {
        return { kind: "import", node: local, specifier, exported: keyName(exported) ?? name };
      }
    }
  }
  return undefined;
}

function inStatement(statement: Node, name: string): Declaration | undefined {
  switch (statement.type) {
    case "lexical_declaration":
    case "variable_declaration":
      return inDeclarators(statement, name);
    case "function_declaration":
    case "generator_function_declaration":
    case "class_declaration": {
      const own = statement.childForFieldName("name");
      if (own?.text !== name) return undefined;
      const kind = statement.type === "class_declaration" ? "class" : "function";
      return { kind, node: own, value: statement };
    }
    case "import_statement":
      return inImport(statement, name);
    case "export_statement": {
      const declaration = statement.childForFieldName("declaration");
      return declaration ? inStatement(declaration, name) : undefined;
    }
    default:
      return undefined;
  }
}

function inParameters(fn: Node, name: string): Declaration | undefined {
  for (const [index, pattern] of parametersOf(fn).entries()) {
    const bound = boundNames(pattern).find((candidate) => candidate.name === name);
    if (bound) {
      return { kind: "parameter", node: bound.node, function: fn, index, steps: bound.steps };
    }
  }
  return undefined;
}

function hoisted(scope: Node, name: string): Declaration | undefined {
  for (const node of nodesOutsideFunctions(scope)) {
    if (node.type !== "variable_declaration") continue;
    const found = inDeclarators(node, name);
    if (found) return found;
  }
  return undefined;
}

function inScope(scope: Node, name: string): Declaration | undefined {
  switch (scope.type) {
    case "statement_block":
    case "program":
    case "switch_case":
    case "switch_default":
      for (const statement of scope.namedChildren) {
        const found = inStatement(statement, name);
        if (found) return found;
      }
      return scope.type === "program" ? hoisted(scope, name) : undefined;
    case "for_statement": {
      const initializer = scope.childForFieldName("initializer");
      return initializer ? inStatement(initializer, name) : undefined;
    }
    case "for_in_statement": {
      const left = scope.childForFieldName("left");
      const bound = left && boundNames(left).find((candidate) => candidate.name === name);
      return bound ? { kind: "caught", node: bound.node } : undefined;
    }
    case "catch_clause": {
      const parameter = scope.childForFieldName("parameter");
      const bound = parameter && boundNames(parameter).find((found) => found.name === name);
      return bound ? { kind: "caught", node: bound.node } : undefined;
    }
    default: {
      if (!isFunction(scope)) return undefined;
      const body = bodyOf(scope);
      const own = scope.type === "function_expression" ? scope.childForFieldName("name") : null;
      return (
        (body ? hoisted(body, name) : undefined) ??
        inParameters(scope, name) ??
        (own?.text === name ? { kind: "function", node: own, value: scope } : undefined)
      );
    }
  }
}

/** What the name at this identifier stands for, by JavaScript's scopes; undefined for a global. */
export function declarationOf(identifier: Node): Declaration | undefined {
  const name = identifier.text;
  for (let scope = identifier.parent; scope; scope = scope.parent) {
    const found = inScope(scope, name);
    if (found) return found;
  }
  return undefined;
}

/** Every identifier in the file that stands for the same declaration, itself left out. */
export function referencesTo(declaration: Declaration, root: Node): readonly Node[] {
  const name = declaration.node.text;
  return root
    .descendantsOfType(["identifier", "shorthand_property_identifier"])
    .filter(
      (node) =>
        node.text === name &&
        node.id !== declaration.node.id &&
        declarationOf(node)?.node.id === declaration.node.id,
    );
}
