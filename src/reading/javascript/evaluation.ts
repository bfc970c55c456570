import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import { membersOf, valueOfMember } from "./members";
import { exportNamed, fileImported } from "./modules";
import { resolveCalls, returnedFrom } from "./returns";
import { declarationOf, type PatternStep, referencesTo } from "./scope";
import { argumentsOf, bare, dottedName, isFunction, memberOf, stringValue } from "./syntax";
import { bindParameters, type Member, passing, type Value, valueAt } from "./value";

const longestWay = 40;
const mostValues = 40;
const mostSteps = 4_000;

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
          step.name === undefined ? undefined : this.memberNamed(holder, step.name, way);
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
        const value = this.memberNamed(holder, member.name, way);
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
        const value = valueOfMember(member);
        return value ? this.possibleValues(passing(here, value), way + 1) : [];
      }),
    );
    return orItself(found, here);
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
      const bindings = bindParameters(fn, args, caller);
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

  /** The members of the object that this value is, those written later in the place of earlier ones. */
  membersOf(value: Value, way = 0): ReadonlyMap<string, Member> {
    return membersOf(this, value, way);
  }

  /** What an object, an instance, a class or a module has under a name. */
  memberNamed(holder: Value, name: string, way = 0): Value | undefined {
    if (holder.node.type === "program") {
      const exported = exportNamed(this.files, holder.file, name);
      return exported?.value ? valueAt(exported.file, exported.value) : undefined;
    }
    const member = this.membersOf(holder, way).get(name);
    return member && valueOfMember(member);
  }
}

function orItself(found: readonly Value[], here: Value): readonly Value[] {
  return found.length > 0 ? found.slice(0, mostValues) : [here];
}
