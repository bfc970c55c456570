import type { Node } from "web-tree-sitter";
import type { CodeReading, ParsedFile } from "../reading";
import { Evaluation } from "./evaluation";
import { boundNames, type Declaration, declarationOf, referencesTo } from "./scope";
import {
  argumentsOf,
  bare,
  dottedName,
  functionAround,
  isFunction,
  memberOf,
  type Place,
  parametersOf,
} from "./syntax";
import { valueAt } from "./value";

/** Stands in a path for what `JSON.parse` makes of the text before it. */
export const parsed = "(parsed)";

/** Stands in a path for a name that is only known when the code runs. */
export const computed = "(computed)";

/** What the code takes care of before it reads on: a default in a pattern stands in for undefined, but not for null. */
type Guard = "none" | "undefined" | "nullish";

/** A place where the code reads something of the event. */
export interface EventRead extends Place {
  /** The names that lead there: `["queryStringParameters", "name"]`; `(parsed)` where the text was put through JSON.parse. */
  readonly path: readonly string[];
  /** What may be missing where the last name is read, without harm. */
  readonly guard: Guard;
}

/** A name in the code that stands for the event or for something of it. */
interface Alias {
  readonly file: ParsedFile;
  readonly declaration: Declaration;
  readonly path: readonly string[];
  readonly guard: Guard;
}

/** Follows the event through a submission's code. */
class EventReader {
  readonly reads: EventRead[] = [];
  private readonly aliases: Alias[] = [];
  private readonly callers = new Map<number, readonly { file: ParsedFile; call: Node }[]>();
  private readonly handedBack = new Set<string>();
  private readonly evaluation: Evaluation;

  constructor(files: readonly ParsedFile[]) {
    this.evaluation = new Evaluation(files);
  }

  readFrom(file: ParsedFile, parameter: Node): void {
    this.bind(file, parameter, [], "none");
    for (const alias of this.aliases) {
      for (const reference of referencesTo(alias.declaration, alias.file.tree.rootNode)) {
        this.follow(alias.file, reference, alias.path, alias.guard);
      }
    }
  }

  private know(file: ParsedFile, name: Node, path: readonly string[], guard: Guard): void {
    const declaration = declarationOf(name);
    if (!declaration) return;
    const seen = this.aliases.some((alias) => alias.declaration.node.id === declaration.node.id);
    if (!seen) this.aliases.push({ file, declaration, path, guard });
  }

  private bind(file: ParsedFile, pattern: Node, from: readonly string[], before: Guard): void {
    for (const bound of boundNames(pattern)) {
      let path = from;
      let guard = before;
      const named = bound.steps.filter(({ name }) => name !== undefined);
      const isRest = bound.node.parent?.type === "rest_pattern";
      if (bound.steps.length - named.length > (isRest ? 1 : 0)) continue;
      for (const { name = "", fallback } of named) {
        path = [...path, name];
        this.reads.push({ file, node: bound.node, path, guard });
        guard = fallback ? "undefined" : "none";
      }
      this.know(file, bound.node, path, guard);
    }
  }

  /** Follows one expression that stands for `path` to what is read of it and where it goes. */
  private follow(file: ParsedFile, node: Node, path: readonly string[], before: Guard): void {
    const { outer, hasFallback } = carrierOf(node);
    const guard: Guard = hasFallback || isAskedFor(node) ? "nullish" : before;
    const parent = outer.parent;
    if (!parent) return;
    if (parent.childForFieldName("object")?.id === outer.id) {
      const to = [...path, memberOf(parent)?.name ?? computed];
      const isOptional = parent.childForFieldName("optional_chain") !== null;
      this.reads.push({ file, node: parent, path: to, guard: isOptional ? "nullish" : guard });
      this.follow(file, parent, to, "none");
      return;
    }
    switch (parent.type) {
      case "arguments":
        this.pass(file, parent.parent, outer, path, guard);
        return;
      case "variable_declarator": {
        const pattern = parent.childForFieldName("name");
        if (pattern && pattern.id !== outer.id) this.bind(file, pattern, path, guard);
        return;
      }
      case "assignment_expression": {
        const left = parent.childForFieldName("left");
        if (left?.type === "identifier" && left.id !== outer.id) {
          this.know(file, left, path, guard);
        }
        return;
      }
      case "ternary_expression":
        if (parent.childForFieldName("condition")?.id !== outer.id) {
          this.follow(file, parent, path, guard);
        }
        return;
      case "return_statement":
      case "arrow_function":
        this.handBack(functionAround(outer), path, guard);
        return;
      default:
    }
  }

