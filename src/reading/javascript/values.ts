import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import { exportNamed, fileImported } from "./modules";
import { type Declaration, declarationOf, type PatternStep, referencesTo } from "./scope";
import {
  argumentsOf,
  bare,
  bodyOf,
  dottedName,
  functionAround,
  isFunction,
  memberOf,
  nodesOutsideFunctions,
  type Place,
  parametersOf,
  stringValue,
} from "./syntax";

/** An expression that another one may evaluate to, with what lies on the way to it. */
export interface Value extends Place {
  /** What the parameters around the expression stand for, by the id of the parameter's name node. */
  readonly bindings: ReadonlyMap<number, Value>;
  /** The call of JSON.stringify on the way, the outermost. */
  readonly stringified?: Place;
  /** Variables that hold the value on the way. */
  readonly variables: readonly { readonly declaration: Declaration; readonly file: ParsedFile }[];
}

/** One name's value in an object: where it is written and the expression. */
export interface Member extends Place {
  readonly name: string;
  /** The expression written for it; undefined for a method or an accessor. */
  readonly value?: Value;
}

const longestWay = 40;
const mostValues = 40;
const mostSteps = 4_000;

/** The value that an expression is by itself, nothing on the way. */
export function valueAt(file: ParsedFile, node: Node): Value {
  return { file, node, bindings: new Map(), variables: [] };
}

/** Follows expressions to what they may evaluate to, through the files of one submission. */
export class Evaluation {
  /** Circular code must not be followed for ever. */
  private remainingSteps = mostSteps;

  constructor(private readonly files: readonly ParsedFile[]) {}

  /** The expressions that this one may evaluate to, with promises taken as what they fulfil with; itself where nothing more is known. */
  possibleValues(value: Value, way = 0): readonly Value[] {
    const node = bare(value.node);
    const here = { ...value, node };
    if (way > longestWay || this.remainingSteps-- <= 0) return [here];
    const follow = (next: Node, more: Partial<Value> = {}): readonly Value[] =>
      this.possibleValues({ ...here, ...more, node: next }, way + 1);
    const all = (nodes: readonly (Node | null)[]) =>
      nodes.flatMap((next) => (next ? follow(next) : [])).slice(0, mostValues);

    switch (node.type) {
      case "await_expression":
        return all([node.firstNamedChild]);
      case "ternary_expression":
        return all([node.childForFieldName("consequence"), node.childForFieldName("alternative")]);
      case "binary_expression":
        switch (node.childForFieldName("operator")?.type) {
          case "??":
          case "||":
            return all([node.childForFieldName("left"), node.childForFieldName("right")]);
          case "&&":
            return all([node.childForFieldName("right")]);
          default:
            return [here];
        }
      case "sequence_expression":
        return all([node.lastNamedChild]);
      case "assignment_expression":
        return all([node.childForFieldName("right")]);
      case "identifier":
      case "shorthand_property_identifier":
        return this.ofIdentifier(here, way);
      case "member_expression":
      case "subscript_expression":
        return this.ofMember(here, way);
      case "call_expression":
        return this.ofCall(here, way);
      case "new_expression":
        return this.ofNew(here, way);
      default:
        return [here];
    }
  }

  private ofIdentifier(here: Value, way: number): readonly Value[] {
    const declaration = declarationOf(here.node);
    switch (declaration?.kind) {
      case "function":
      case "class":
        return [{ ...here, node: declaration.value }];
      case "import":
        return this.ofImport(here, declaration.specifier, declaration.exported, way);
      case "parameter": {
        const bound = here.bindings.get(declaration.node.id);
        if (!bound) return [here];
        return this.taking(passing(here, bound), declaration.steps, way);
      }
      case "variable": {
        const root = here.file.tree.rootNode;
        const variables = [...here.variables, { declaration, file: here.file }];
        const assigned = referencesTo(declaration, root).flatMap((reference) => {
          const parent = reference.parent;
          const isTarget =
            parent?.type === "assignment_expression" &&
            parent.childForFieldName("left")?.id === reference.id;
          return isTarget ? [parent.childForFieldName("right")] : [];
        });
        const initial = declaration.value
          ? this.taking({ ...here, node: declaration.value, variables }, declaration.steps, way)
          : [];
        const later = assigned.flatMap((node) =>
          node ? this.possibleValues({ ...here, node, variables }, way + 1) : [],
        );
        const found = [...initial, ...later].slice(0, mostValues);
        return found.length > 0 ? found : [here];
      }
      default:
        return [here];
    }
  }

