import { Cursor, readExpression, readReference } from "./expression";
import { type Directive, type Template, TemplateError } from "./syntax";

/** The end of a directive's own line belongs to it: a template's lines of directives leave no empty lines. */
const lineEnd = /[ \t]*\r?\n/y;

/** The braces around a directive's word (`#{else}`) are optional. */
function directive(word: string): RegExp {
  return new RegExp(`#(?:${word}\\b|\\{${word}\\})`, "y");
}

const words = {
  set: directive("set"),
  if: directive("if"),
  elseif: directive("elseif"),
  else: directive("else"),
  end: directive("end"),
  foreach: directive("foreach"),
  break: directive("break"),
  stop: directive("stop"),
};

const plainText = /[^$#]+/y;

function readString(depth: number): (text: string) => Template {
  return (text) => {
    if (depth > 20) throw new TemplateError("strings nested too deeply");
    return parseFrom(new Cursor(text), depth + 1);
  };
}

function readComment(cursor: Cursor): boolean {
  return (
    cursor.take(/##[^\n]*(?:\n|$)/y) !== undefined ||
    cursor.take(/#\*[\s\S]*?(?:\*#|$)/y) !== undefined
  );
}

function readSet(cursor: Cursor, depth: number): Directive {
  const interpolate = readString(depth);
  cursor.expect(/\s*\(\s*/y, "(");
  const target = readReference(cursor, interpolate);
  if (!target) throw new TemplateError(`a reference expected at ${cursor.at}`);
  cursor.expect(/\s*=/y, "=");
  const value = readExpression(cursor, interpolate);
  cursor.expect(/\s*\)/y, ")");
  cursor.take(lineEnd);
  return { kind: "set", target, value };
}

function readTest(cursor: Cursor, depth: number) {
  cursor.expect(/\s*\(/y, "(");
  const test = readExpression(cursor, readString(depth));
  cursor.expect(/\s*\)/y, ")");
  cursor.take(lineEnd);
  return test;
}

function readIf(cursor: Cursor, depth: number): Directive {
  const branches = [{ test: readTest(cursor, depth), body: readBlock(cursor, depth) }];
  let otherwise: Template = [];
  for (;;) {
    if (cursor.take(words.elseif)) {
      branches.push({ test: readTest(cursor, depth), body: readBlock(cursor, depth) });
    } else if (cursor.take(words.else)) {
      cursor.take(lineEnd);
      otherwise = readBlock(cursor, depth);
    } else {
      cursor.expect(words.end, "#end");
      cursor.take(lineEnd);
      return { kind: "if", branches, otherwise };
    }
  }
}

function readForeach(cursor: Cursor, depth: number): Directive {
  const variable =
    cursor.expect(/\s*\(\s*\$!?\{?([A-Za-z_][\w-]*)\}?\s+in\s+/y, "$item in")[1] ?? "";
  const items = readExpression(cursor, readString(depth));
  cursor.expect(/\s*\)/y, ")");
  cursor.take(lineEnd);
  const body = readBlock(cursor, depth);
  cursor.expect(words.end, "#end");
  cursor.take(lineEnd);
  return { kind: "foreach", variable, items, body };
}

function readDirective(cursor: Cursor, depth: number): Directive | undefined {
  if (cursor.take(words.set)) return readSet(cursor, depth);
  if (cursor.take(words.if)) return cursor.nested(() => readIf(cursor, depth));
  if (cursor.take(words.foreach)) return cursor.nested(() => readForeach(cursor, depth));
  if (cursor.take(words.break)) return { kind: "break" };
  if (cursor.take(words.stop)) return { kind: "stop" };
  const raw = cursor.take(/#\[\[([\s\S]*?)\]\]#/y);
  return raw && { kind: "text", text: raw[1] ?? "" };
}

/** Reads up to the `#end`, `#else` or `#elseif` of the block around. */
function readBlock(cursor: Cursor, depth: number): Template {
  const directives: Directive[] = [];
  while (cursor.at < cursor.text.length) {
    const start = cursor.at;
    if ([words.end, words.else, words.elseif].some((word) => cursor.take(word))) {
      cursor.at = start;
      return directives;
    }
    const text = cursor.take(plainText);
    if (text) {
      directives.push({ kind: "text", text: text[0] });
      continue;
    }
    if (readComment(cursor)) continue;
    const reference = readReference(cursor, readString(depth));
    const found = reference ? { kind: "output" as const, reference } : readDirective(cursor, depth);
    directives.push(found ?? { kind: "text", text: cursor.text[cursor.at++] ?? "" });
  }
  return directives;
}

function parseFrom(cursor: Cursor, depth: number): Template {
  const template = readBlock(cursor, depth);
  if (cursor.at < cursor.text.length) throw new TemplateError(`unexpected at ${cursor.at}`);
  return template;
}

/**
 * Parses a mapping template: references, #set, #if, #foreach, #break, #stop, comments and raw text.
 * Macros are not known. Throws TemplateError saying where it cannot be read.
 */
export function parseTemplate(text: string): Template {
  return parseFrom(new Cursor(text), 0);
}