  /** What a local function returns goes on at the calls that gave it something of the event. */
  private handBack(fn: Node | undefined, path: readonly string[], guard: Guard): void {
    for (const { file, call } of (fn && this.callers.get(fn.id)) ?? []) {
      const key = `${call.id} ${path.join(" ")}`;
      if (this.handedBack.has(key)) continue;
      this.handedBack.add(key);
      this.follow(file, call, path, guard);
    }
  }

  private pass(
    file: ParsedFile,
    call: Node | null,
    argument: Node,
    path: readonly string[],
    guard: Guard,
  ): void {
    const callee = call?.childForFieldName("function");
    if (!call || !callee) return;
    const index = argumentsOf(call).findIndex((given) => given.id === argument.id);
    if (dottedName(callee) === "JSON.parse" && index === 0 && path.length > 0) {
      const to = [...path, parsed];
      this.reads.push({ file, node: call, path: to, guard });
      this.follow(file, call, to, guard === "nullish" ? "nullish" : "none");
      return;
    }
    for (const fn of this.evaluation.possibleValues(valueAt(file, callee))) {
      const parameter = isFunction(fn.node) ? parametersOf(fn.node)[index] : undefined;
      if (!parameter) continue;
      const known = this.callers.get(fn.node.id) ?? [];
      if (!known.some((caller) => caller.call.id === call.id)) {
        this.callers.set(fn.node.id, [...known, { file, call }]);
      }
      this.bind(fn.file, parameter, path, guard);
    }
  }
}

const carriers: ReadonlySet<string> = new Set([
  "parenthesized_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "await_expression",
]);

/** The outermost expression that has this one's value: over parentheses, assertions, `await` and `?? {}`. */
function carrierOf(node: Node): { readonly outer: Node; readonly hasFallback: boolean } {
  let outer = node;
  let hasFallback = false;
  for (let parent = node.parent; parent; parent = parent.parent) {
    const operator = parent.childForFieldName("operator")?.type;
    const isLeft = parent.childForFieldName("left")?.id === outer.id;
    const falls =
      parent.type === "binary_expression" && isLeft && (operator === "??" || operator === "||");
    if (!falls && !carriers.has(parent.type)) break;
    hasFallback ||= falls;
    outer = parent;
  }
  return { outer, hasFallback };
}

/** Whether a condition around the expression asks for it first: `if (x) x.y`, `x && x.y`, `x ? x.y : z`. */
function isAskedFor(node: Node): boolean {
  let inner = node;
  for (let outer = node.parent; outer && !isFunction(outer); outer = outer.parent) {
    const isAnd =
      outer.type === "binary_expression" && outer.childForFieldName("operator")?.type === "&&";
    const asked = outer.childForFieldName(isAnd ? "left" : "condition");
    if (asked && asked.id !== inner.id && bare(asked).text.includes(node.text)) return true;
    inner = outer;
  }
  return false;
}

/** Everything that the handler reads of the event, through aliases, patterns and local functions. */
export function eventReads(code: CodeReading): readonly EventRead[] {
  const { handler } = code;
  const parameter = handler ? parametersOf(handler.node)[0] : undefined;
  if (!handler || !parameter) return [];
  const reader = new EventReader(code.files);
  reader.readFrom(handler.file, parameter);
  return reader.reads;
}

/** What stands at a path of an event, put through JSON.parse where the path says so; undefined where nothing does. */
export function valueInEvent(event: unknown, path: readonly string[]): unknown {
  let value = event;
  for (const name of path) {
    if (name === parsed) {
      value = parsedText(value);
    } else if (typeof value === "object" && value !== null && Object.hasOwn(value, name)) {
      value = Reflect.get(value, name);
    } else return undefined;
  }
  return value;
}

function parsedText(text: unknown): unknown {
  if (text === null) return null;
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether this read throws for this event, because what it reads from is missing there. */
export function readsFromNothing(event: unknown, { path, guard }: EventRead): boolean {
  const isKnown = !path.slice(0, -1).includes(computed);
  if (path.length < 2 || path.at(-1) === parsed || !isKnown) return false;
  const above = path.slice(0, path.at(-2) === parsed ? -3 : -2);
  const holder = valueInEvent(event, path.slice(0, -1));
  const aboveIsThere = (valueInEvent(event, above) ?? undefined) !== undefined;
  if (!aboveIsThere) return false;
  return holder === null ? guard !== "nullish" : holder === undefined && guard === "none";
}
