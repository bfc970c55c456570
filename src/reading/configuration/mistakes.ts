import type { ConfiguredApi, Deployment, MockMethod } from "./deployment";
import { itemsOf, type Stretch, textOf } from "./node";

/** A mistake that no setting can stand for: the cause that it is, and its places, the telling one first. */
export interface Mistake {
  readonly cause: "binary-wildcard-breaks-options" | "not-redeployed";
  readonly places: readonly Stretch[];
  /** Where a conversion to text would mend it. */
  readonly convertAt?: Stretch;
}

/** The entry of the binary media types that makes every request binary; templates escape its slash. */
function wildcardIn(api: ConfiguredApi): Stretch | undefined {
  return itemsOf(api.binaryMediaTypes).find((type) => /^\*(?:\/|~1)\*$/.test(textOf(type) ?? ""))
    ?.at;
}

function isPreflight({ method, contentHandling }: MockMethod): boolean {
  const isText = textOf(contentHandling)?.toUpperCase() === "CONVERT_TO_TEXT";
  return (method === "OPTIONS" || method === "ANY") && !isText;
}

/** Everything known to be wrong in what is written, whichever function it is about. */
export function mistakesIn({ apis, mocks, frozenDeployments }: Deployment): readonly Mistake[] {
  const broken = mocks.filter(isPreflight).flatMap((mock): readonly Mistake[] => {
    const api = apis.find(({ id }) => id === mock.api);
    const wildcard = api && wildcardIn(api);
    if (!wildcard) return [];
    const places = [mock.at, wildcard];
    const { typeAt } = mock;
    return [
      {
        cause: "binary-wildcard-breaks-options",
        places,
        ...(typeAt ? { convertAt: typeAt } : {}),
      },
    ];
  });
  const frozen = frozenDeployments.map(
    (at): Mistake => ({ cause: "not-redeployed", places: [at] }),
  );
  return [...broken, ...frozen];
}
