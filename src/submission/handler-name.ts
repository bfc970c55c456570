import type { Language } from "./submission";

const conventional: Readonly<Partial<Record<Language, string>>> = {
  python: "lambda_handler",
  ruby: "lambda_handler",
};

/** A function at the top level that takes an event and a context, as a handler does. */
const takesEvent =
  /^(?:async[ \t]+)?def[ \t]+(\w{1,100})[ \t]*\([ \t]*event\b[^()\n]{0,200}\bcontext\b/gm;

/**
 * The name that a pasted file gives its handler: the one that AWS's own console would propose, unless
 * the file defines only the other usual one, `handler`, or neither of them and just one function that
 * takes an event and a context. Linear in the text's length.
 */
export function handlerNameIn(language: Language, text: string): string {
  const usual = conventional[language] ?? "handler";
  const defines = (name: string): boolean =>
    new RegExp(`^(?:async[ \\t]+)?(?:def[ \\t]+${name}\\b|${name}[ \\t]*=)`, "m").test(text);
  if (defines(usual)) return usual;
  if (defines("handler")) return "handler";
  const [only, ...others] = Array.from(text.matchAll(takesEvent), ([, name]) => name);
  return only !== undefined && others.length === 0 ? only : usual;
}
