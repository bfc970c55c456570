import type { Language } from "./submission";

const conventional: Readonly<Partial<Record<Language, string>>> = {
  python: "lambda_handler",
  ruby: "lambda_handler",
};

/**
 * The name that a pasted file gives its handler: the one that AWS's own console would propose, unless
 * the file defines only the other usual one, `handler`. Linear in the text's length.
 */
export function handlerNameIn(language: Language, text: string): string {
  const usual = conventional[language] ?? "handler";
  const defines = (name: string): boolean =>
    new RegExp(`^(?:async[ \\t]+)?(?:def[ \\t]+${name}\\b|${name}[ \\t]*=)`, "m").test(text);
  return !defines(usual) && defines("handler") ? "handler" : usual;
}
