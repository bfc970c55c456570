import type { FunctionDeclaration } from "../program/program";
import type { ParsedFile } from "../reading";
import type { Value } from "./value";

/** Where a scope's code stands and for whom it runs. */
interface Surroundings {
  readonly file: ParsedFile;
  /** What `this` or `self` stands for. */
  readonly self?: Value | undefined;
  /** The function whose body this is in. */
  readonly running?: FunctionDeclaration | undefined;
}

/** The variables that can be seen at a place of the code, by name. */
export class Scope {
  private readonly variables = new Map<string, Value>();

  constructor(
    private readonly outer: Scope | undefined,
    private readonly surroundings: Surroundings,
  ) {}

  get file(): ParsedFile {
    return this.surroundings.file;
  }

  get self(): Value | undefined {
    return this.surroundings.self;
  }

  get running(): FunctionDeclaration | undefined {
    return this.surroundings.running;
  }

  /** A scope inside this one. */
  inner(): Scope {
    return new Scope(this, this.surroundings);
  }

  declare(name: string, value: Value): void {
    this.variables.set(name, value);
  }

  read(name: string): Value | undefined {
    return this.variables.get(name) ?? this.outer?.read(name);
  }

  /** Puts a new value into a variable; declares it here where there is none. */
  write(name: string, value: Value): void {
    const holder = this.holderOf(name) ?? this;
    holder.variables.set(name, value);
  }

  private holderOf(name: string): Scope | undefined {
    return this.variables.has(name) ? this : this.outer?.holderOf(name);
  }
}