  /** What a destructuring pattern takes out of a value. */
  private taking(value: Value, steps: readonly PatternStep[], way: number): readonly Value[] {
    let taken: readonly Value[] = this.possibleValues(value, way + 1);
    for (const step of steps) {
      taken = taken.flatMap((holder) => {
        const value =
          step.name === undefined ? undefined : this.memberOfHolder(holder, step.name, way);
        return value ? this.possibleValues(value, way + 1) : [];
      });
    }
    return taken;
  }

  private ofImport(here: Value, specifier: string, name: string, way: number): readonly Value[] {
    const file = fileImported(this.files, here.file.path, specifier);
    if (!file) return [here];
    if (name === "*") return [{ ...valueAt(file, file.tree.rootNode), variables: here.variables }];
    const exported =
      exportNamed(this.files, file, name) ??
      (name === "default" ? exportNamed(this.files, file, "module.exports") : undefined);
    if (!exported?.value) return [here];
    return this.possibleValues(passing(here, valueAt(exported.file, exported.value)), way + 1);
  }

  private ofMember(here: Value, way: number): readonly Value[] {
    const member = memberOf(here.node);
    if (!member) return this.ofComputedMember(here, way);
    const found = this.possibleValues({ ...here, node: member.object }, way + 1).flatMap(
      (holder) => {
        const value = this.memberOfHolder(holder, member.name, way);
        return value ? this.possibleValues(passing(here, value), way + 1) : [];
      },
    );
    return found.length > 0 ? found.slice(0, mostValues) : [here];
  }

  /** With a name that is only known when it runs, any member of the object may be meant. */
  private ofComputedMember(here: Value, way: number): readonly Value[] {
    const object = here.node.childForFieldName("object");
    const holders = object ? this.possibleValues({ ...here, node: object }, way + 1) : [];
    const found = holders.flatMap((holder) =>
      [...this.membersOf(holder, way).values()].flatMap((member) => {
        const value =
          member.value ?? (isFunction(member.node) ? valueAt(member.file, member.node) : undefined);
        return value ? this.possibleValues(passing(here, value), way + 1) : [];
      }),
    );
    return orItself(found, here);
  }

  private memberOfHolder(holder: Value, name: string, way: number): Value | undefined {
    if (holder.node.type === "program") {
      const exported = exportNamed(this.files, holder.file, name);
      return exported?.value ? valueAt(exported.file, exported.value) : undefined;
    }
    if (holder.node.type === "class_declaration" || holder.node.type === "class") {
      const method = methodOf(holder.node, name);
      return method ? valueAt(holder.file, method) : undefined;
    }
    if (holder.node.type === "new_expression") {
      const made = holder.node.childForFieldName("constructor");
      const [type] = made ? this.possibleValues({ ...holder, node: made }, way + 1) : [];
      return type && way < longestWay ? this.memberOfHolder(type, name, way + 1) : undefined;
    }
    const member = this.membersOf(holder, way).get(name);
    return (
      member?.value ??
      (member && isFunction(member.node) ? valueAt(member.file, member.node) : undefined)
    );
  }

