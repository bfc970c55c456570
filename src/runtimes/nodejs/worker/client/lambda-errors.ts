import { NativeError, replaceAll, split } from "../primordials";

/** An error as the runtime posts it; `trace` is left out where version 3 leaves it out. */
export interface ErrorDocument {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

const unreadable = {
  errorType: "handled",
  errorMessage:
    "callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack",
};

const withoutDelete = (text: string) => replaceAll(text, "\x7F", "%7F");

/** `Error.isError` where the engine has it: true for errors of every realm, and for nothing else. */
const isErrorOfAnyRealm: unknown = Reflect.get(NativeError, "isError");

function isNativeError(value: unknown): value is Error {
  return typeof isErrorOfAnyRealm === "function"
    ? isErrorOfAnyRealm(value)
    : value instanceof NativeError;
}

function looksLikeError(value: unknown): value is Error {
  const { name, message, stack } = (value ?? {}) as Partial<Error>;
  const isText = (member: unknown) => typeof member === "string" && member !== "";
  return isText(name) && isText(message) && isText(stack);
}

/** The document of version 3 of the client for anything that was thrown. */
export function documentOfVersion3(thrown: unknown): ErrorDocument {
  try {
    if (isNativeError(thrown) || looksLikeError(thrown)) {
      return {
        errorType: withoutDelete(thrown.name),
        errorMessage: withoutDelete(thrown.message),
        trace: split(withoutDelete(thrown.stack as string), "\n"),
      };
    }
    const text: unknown = (thrown as { toString(): unknown }).toString();
    return { errorType: typeof thrown, errorMessage: text as string, trace: [] };
  } catch {
    return unreadable;
  }
}

/** The document of version 4 of the client for anything that was thrown. */
export function documentOfVersion4(thrown: unknown): ErrorDocument {
  try {
    if (thrown instanceof NativeError) {
      const { name, message, stack } = thrown as Partial<Error>;
      return {
        errorType: name === undefined ? (name as unknown as string) : withoutDelete(name),
        errorMessage:
          message === undefined ? (message as unknown as string) : withoutDelete(message),
        trace: stack === undefined ? [] : split(withoutDelete(stack), "\n"),
      };
    }
    return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  } catch {
    return { ...unreadable, trace: [] };
  }
}

function withMembers(value: unknown): unknown {
  if (!(value instanceof NativeError)) return value;
  const { name, message, stack } = value;
  const code: unknown = Reflect.get(value, "code");
  const members = Object.assign({ errorType: name, errorMessage: message, code }, value);
  return typeof stack === "string"
    ? Object.assign(members, { stack: split(stack, "\n") })
    : members;
}

/** An error as the client writes it into the log, after its title: a tab, then JSON. */
export function formatForLog(error: Error, toDocument: (thrown: unknown) => ErrorDocument): string {
  try {
    return `\t${JSON.stringify(error, (_, value: unknown) => withMembers(value))}`;
  } catch {
    return `\t${JSON.stringify(toDocument(error))}`;
  }
}
