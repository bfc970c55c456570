import { callValue, givenNothing } from "./calls";
import type { Calling } from "./rules";
import { unknownValue, type Value } from "./value";

/** The methods of one of a library's types by their names; undefined is what only a run could tell. */
export type Methods<Holder extends Value> = Readonly<
  Record<string, (holder: Holder, args: readonly Value[], calling: Calling) => Value | undefined>
>;

/** What a lambda, or a method handed over as a value, gives for these arguments. */
export function applied(
  fn: Value | undefined,
  args: readonly Value[],
  { machine }: Calling,
): Value {
  const given = { ...givenNothing, positional: args };
  return (fn && callValue(machine, fn, given)) ?? unknownValue("lambda");
}

/** What the method of this name gives; undefined where the table has none. */
export function called<Holder extends Value>(
  methods: Methods<Holder>,
  holder: Holder,
  name: string,
  calling: Calling,
): Value | undefined {
  return Object.hasOwn(methods, name)
    ? methods[name]?.(holder, calling.given.positional, calling)
    : undefined;
}
