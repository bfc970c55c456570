import type { Node } from "web-tree-sitter";
import type { CodeReading, ParsedFile } from "../reading";
import type { Code, CodeOf, Entry, FunctionDeclaration, Program } from "./program";
import { innerCodes } from "./walk";

/** A member of an answer: where it is written, and its value. */
export interface AnswerMember {
  readonly file: ParsedFile;
  readonly node: Node;
  readonly name: string;
  readonly value: Code;
}

/** One thing that the handler may hand back. */
export interface ProgramAnswer {
  readonly file: ParsedFile;
  /** Where it is written. */
  readonly node: Node;
  /** The return statement, or the last expression, that hands it back. */
  readonly handedBack: Node;
  /** The members by name; empty where it is no map or object. */
  readonly members: ReadonlyMap<string, AnswerMember>;
  /** The call that made a JSON text of the whole. */
  readonly stringifyCall: Node | undefined;
  readonly shape: "object" | "list" | "text" | "null" | "other";
}

const stringifiers =
  /^(?:json\.dumps|JSON\.(?:generate|dump)|JsonSerializer\.Serialize|JsonConvert\.SerializeObject|to_json|toJson|writeValueAsString|json\.Marshal)$/;

/** The `return`s of a function itself, functions inside it left out, and the last expression where that is its value. */
export function returnsOf(declaration: FunctionDeclaration): readonly Code[] {
  const found: Code[] = [];
  const visit = (code: Code): void => {
    if (code.kind === "function") return;
    if (code.kind === "return") found.push(code);
    else for (const inner of innerCodes(code)) visit(inner);
  };
  if (!declaration.body) return [];
  visit(declaration.body);
  return declaration.givesLast ? [...found, ...lastValues(declaration.body)] : found;
}

/** The expressions whose value a piece of code has. */
function lastValues(code: Code): readonly Code[] {
  switch (code.kind) {
    case "block": {
      const last = code.body.at(-1);
      return last ? lastValues(last) : [];
    }
    case "if":
      return [code.consequence, ...(code.alternative ? [code.alternative] : [])].flatMap(
        lastValues,
      );
    case "switch":
      return [
        ...code.cases.map(({ body }) => body),
        ...(code.otherwise ? [code.otherwise] : []),
      ].flatMap(lastValues);
    case "try":
      return [code.body, ...code.handlers.map(({ body }) => body)].flatMap(lastValues);
    case "return":
    case "throw":
      return [];
    default:
      return [code];
  }
}

/** An expression followed to where its value is written, with the function around it. */
interface Found {
  readonly code: Code;
  readonly within: FunctionDeclaration;
  readonly stringifyCall: Node | undefined;
  /** Members that were written after the value was made. */
  readonly later: readonly Entry[];
}

const longestWay = 12;

class Follower {
  private remaining = 400;

  constructor(private readonly program: Program) {}

  follow(found: Found, way = 0): readonly Found[] {
    const { code, within } = found;
    if (way > longestWay || this.remaining-- <= 0) return [found];
    const on = (next: Code, more: Partial<Found> = {}): readonly Found[] =>
      this.follow({ ...found, ...more, code: next }, way + 1);
    switch (code.kind) {
      case "name":
        return this.variable(found, code, way);
      case "reference":
        return on(code.target);
      case "convert":
        return on(code.value);
      case "unary":
        return code.operator === "await" ? on(code.operand) : [found];
      case "tuple": {
        const [first] = code.items;
        return within.results.length === 2 && first && first.kind !== "spread"
          ? on(first)
          : [found];
      }
      case "if":
        return [code.consequence, ...(code.alternative ? [code.alternative] : [])].flatMap((each) =>
          on(each),
        );
      case "binary":
        return code.operator === "or" || code.operator === "default"
          ? [...on(code.left), ...on(code.right)]
          : [found];
      case "block": {
        const last = code.body.at(-1);
        return last ? on(last) : [found];
      }
      case "call":
        return this.called(found, code, way);
      default:
        return [found];
    }
  }

  private variable(found: Found, { name }: CodeOf<"name">, way: number): readonly Found[] {
    const { body } = found.within;
    const values: Code[] = [];
    const later: Entry[] = [];
    const visit = (code: Code): void => {
      if (code.kind === "declare" || code.kind === "assign") {
        const { target, value } = code;
        const [first] = target.kind === "tuple" ? target.items : [target];
        if (first?.kind === "name" && first.name === name && value && code.kind !== undefined) {
          values.push(value);
        }
        const entry = value && writtenTo(target, name, value);
        if (entry) later.push(entry);
      }
      for (const inner of innerCodes(code)) visit(inner);
    };
    if (body) visit(body);
    if (values.length === 0) return [found];
    return values.flatMap((code) =>
      this.follow({ ...found, code, later: [...found.later, ...later] }, way + 1),
    );
  }

