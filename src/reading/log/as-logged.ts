import { languageOfRuntime } from "../../submission/runtime-language";
import {
  defaultRuntime,
  type GatewayKind,
  type Language,
  type Submission,
} from "../../submission/submission";
import type { Reading } from "../reading";
import type { LoggedAnswer } from "./log-reading";

/** The runtime that a log tells, with its language; the language's usual one where only its name is told. */
function runtimeOf(
  told: string | undefined,
): { readonly language: Language; readonly runtime: string } | undefined {
  const language = languageOfRuntime(told ?? "");
  if (told === undefined || language === undefined) return undefined;
  return { language, runtime: /\d/.test(told) ? told : defaultRuntime(language) };
}

function gatewayOf(chosen: GatewayKind, told: readonly GatewayKind[]): GatewayKind {
  return told.includes(chosen) ? chosen : (told[0] ?? chosen);
}

/**
 * The submission with what its log tells of the chosen request: the gateway (the user's own choice where
 * the log allows it), the request, the runtime and the settings. Unchanged when it is no log.
 */
export function asLogged(submission: Submission, { log }: Reading): Submission {
  const chosen = log?.chosen;
  if (!chosen) return submission;
  return {
    ...submission,
    ...runtimeOf(chosen.runtime),
    gateway: gatewayOf(submission.gateway, chosen.gateways),
    request: { ...submission.request, ...chosen.request },
    settings: { ...submission.settings, ...chosen.settings },
  };
}

/** The event that the log shows, where it shows all of it. */
export function eventInLog({ log }: Reading): string | undefined {
  const event = log?.chosen?.event;
  return event && !event.cut ? event.text : undefined;
}

/** What the log says that the client got; nothing when it is no log. */
export function answerInLog({ log }: Reading): LoggedAnswer {
  return log?.chosen?.answer ?? {};
}
