/**
 * The JSON path of a place in a payload: `$` for the whole, `.name` where the name is an identifier,
 * `["other name"]` else, `[0]` for an element.
 */
export function jsonPath(...steps: readonly (string | number)[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    return /^[A-Za-z_$][\w$]*$/.test(step) ? `${path}.${step}` : `${path}[${JSON.stringify(step)}]`;
  }, "$");
}
