import { albFacts, albFailureFacts } from "./alb";
import { browserCookieFacts, browserCorsFacts } from "./browser";
import { clientFacts } from "./client";
import type { Fact } from "./fact";
import { httpApiFacts } from "./http-api";
import { httpApiFailureFacts } from "./http-api-failures";
import { http1Facts, http2Facts, httpApiEventFacts } from "./http-formats";
import { httpFacts, lambdaFacts } from "./lambda";
import { functionLogFacts, gatewayLogFacts } from "./log";
import { nodejsFailureFacts, nodejsResultFacts } from "./nodejs";
import { goAndDotnetFacts, javaAndRubyFacts } from "./predicted-runtimes";
import { pythonProcessFacts, pythonResultFacts, pythonVersionFacts } from "./python";
import { restCustomFacts } from "./rest-custom";
import { restHeaderFacts } from "./rest-headers";
import { restBinaryFacts, restEventFacts, restFailureFacts } from "./rest-integration";
import { restLimitFacts, restLogFacts } from "./rest-log";
import { restPayloadFacts } from "./rest-payload";
import { typedLanguageFacts } from "./typed-languages";
import { urlFacts } from "./url";
import { urlEventFacts, urlFailureFacts, urlStreamFacts } from "./url-exchange";

export { type OpenQuestion, openQuestions } from "./open-questions";

const known = [
  ...lambdaFacts,
  ...httpFacts,
  ...nodejsResultFacts,
  ...nodejsFailureFacts,
  ...pythonResultFacts,
  ...pythonVersionFacts,
  ...pythonProcessFacts,
  ...goAndDotnetFacts,
  ...javaAndRubyFacts,
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
