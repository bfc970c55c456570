import type { Words } from "./pages";

/** Values for a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A stretch of a message: running text, or something to be set as code. */
export interface MessagePart {
  readonly text: string;
  readonly code: boolean;
}

/** A message ready to be shown, part by part. Values stand inside a part and can never end it. */
export type Message = readonly MessagePart[];

const longestValue = 80;
const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** A value on one line, shortened to what a sentence can carry. */
function shorten(value: string | number): string {
  const line = String(value).replace(/\s+/g, " ").trim();
  const characters = Array.from(line.slice(0, longestValue * 2));
  return characters.length > longestValue
    ? `${characters.slice(0, longestValue - 1).join("")}…`
    : characters.join("");
}

/** The names between braces in a template, in order, repeated ones once. */
export function placeholdersOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(placeholder), (match) => match[1] ?? ""))];
}

/**
 * Fills a template such as "it does not know the key `{key}`". Backticks of the template set code;
 * a value stays where its placeholder stands, whatever it contains. A placeholder without a value
 * keeps its braces.
 */
export function fillMessage(template: string, values: MessageValues = {}): Message {
  return template
    .split("`")
    .map((segment, index) => ({
      code: index % 2 === 1,
      text: segment.replace(placeholder, (braced, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        return value === undefined ? braced : shorten(value);
      }),
    }))
    .filter((part) => part.text !== "");
}

/**
 * The page's message under `key` in the given wording (`because.<wording>`), or in the plain one where
 * that wording has no text of its own; undefined when the page has neither.
 */
export function messageOf(
  words: Words,
  key: string,
  wording?: string,
  values?: MessageValues,
): Message | undefined {
  const template = (wording && words[`${key}.${wording}`]) || words[key];
  return template === undefined ? undefined : fillMessage(template, values);
}

/** The message as plain text, without any mark for code. */
export function plainText(message: Message): string {
  return message.map((part) => part.text).join("");
}

/** The message as Markdown: code between as many backticks as its text needs. */
export function markdownText(message: Message): string {
  return message.map((part) => (part.code ? codeSpan(part.text) : part.text)).join("");
}

function codeSpan(text: string): string {
  const longestRun = Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
  const fence = "`".repeat(longestRun + 1);
  const padding = longestRun > 0 ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}
