import type { Node } from "web-tree-sitter";
import type { Language } from "../../submission/submission";
import { parsed } from "../javascript/event";
import type { CodeReading, ParsedFile } from "../reading";
import type {
  Argument,
  Code,
  CodeOf,
  FieldDeclaration,
  FunctionDeclaration,
  Parameter,
  Program,
  TypeName,
} from "./program";
import { innerCodes } from "./walk";

/** A place where the code reads something of the event. */
export interface ProgramEventRead {
  readonly file: ParsedFile;
  readonly node: Node;
  /** The names that lead there, as the event's JSON has them. */
  readonly path: readonly string[];
  /** Whether what is missing there does no harm: a lookup that gives nothing, or one with a default. */
  readonly isLenient: boolean;
}

/** Something in the code that stands for the event or for something of it. */
interface Followed {
  readonly path: readonly string[];
  readonly type: TypeName | undefined;
  readonly isLenient: boolean;
}

const parsers =
  /^(?:json\.(?:loads|Unmarshal)|JSON\.parse|JsonSerializer\.Deserialize|JsonConvert\.DeserializeObject|J(?:Object|sonDocument|sonNode)\.Parse|readValue|readTree|fromJson)$/;
const lookups = /^(?:get|fetch|dig|getOrDefault|GetValueOrDefault|TryGetValue|GetProperty)$/;

function lowerFirst(name: string): string {
  const upper = /^\p{Lu}+/u.exec(name)?.[0] ?? "";
  const count = upper.length > 1 && upper.length < name.length ? upper.length - 1 : upper.length;
  return name.slice(0, count).toLowerCase() + name.slice(count);
}

/** The name that a field has in the event. */
function jsonName({ name, annotations }: FieldDeclaration): string {
  const written = annotations.find((each) =>
    /^(?:json|JsonProperty(?:Name)?)$/.test(each.name),
  )?.text;
  return written?.split(",")[0] || lowerFirst(name);
}

/** The parameter that the event is given to. */
function eventParameter(
  { parameters }: FunctionDeclaration,
  language: Language,
): Parameter | undefined {
  const isContext = ({ name, type }: Parameter): boolean =>
    /^(?:I?Lambda)?Context$/.test(type?.name ?? "") || /^(?:context|ctx)$/.test(name);
  if (language === "ruby") {
    return parameters.find(({ name, kind }) => kind === "keyword" && name === "event");
  }
  return parameters.find((parameter) => !isContext(parameter));
}

function literalText(code: Code | undefined): string | undefined {
  if (code?.kind === "literal" && typeof code.value === "string") return code.value;
  return undefined;
}

/** A callee as it is written: `json.loads`, or a method's name alone. */
function calleeName(callee: Code): string {
  if (callee.kind === "name") return callee.name;
  if (callee.kind !== "member") return "";
  return callee.object.kind === "name" ? `${callee.object.name}.${callee.name}` : callee.name;
}

/** Follows the event through a program. */
class EventReader {
  readonly reads: ProgramEventRead[] = [];
  private readonly visited = new Set<string>();
  private file: ParsedFile;

  constructor(
    private readonly program: Program,
    declaration: FunctionDeclaration,
  ) {
    this.file = declaration.file;
  }

  enter(declaration: FunctionDeclaration, given: ReadonlyMap<string, Followed>): void {
    const key = `${declaration.file.path}:${declaration.node.id}:${[...given].map(([name, { path }]) => `${name}=${path.join(".")}`)}`;
    if (!declaration.body || this.visited.has(key) || this.visited.size > 60) return;
    this.visited.add(key);
    const outer = this.file;
    this.file = declaration.file;
    this.walk(declaration.body, new Map(given));
    this.file = outer;
  }

  /** What an expression stands for in the event; its parts are walked on the way. */
  private walk(code: Code, names: Map<string, Followed>): Followed | undefined {
    switch (code.kind) {
      case "name":
        return names.get(code.name);
      case "member":
        return this.member(code, code.name, this.walk(code.object, names));
      case "index": {
        const holder = this.walk(code.object, names);
        this.walk(code.index, names);
        const name = literalText(code.index);
        return holder && name !== undefined
          ? this.read(code.node, holder, name, code.optional)
          : undefined;
      }
      case "call":
        return this.call(code, names);
      case "binary": {
        const left = this.walk(code.left, names);
        this.walk(code.right, names);
        const isFallback = code.operator === "or" || code.operator === "default";
        if (code.operator === "in" || code.operator === "not in") return undefined;
        return isFallback && left ? { ...left, isLenient: true } : undefined;
      }
      case "declare":
      case "assign": {
        const value = code.value && this.walk(code.value, names);
        if (code.target.kind === "name") {
          if (value) names.set(code.target.name, value);
          else if (code.kind === "declare") names.delete(code.target.name);
        } else if (code.target.kind === "tuple" && value) {
          const [first] = code.target.items;
          if (first?.kind === "name") names.set(first.name, { ...value, isLenient: true });
        } else this.walk(code.target, names);
        return value;
      }
      case "if": {
        this.walk(code.test, names);
        const consequence = this.walk(code.consequence, names);
        const alternative = code.alternative && this.walk(code.alternative, names);
        return alternative ?? consequence;
      }
      case "convert":
      case "spread":
        return this.walk(code.value, names);
      case "unary":
        return code.operator === "await" ? this.walk(code.operand, names) : this.all(code, names);
      case "slice":
        return this.all(code, names);
      case "function": {
        const { body } = code.declaration;
        if (body) this.walk(body, new Map(names));
        return undefined;
      }
      default:
        return this.all(code, names);
    }
  }

