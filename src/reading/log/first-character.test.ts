import { expect, test } from "vitest";
import { firstCharacters } from "./first-character";

test.each<[RegExp, string | undefined]>([
  [/^Execution failed/, "E"],
  [/^(?:START|END|REPORT) x/, "SER"],
  [/^\[ERROR\] /, "["],
  [/^\d{4}-/, "0123456789"],
  [/^[$❯] ?/, "$❯"],
  [/^error: /i, "eE"],
  [/^(?:a|(?:b|c)d)e/, "abc"],
  [/^(?:< ?)?HTTP/, undefined],
  [/^a?b/, undefined],
  [/^.{0,4}x/, undefined],
  [/^(?:a|\S+ )b/, undefined],
  [/^(?!x)y/, undefined],
  [/anywhere/, undefined],
])("%s can begin with %s", (pattern, characters) => {
  const found = firstCharacters(pattern);
  expect(found && [...found].sort().join("")).toBe(
    characters && [...new Set(characters)].sort().join(""),
  );
});