  private ofCall(here: Value, way: number): readonly Value[] {
    const callee = here.node.childForFieldName("function");
    if (!callee) return [here];
    const [first, second] = argumentsOf(here.node);
    const follow = (node: Node, more: Partial<Value> = {}) =>
      this.possibleValues({ ...here, ...more, node }, way + 1);
    switch (dottedName(callee)) {
      case "JSON.stringify":
        return first ? follow(first, { stringified: here.stringified ?? here }) : [here];
      case "Promise.resolve":
      case "Object.freeze":
      case "Object.seal":
      case "structuredClone":
        return first ? follow(first) : [here];
      case "require": {
        const specifier = first ? stringValue(first) : undefined;
        const file = specifier && fileImported(this.files, here.file.path, specifier);
        if (!file) return [here];
        const whole = exportNamed(this.files, file, "module.exports");
        if (whole?.value && whole.value.type !== "object") {
          return this.possibleValues(passing(here, valueAt(whole.file, whole.value)), way + 1);
        }
        return [passing(here, valueAt(file, file.tree.rootNode))];
      }
    }
    const chained = memberOf(bare(callee));
    if (chained?.name === "then" && first) {
      const fulfilled = this.resultsOf({ ...here, node: first }, [chained.object], here, way);
      const rejected = second ? this.resultsOf({ ...here, node: second }, [], here, way) : [];
      return orItself([...fulfilled, ...rejected], here);
    }
    if (chained?.name === "catch" && first) {
      return [
        ...follow(chained.object),
        ...this.resultsOf({ ...here, node: first }, [], here, way),
      ];
    }
    if (chained?.name === "finally") return follow(chained.object);
    const results = this.resultsOf({ ...here, node: callee }, argumentsOf(here.node), here, way);
    return orItself(results, here);
  }

  private ofNew(here: Value, way: number): readonly Value[] {
    const made = here.node.childForFieldName("constructor");
    const [executor] = argumentsOf(here.node);
    if (made?.text !== "Promise" || !executor) return [here];
    const resolved = this.possibleValues({ ...here, node: executor }, way + 1).flatMap((fn) =>
      isFunction(fn.node) ? resolveCalls(fn.node) : [],
    );
    const found = resolved.flatMap((call) => {
      const [given] = argumentsOf(call);
      return given ? this.possibleValues({ ...here, node: given }, way + 1) : [];
    });
    return orItself(found, here);
  }

  /** What calling this expression with these arguments may give. */
  private resultsOf(
    callee: Value,
    args: readonly Node[],
    caller: Value,
    way: number,
  ): readonly Value[] {
    return this.possibleValues(callee, way + 1).flatMap((fn) => {
      if (!isFunction(fn.node)) return [];
      const bindings = new Map(fn.bindings);
      for (const [index, parameter] of parametersOf(fn.node).entries()) {
        const argument = args[index];
        if (argument) bindParameter(bindings, parameter, { ...caller, node: argument });
      }
      return returnedFrom(fn.node).flatMap(({ expression }) =>
        expression
          ? this.possibleValues(
              passing(caller, { ...valueAt(fn.file, expression), bindings }),
              way + 1,
            )
          : [],
      );
    });
  }

  /** The members of the object that this expression is, those written later in the place of earlier ones. */
  membersOf(value: Value, way = 0): ReadonlyMap<string, Member> {
    const members = new Map<string, Member>();
    if (way > longestWay) return members;
    const add = (all: Iterable<Member>) => {
      for (const member of all) members.set(member.name, member);
    };
    const node = bare(value.node);
    const here = { ...value, node };
    if (node.type === "object") {
      for (const child of node.namedChildren) add(this.membersAt(here, child, way));
    } else if (node.type === "call_expression") {
      const callee = node.childForFieldName("function");
      if (callee && dottedName(callee) === "Object.assign") {
        for (const argument of argumentsOf(node)) add(this.spread(here, argument, way));
      }
    }
    for (const { declaration, file } of value.variables) {
      add(writtenMembers(declaration, file, value));
    }
    return members;
  }

  private spread(here: Value, node: Node, way: number): readonly Member[] {
    const [only, ...others] = this.possibleValues({ ...here, node, variables: [] }, way + 1);
    return only && others.length === 0 ? [...this.membersOf(only, way + 1).values()] : [];
  }

  private membersAt(here: Value, child: Node, way: number): readonly Member[] {
    if (child.type === "spread_element") {
      return child.firstNamedChild ? this.spread(here, child.firstNamedChild, way) : [];
    }
    const place = { file: here.file, node: child };
    const inner = (node: Node): Value => ({ ...here, node, variables: [] });
    if (child.type === "shorthand_property_identifier") {
      return [{ ...place, name: child.text, value: inner(child) }];
    }
    const key = child.childForFieldName("key") ?? child.childForFieldName("name");
    const name = key ? memberName(key) : undefined;
    if (name === undefined) return [];
    const written = child.childForFieldName("value");
    return [{ ...place, name, ...(written ? { value: inner(written) } : {}) }];
  }
}