  private all(code: Code, names: Map<string, Followed>): undefined {
    for (const inner of innerCodes(code)) this.walk(inner, names);
  }

  private read(node: Node, holder: Followed, name: string, isOptional: boolean): Followed {
    const path = [...holder.path, name];
    const isLenient = isOptional || holder.isLenient;
    this.reads.push({ file: this.file, node, path, isLenient });
    return { path, type: this.typeOf(holder, name), isLenient: isOptional };
  }

  private fieldsOf(type: TypeName | undefined): readonly FieldDeclaration[] {
    if (!type) return [];
    const inner = type.name === "pointer" ? type.arguments[0] : type;
    const { types, packageNames } = this.program;
    const qualifier = inner?.qualifier && (packageNames.get(inner.qualifier) ?? inner.qualifier);
    const declaration =
      (qualifier ? types.get(`${qualifier}.${inner?.name}`) : undefined) ??
      types.get(inner?.name ?? "") ??
      types.get(`events.${inner?.name}`);
    return declaration?.fields ?? [];
  }

  private typeOf({ type }: Followed, name: string): TypeName | undefined {
    return this.fieldsOf(type).find((field) => jsonName(field) === name)?.type;
  }

  /** A typed member, by the field or property that it names. */
  private member(code: Code, name: string, holder: Followed | undefined): Followed | undefined {
    const field = holder && this.fieldsOf(holder.type).find((each) => each.name === name);
    const isOptional = code.kind === "member" && code.optional;
    return holder && field ? this.read(code.node, holder, jsonName(field), isOptional) : undefined;
  }

  private call(code: CodeOf<"call">, names: Map<string, Followed>): Followed | undefined {
    const { callee } = code;
    const holder = callee.kind === "member" ? this.walk(callee.object, names) : undefined;
    const given = code.arguments.map(({ value }) => this.walk(value, names));
    if (holder && callee.kind === "member") {
      const [first, second] = code.arguments;
      const name = literalText(first?.value);
      if (lookups.test(callee.name) && name !== undefined) {
        const hasFallback = callee.name !== "fetch" || second !== undefined;
        const found = this.read(code.node, holder, name, callee.optional);
        return { ...found, isLenient: hasFallback && second !== undefined };
      }
      const getter = /^(?:get|is)(\p{Lu}.*)$/u.exec(callee.name)?.[1];
      const field =
        getter &&
        this.fieldsOf(holder.type).find(
          (each) => each.name === lowerFirst(getter) || each.name === callee.name,
        );
      if (field) return this.read(code.node, holder, jsonName(field), false);
      if (/^(?:ToLower|ToUpper|strip|Trim)/.test(callee.name)) return holder;
    }
    const source = given.find((each) => each !== undefined);
    const written = calleeName(callee);
    if (source && (parsers.test(written) || parsers.test(written.replace(/^.*\./, "")))) {
      const path = [...source.path, parsed];
      this.reads.push({ file: this.file, node: code.node, path, isLenient: source.isLenient });
      return { path, type: undefined, isLenient: false };
    }
    if (source && /^(?:bytes|str|string|list)$/.test(written)) return source;
    this.enterCalled(callee, code.arguments, given);
    return undefined;
  }

  private enterCalled(
    callee: Code,
    args: readonly Argument[],
    given: readonly (Followed | undefined)[],
  ): void {
    const name = callee.kind === "name" || callee.kind === "member" ? callee.name : undefined;
    if (name === undefined || given.every((each) => each === undefined)) return;
    const declared = [
      ...this.program.functions.values(),
      ...[...this.program.types.values()].flatMap(({ methods }) => methods),
    ].filter((each) => each.name === name);
    for (const declaration of declared) {
      const positional = declaration.parameters.filter(
        (parameter) => parameter.name !== "self" && parameter.name !== "cls",
      );
      const bound = args.flatMap(({ name: keyword }, index): [string, Followed][] => {
        const value = given[index];
        const parameter = keyword ?? positional[index]?.name;
        return value && parameter ? [[parameter, value]] : [];
      });
      this.enter(declaration, new Map(bound));
    }
  }
}

/** Everything that the handler reads of the event, through variables, helpers and typed members. */
export function programEventReads({ language, program }: CodeReading): readonly ProgramEventRead[] {
  const declaration = program?.handler?.declaration;
  const parameter = declaration && eventParameter(declaration, language);
  if (!program || !declaration || !parameter) return [];
  const reader = new EventReader(program, declaration);
  const event: Followed = { path: [], type: parameter.type, isLenient: false };
  reader.enter(declaration, new Map([[parameter.name, event]]));
  return reader.reads;
}
