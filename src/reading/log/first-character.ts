/** The index behind the bracket that closes the group that opens at `from`. */
function groupEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") at = source.indexOf("]", at + 2);
    else if (source[at] === "(") depth++;
    else if (source[at] === ")" && --depth === 0) return at + 1;
  }
  return source.length;
}

/** The alternatives of a pattern's source, apart from those inside of its groups. */
function alternatives(source: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") at = source.indexOf("]", at + 2);
    else if (source[at] === "(") at = groupEnd(source, at) - 1;
    else if (source[at] === "|") {
      found.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, source.slice(start)];
}

const mayBeMissing = /^[?*]|^\{0/;
const literal = /^(?:([\w "#%&'/:;<>@~✖×❌⛔-])|\\([[\]{}()*+?.|^$\\/]))/;

/** The characters that a text matched by this source begins with; undefined when it can be any. */
function firsts(source: string): string | undefined {
  const options = alternatives(source);
  if (options.length > 1) {
    const each = options.map(firsts);
    return each.includes(undefined) ? undefined : each.join("");
  }
  if (source.startsWith("\\d"))
    return mayBeMissing.test(source.slice(2)) ? undefined : "0123456789";
  const set = /^\[([^\\^\]-]+)\]/.exec(source);
  if (set) return mayBeMissing.test(source.slice(set[0].length)) ? undefined : set[1];
  const group = /^\((?:\?:|\?<\w+>|(?!\?))/.exec(source)?.[0];
  if (group !== undefined) {
    const end = groupEnd(source, 0);
    const optional = mayBeMissing.test(source.slice(end));
    return optional ? undefined : firsts(source.slice(group.length, end - 1));
  }
  const [whole, plain, escaped] = literal.exec(source) ?? [];
  if (whole === undefined || mayBeMissing.test(source.slice(whole.length))) return undefined;
  return plain ?? escaped;
}

/**
 * The characters that a line matched by a pattern of the form `^...` can begin with; undefined when that
 * cannot be told from its source. With it most patterns need not be tried on most lines.
 */
export function firstCharacters({ source, flags }: RegExp): ReadonlySet<string> | undefined {
  const found = source.startsWith("^") ? firsts(source.slice(1)) : undefined;
  if (found === undefined) return undefined;
  return new Set(flags.includes("i") ? found.toLowerCase() + found.toUpperCase() : found);
}
