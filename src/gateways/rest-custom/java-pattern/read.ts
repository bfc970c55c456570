/** A part of one of Java's regular expressions. */
export type Node =
  | { readonly kind: "character"; readonly accepts: (code: number) => boolean }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "choice"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly node: Node; readonly least: number; readonly most: number }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

/** A pattern that uses what is not known here, or is none. */
export class UnknownPattern extends Error {
  override name = "UnknownPattern";
}

const nestingLimit = 200;

const lineTerminators: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029]);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isWord = (code: number): boolean =>
  isDigit(code) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x5f;
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

const classes: Readonly<Record<string, (code: number) => boolean>> = {
  d: isDigit,
  D: (code) => !isDigit(code),
  w: isWord,
  W: (code) => !isWord(code),
  s: isSpace,
  S: (code) => !isSpace(code),
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, e: 27, a: 7 };

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
}

class PatternReader {
  private at = 0;
  private depth = 0;
  private flags: Flags = { ignoreCase: false, dotAll: false };
  private readonly characters: readonly string[];

  constructor(pattern: string) {
    this.characters = [...pattern];
  }

  read(): Node {
    const node = this.choice();
    if (this.at < this.characters.length) throw new UnknownPattern();
    return node;
  }

  private peek(offset = 0): string | undefined {
    return this.characters[this.at + offset];
  }

  private take(text: string): boolean {
    const found = [...text].every((character, offset) => this.peek(offset) === character);
    if (found) this.at += [...text].length;
    return found;
  }

  private next(): string {
    const character = this.characters[this.at];
    if (character === undefined) throw new UnknownPattern();
    this.at += 1;
    return character;
  }

  private choice(): Node {
    this.depth += 1;
    if (this.depth > nestingLimit) throw new UnknownPattern();
    const nodes = [this.sequence()];
    while (this.take("|")) nodes.push(this.sequence());
    this.depth -= 1;
    return { kind: "choice", nodes };
  }

  private sequence(): Node {
    const nodes: Node[] = [];
    for (let next = this.peek(); next !== undefined && next !== "|" && next !== ")"; ) {
      nodes.push(this.quantified(this.atom()));
      next = this.peek();
    }
    return { kind: "sequence", nodes };
  }

  private quantified(node: Node): Node {
    const [least, most] = this.bounds() ?? [1, 1];
    if (least === 1 && most === 1) return node;
    if (!this.take("?")) this.take("+");
    return this.quantified({ kind: "repeat", node, least, most });
  }

  private bounds(): readonly [number, number] | undefined {
    if (this.take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.take("?")) return [0, 1];
    if (this.peek() !== "{") return undefined;
    const found = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(
      this.characters.slice(this.at, this.at + 12).join(""),
    );
    if (!found) throw new UnknownPattern();
    this.at += found[0].length;
    const least = Number(found[1]);
    const most =
      found[2] === undefined ? least : found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY;
    return [least, most];
  }

  private character(code: number): Node {
    if (!this.flags.ignoreCase) return { kind: "character", accepts: (other) => other === code };
    const lower = String.fromCodePoint(code).toLowerCase();
    return {
      kind: "character",
      accepts: (other) => other === code || String.fromCodePoint(other).toLowerCase() === lower,
    };
  }

  private atom(): Node {
    const character = this.next();
    switch (character) {
      case ".": {
        const { dotAll } = this.flags;
        return { kind: "character", accepts: (code) => dotAll || !lineTerminators.has(code) };
      }
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case "(":
        return this.group();
      case "[":
        return { kind: "character", accepts: this.class() };
      case "\\":
        return this.escape();
      case "*":
      case "+":
      case "?":
      case "{":
        throw new UnknownPattern();
      default:
        return this.character(character.codePointAt(0) ?? 0);
    }
  }

  private group(): Node {
    const outer = this.flags;
    if (this.take("?")) {
      if (this.take("<")) {
        if (this.peek() === "=" || this.peek() === "!") throw new UnknownPattern();
        while (this.next() !== ">");
      } else if (!this.take(":")) {
        this.readFlags();
        if (this.take(")")) return { kind: "sequence", nodes: [] };
        if (!this.take(":")) throw new UnknownPattern();
      }
    }
    const node = this.choice();
    if (!this.take(")")) throw new UnknownPattern();
    this.flags = outer;
    return node;
  }

  private readFlags(): void {
    for (let on = true; ; ) {
      if (this.take("-")) on = false;
      else if (this.take("i")) this.flags = { ...this.flags, ignoreCase: on };
      else if (this.take("s")) this.flags = { ...this.flags, dotAll: on };
      else if (!this.take("u")) return;
    }
  }

  private escape(): Node {
    if (this.take("Q")) {
      const nodes: Node[] = [];
      while (this.at < this.characters.length && !this.take("\\E")) {
        nodes.push(this.character(this.next().codePointAt(0) ?? 0));
      }
      return { kind: "sequence", nodes };
    }
    if (this.take("A")) return { kind: "start" };
    if (this.take("z") || this.take("Z")) return { kind: "end" };
    const code = this.escaped();
    return typeof code === "number" ? this.character(code) : { kind: "character", accepts: code };
  }

  private escaped(): number | ((code: number) => boolean) {
    const letter = this.next();
    const named = Object.hasOwn(classes, letter) ? classes[letter] : undefined;
    if (named) return named;
    if (Object.hasOwn(controls, letter)) return controls[letter] ?? 0;
    if (/[A-Za-z0-9]/.test(letter)) throw new UnknownPattern();
    return letter.codePointAt(0) ?? 0;
  }

  private class(): (code: number) => boolean {
    const negated = this.take("^");
    const { ignoreCase } = this.flags;
    const tests: ((code: number) => boolean)[] = [];
    for (let first = true; first || !this.take("]"); first = false) {
      if (this.peek() === "[" || (this.peek() === "&" && this.peek(1) === "&"))
        throw new UnknownPattern();
      const low = this.classMember();
      if (typeof low !== "number") {
        tests.push(low);
        continue;
      }
      const isRange = this.peek() === "-" && this.peek(1) !== "]" && this.peek(1) !== undefined;
      if (isRange) this.at += 1;
      const high = isRange ? this.classMember() : low;
      if (typeof high !== "number") throw new UnknownPattern();
      tests.push((code) => code >= low && code <= high);
    }
    const accepts = (code: number): boolean => tests.some((test) => test(code));
    const folded = (code: number): boolean => {
      const text = String.fromCodePoint(code);
      return [text, text.toLowerCase(), text.toUpperCase()].some((form) =>
        accepts(form.codePointAt(0) ?? 0),
      );
    };
    return (code) => (ignoreCase ? folded(code) : accepts(code)) !== negated;
  }

  private classMember(): number | ((code: number) => boolean) {
    const character = this.next();
    return character === "\\" ? this.escaped() : (character.codePointAt(0) ?? 0);
  }
}

/**
 * Reads a pattern. Throws UnknownPattern for look-around, back references, class intersections and
 * what is not a pattern at all.
 */
export function readPattern(pattern: string): Node {
  return new PatternReader(pattern).read();
}
