import { lent } from "../parts/lent";

type Adapter = (...parameters: never[]) => unknown;

/**
 * The adapter itself for an application that runs here; for one of a framework that a stand-in stands
 * for, the adapter's stand-in. `appOf` finds the application in the adapter's first parameter.
 */
export function unlessStandIn(
  specifier: string,
  adapter: Adapter,
  appOf: (first: unknown) => unknown,
): (...parameters: readonly unknown[]) => unknown {
  return (...parameters) => {
    const standIn = lent.isStandIn(appOf(parameters[0])) ? lent.standIn(specifier) : undefined;
    return Reflect.apply((standIn as Adapter | undefined) ?? adapter, undefined, parameters);
  };
}