  private called(found: Found, code: CodeOf<"call">, way: number): readonly Found[] {
    const { callee } = code;
    const name = callee.kind === "name" || callee.kind === "member" ? callee.name : "";
    const isStringify =
      stringifiers.test(name) ||
      stringifiers.test(callee.node.text.replace(/\s/g, "")) ||
      (callee.kind === "name" && /^(?:str|repr)$/.test(name));
    if (isStringify) {
      const [argument] = code.arguments;
      const whole = argument?.value ?? (callee.kind === "member" ? callee.object : undefined);
      const stringifyCall = found.stringifyCall ?? code.node;
      return whole ? this.follow({ ...found, code: whole, stringifyCall }, way + 1) : [found];
    }
    if (
      callee.kind === "member" &&
      /^(?:FromResult|completedFuture|with[A-Z]\w*|build)$/.test(name)
    ) {
      const inner = /^(?:FromResult|completedFuture)$/.test(name)
        ? code.arguments[0]?.value
        : undefined;
      if (inner) return this.follow({ ...found, code: inner }, way + 1);
      const field = /^with(.+)$/.exec(name)?.[1];
      const value = code.arguments[0]?.value;
      const written: readonly Entry[] =
        field && value
          ? [
              {
                kind: "entry",
                node: code.node,
                key: {
                  kind: "name",
                  node: code.node,
                  name: field.charAt(0).toLowerCase() + field.slice(1),
                },
                value,
              },
            ]
          : [];
      return this.follow(
        { ...found, code: callee.object, later: [...written, ...found.later] },
        way + 1,
      );
    }
    const declarations = [
      ...this.program.functions.values(),
      ...[...this.program.types.values()].flatMap(({ methods, isLibrary }) =>
        isLibrary ? [] : methods,
      ),
    ].filter((each) => each.name === name && each.body);
    if (declarations.length === 0) return [found];
    return declarations.flatMap((within) =>
      returnedCodes(within).flatMap((returned) =>
        this.follow({ ...found, code: returned, within, later: found.later }, way + 1),
      ),
    );
  }
}

function returnedCodes(declaration: FunctionDeclaration): readonly Code[] {
  return returnsOf(declaration).flatMap((code) =>
    code.kind === "return" ? (code.value ? [code.value] : []) : [code],
  );
}

/** The member that an assignment such as `response["body"] = x` writes to a variable's value. */
function writtenTo(target: Code, name: string, value: Code): Entry | undefined {
  const holder = target.kind === "member" || target.kind === "index" ? target.object : undefined;
  if (holder?.kind !== "name" || holder.name !== name) return undefined;
  const key: Code =
    target.kind === "index"
      ? target.index
      : { kind: "name", node: target.node, name: target.kind === "member" ? target.name : "" };
  return { kind: "entry", node: target.node, key, value };
}

function keyName(key: Code): string | undefined {
  switch (key.kind) {
    case "literal":
      return typeof key.value === "string" ? key.value : undefined;
    case "symbol":
    case "name":
      return key.name;
    default:
      return undefined;
  }
}

function shapeOf(code: Code): ProgramAnswer["shape"] {
  switch (code.kind) {
    case "map":
    case "create":
      return "object";
    case "list":
    case "tuple":
      return "list";
    case "text":
      return "text";
    case "literal":
      return code.value === null ? "null" : typeof code.value === "string" ? "text" : "other";
    default:
      return "other";
  }
}

function membersOf({ code, within, later }: Found): ReadonlyMap<string, AnswerMember> {
  const written =
    code.kind === "map"
      ? code.entries.flatMap((entry) => (entry.kind === "entry" ? [entry] : []))
      : code.kind === "create"
        ? code.members
        : [];
  const isHolder = code.kind === "map" || code.kind === "create";
  const entries = isHolder ? [...written, ...later] : [];
  return new Map(
    entries.flatMap(({ key, value, node }) => {
      const name = keyName(key);
      return name === undefined ? [] : [[name, { file: within.file, node, name, value }] as const];
    }),
  );
}

/** Everything that the handler of Python, Go, C#, Java or Ruby code may hand back, each followed to where it is written. */
export function programAnswers({ program }: CodeReading): readonly ProgramAnswer[] {
  const declaration = program?.handler?.declaration;
  if (!program || !declaration) return [];
  const follower = new Follower(program);
  return returnsOf(declaration).flatMap((returned) => {
    const code = returned.kind === "return" ? returned.value : returned;
    if (!code) return [];
    const start: Found = { code, within: declaration, stringifyCall: undefined, later: [] };
    return follower.follow(start).map(
      (found): ProgramAnswer => ({
        file: found.within.file,
        node: found.code.node,
        handedBack: returned.node,
        members: membersOf(found),
        stringifyCall: found.stringifyCall,
        shape: shapeOf(found.code),
      }),
    );
  });
}