function orItself(found: readonly Value[], here: Value): readonly Value[] {
  return found.length > 0 ? found.slice(0, mostValues) : [here];
}

/** What lay on the way to `from` also lies on the way to `to`. */
function passing(from: Value, to: Value): Value {
  const stringified = from.stringified ?? to.stringified;
  return {
    ...to,
    ...(stringified ? { stringified } : {}),
    variables: [...from.variables, ...to.variables],
  };
}

function bindParameter(bindings: Map<number, Value>, parameter: Node, argument: Value): void {
  const value: Value = { ...argument, variables: [] };
  if (parameter.type === "identifier") {
    bindings.set(parameter.id, value);
    return;
  }
  for (const name of parameter.descendantsOfType([
    "identifier",
    "shorthand_property_identifier_pattern",
  ])) {
    bindings.set(name.id, value);
  }
}

function memberName(key: Node): string | undefined {
  if (key.type !== "computed_property_name") return stringValue(key) ?? key.text;
  return key.firstNamedChild ? stringValue(key.firstNamedChild) : undefined;
}

function methodOf(type: Node, name: string): Node | undefined {
  const body = bodyOf(type);
  for (const member of body?.namedChildren ?? []) {
    if (member.type === "method_definition") {
      if (member.childForFieldName("name")?.text === name) return member;
    } else if (member.childForFieldName("property")?.text === name) {
      return member.childForFieldName("value") ?? undefined;
    }
  }
  return undefined;
}

/** The members that assignments such as `response.body = x` write to a variable's value. */
function writtenMembers(
  declaration: Declaration,
  file: ParsedFile,
  value: Value,
): readonly Member[] {
  return referencesTo(declaration, file.tree.rootNode).flatMap((reference): readonly Member[] => {
    const target = reference.parent;
    const member = target ? memberOf(target) : undefined;
    const assignment = target?.parent;
    if (!target || member?.object.id !== reference.id) return [];
    if (assignment?.type !== "assignment_expression") return [];
    if (assignment.childForFieldName("left")?.id !== target.id) return [];
    const written = assignment.childForFieldName("right");
    if (!written) return [];
    const inner: Value = { file, node: written, bindings: value.bindings, variables: [] };
    return [{ file, node: assignment, name: member.name, value: inner }];
  });
}

/** A place where a function hands its result back. */
export interface Returned {
  /** The return statement, or the arrow function's whole body. */
  readonly node: Node;
  /** What is handed back; undefined for a bare `return`. */
  readonly expression: Node | undefined;
}

/** Every place where this function itself returns, functions inside it left out. */
export function returnedFrom(fn: Node): readonly Returned[] {
  const body = bodyOf(fn);
  if (!body) return [];
  if (body.type !== "statement_block") return [{ node: body, expression: body }];
  return [...nodesOutsideFunctions(body)]
    .filter((node) => node.type === "return_statement")
    .map((node) => ({
      node,
      expression: node.namedChildren.find((child) => child.type !== "comment"),
    }));
}

/** The calls of a Promise executor's first parameter. */
export function resolveCalls(executor: Node): readonly Node[] {
  const resolve = parametersOf(executor)[0];
  if (resolve?.type !== "identifier") return [];
  return executor.descendantsOfType("call_expression").filter((call) => {
    const callee = call.childForFieldName("function");
    if (callee?.type !== "identifier" || callee.text !== resolve.text) return false;
    return declarationOf(callee)?.node.id === resolve.id;
  });
}

/** Whether a node stands inside this function, in one of its inner functions or in none. */
export function isInside(node: Node, fn: Node): boolean {
  for (let outer = functionAround(node); outer; outer = functionAround(outer)) {
    if (outer.id === fn.id) return true;
  }
  return false;
}
