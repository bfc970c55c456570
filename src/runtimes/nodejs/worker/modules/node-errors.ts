import { create, defineProperty } from "../primordials";

/**
 * An error of Node.js itself: its code stands in the first line of the trace and in `code`. One that
 * arises where no user code is running has no frames.
 */
export function nodeError<Kind extends Error>(
  Kind: new (message: string) => Kind,
  code: string,
  message: string,
  members: Readonly<Record<string, unknown>> = create(null),
  frames: "none" | "visible" = "visible",
): Kind {
  const error = new Kind(message);
  const plainName = error.name;
  defineProperty(error, "name", {
    value: `${plainName} [${code}]`,
    enumerable: false,
    writable: true,
    configurable: true,
  });
  if (frames === "none") error.stack = (error.stack ?? "").replace(/\n {4}at .*/g, "");
  else void error.stack;
  Reflect.deleteProperty(error, "name");
  return Object.assign(error, { code }, members);
}
