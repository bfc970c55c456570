import type { FactId } from "../facts";

/** The facts about Lambda itself behind a function error of this type. */
export function functionErrorFacts(errorType: string | undefined): readonly FactId[] {
  switch (errorType) {
    case "Function.ResponseSizeTooLarge":
      return ["lambda.payload-limit"];
    case "Sandbox.Timedout":
      return ["lambda.timeout"];
    default:
      return [];
  }
}
