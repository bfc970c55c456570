import type { Language } from "../submission/submission";
import type { MessageValues } from "./words";

/** What programmers in one language call what the causes' messages speak of. */
interface LanguageWords {
  /** A member of the event in source text, by the names that lead to it. */
  readonly member: (path: readonly string[]) => string;
  /** JSON's `null`. */
  readonly nothing: string;
  /** What an event's object is to the code. */
  readonly dictionary: string;
  /** What code does with an error that it does not answer itself. */
  readonly throws: string;
  readonly throwing: string;
}

const dotted = (path: readonly string[]) => ["event", ...path].join(".");
const subscripted = (path: readonly string[]) =>
  `event${path.map((name) => `["${name}"]`).join("")}`;

const javascript: LanguageWords = {
  member: dotted,
  nothing: "null",
  dictionary: "JavaScript object",
  throws: "throws",
  throwing: "throwing",
};

const wordsByLanguage: Readonly<Record<Language, LanguageWords>> = {
  javascript,
  typescript: javascript,
  python: {
    member: subscripted,
    nothing: "None",
    dictionary: "Python dictionary",
    throws: "raises",
    throwing: "raising",
  },
  ruby: {
    member: subscripted,
    nothing: "nil",
    dictionary: "Ruby hash",
    throws: "raises",
    throwing: "raising",
  },
  go: {
    member: dotted,
    nothing: "nil",
    dictionary: "Go map",
    throws: "returns",
    throwing: "returning",
  },
  csharp: { ...javascript, dictionary: "C# dictionary" },
  java: { ...javascript, dictionary: "Java map" },
};

/** A member of the event as code in the language names it, such as `event.body` or `event["body"]`. */
export function eventMember(language: Language, path: readonly string[]): string {
  return wordsByLanguage[language].member(path);
}

/** Values that every message of a cause's page may name, in the words of the language. */
export function languageValues(language: Language): MessageValues {
  const { nothing, dictionary, throws, throwing } = wordsByLanguage[language];
  return { nothing, dictionary, throws, throwing, eventBody: eventMember(language, ["body"]) };
}
