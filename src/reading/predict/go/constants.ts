import { statusNamed } from "../statuses";
import { numberValue, textValue, type Value } from "../value";

/** A constant of Go's standard library: `http.StatusOK`, `http.MethodGet`. */
export function goConstant(name: string): Value | undefined {
  const [, of, rest = ""] = /^http\.(Status|Method)(\w+)$/.exec(name) ?? [];
  if (of === "Method") return textValue(rest.toUpperCase());
  const status = of ? statusNamed(rest) : undefined;
  return status === undefined ? undefined : numberValue(status);
}
