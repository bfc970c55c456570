import { cause as bodyNotString } from "./body-not-string/cause";
import type { Cause } from "./cause";

/** Every known cause, in alphabetical order of their ids. */
export const causes: readonly Cause[] = [bodyNotString];
