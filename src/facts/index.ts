import { albFacts, albFailureFacts } from "./alb";
import { browserCookieFacts, browserCorsFacts } from "./browser";
import { clientFacts } from "./client";
import type { Fact } from "./fact";
import {
  http1Facts,
  http2Facts,
  httpApiEventFacts,
  httpApiFacts,
  httpApiFailureFacts,
} from "./http-api";
import { httpFacts, lambdaFacts } from "./lambda";
import { functionLogFacts, gatewayLogFacts } from "./log";
import { nodejsFailureFacts, nodejsResultFacts } from "./nodejs";
import { restHeaderFacts, restPayloadFacts } from "./rest";
import { restCustomFacts } from "./rest-custom";
import { restBinaryFacts, restEventFacts, restFailureFacts } from "./rest-integration";
import { restLimitFacts, restLogFacts, typedLanguageFacts } from "./rest-log";
import { urlEventFacts, urlFacts, urlFailureFacts, urlStreamFacts } from "./url";

export { type OpenQuestion, openQuestions } from "./open-questions";

const known = [
  ...lambdaFacts,
  ...httpFacts,
  ...nodejsResultFacts,
  ...nodejsFailureFacts,
  ...restPayloadFacts,
  ...restHeaderFacts,
  ...restBinaryFacts,
  ...restFailureFacts,
  ...restEventFacts,
  ...restCustomFacts,
  ...restLogFacts,
  ...restLimitFacts,
  ...typedLanguageFacts,
  ...httpApiFacts,
  ...httpApiFailureFacts,
  ...http1Facts,
  ...http2Facts,
  ...httpApiEventFacts,
  ...urlFacts,
  ...urlFailureFacts,
  ...urlStreamFacts,
  ...urlEventFacts,
  ...albFacts,
  ...albFailureFacts,
  ...clientFacts,
  ...browserCorsFacts,
  ...browserCookieFacts,
  ...functionLogFacts,
  ...gatewayLogFacts,
] as const;

/** The id of a fact that is really there. */
export type FactId = (typeof known)[number]["id"];

/** Every statement about AWS that a gateway's rule, a cause or the page can rest on. */
export const facts: readonly Fact[] = known;

const byId: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));

/** The fact with this id; undefined when there is none. */
export function factById(id: string): Fact | undefined {
  return byId.get(id);
}
