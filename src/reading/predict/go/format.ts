import { deref } from "../access";
import type { Calling } from "../rules";
import { type Gap, gapOf, knownText, nothing, textValue, unknownValue, type Value } from "../value";
import { goText } from "./rules";

/** What a format of package fmt makes of its arguments. */
export function formatted(
  format: Value | undefined,
  args: readonly Value[],
  { machine, place }: Calling,
): Value {
  const known = knownText(format);
  if (known === undefined) return textValue(gapOf(unknownValue("format")));
  let next = 0;
  const pieces = known.split(/(%[-+# 0-9.*]*[a-zA-Z%])/);
  const parts = pieces.flatMap((piece, index): readonly (string | Gap)[] => {
    if (index % 2 === 0) return [piece];
    if (piece === "%%") return ["%"];
    return verb(piece, deref(args[next++] ?? nothing));
  });
  return textValue(...parts);

  function verb(piece: string, value: Value): readonly (string | Gap)[] {
    const letter = piece.at(-1);
    const text = goText(machine, value, place);
    const own = text.is === "text" ? text.parts : [];
    switch (letter) {
      case "q":
        return [
          '"',
          ...own.map((part) =>
            typeof part === "string" ? JSON.stringify(part).slice(1, -1) : part,
          ),
          '"',
        ];
      case "f": {
        const digits = Number(/\.(\d+)/.exec(piece)?.[1] ?? 6);
        return value.is === "number" ? [value.value.toFixed(digits)] : own;
      }
      case "T":
        return [value.is === "object" ? value.type : value.is];
      default:
        return value.is === "list" || value.is === "map"
          ? [gapOf(unknownValue(`%${letter}`))]
          : own;
    }
  }
}
