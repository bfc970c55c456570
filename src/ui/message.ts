import { fillMessage, type Message } from "../causes/words";
import { messages } from "./messages.en";

export type MessageKey = keyof typeof messages;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that a message needs: none, or one for each of its placeholders. */
type Values<Key extends MessageKey> = [Placeholders<(typeof messages)[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<(typeof messages)[Key]>, string | number>>];

/** The page's words under a key as plain text, with the placeholders filled in. */
export function message<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): string {
  const text: string = messages[key];
  if (!values) return text;
  return text.replace(/\{([A-Za-z]+)\}/g, (braced, name: string) =>
    Object.hasOwn(values, name) ? String(Reflect.get(values, name)) : braced,
  );
}

/** The same as parts, where `backticks` set code apart. */
export function messageParts<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): Message {
  return fillMessage(messages[key], values);
}

type Countable<Key extends MessageKey = MessageKey> = Key extends `${infer Stem}.one`
  ? Stem
  : never;

const pluralRules = new Intl.PluralRules("en");
const numbers = new Intl.NumberFormat("en");

/** A message that speaks of `{count}` things: `<stem>.one` or `<stem>.other`, as the language has it. */
export function countMessage(stem: Countable, count: number): string {
  const key =
    pluralRules.select(count) === "one" ? (`${stem}.one` as const) : (`${stem}.other` as const);
  return messages[key].replace("{count}", numbers.format(count));
}
