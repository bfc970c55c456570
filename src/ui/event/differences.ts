import { gateways } from "../../gateways";
import { arrive } from "../../gateways/arrive";
import {
  type GatewayKind,
  gatewayKinds,
  type Request,
  type Submission,
} from "../../submission/submission";

/** A member of the event that not every gateway sends alike. */
export interface EventDifference {
  /** The member's name, or its way from the event down with dots. */
  readonly member: string;
  /** The different forms, the chosen gateway's first, each with the gateways that send it. */
  readonly forms: readonly EventForm[];
}

export interface EventForm {
  /** JSON of the value, or names where it is a map; undefined when the member is absent. */
  readonly form: string | undefined;
  readonly gateways: readonly GatewayKind[];
}

/** Members that handlers read and that stand deeper than on top. */
const deeperMembers = ["requestContext.http.method"] as const;

const headerMaps: ReadonlySet<string> = new Set(["headers", "multiValueHeaders"]);

const longestForm = 60;

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The headers that the client sent, in the casing of the event: those around them are the network's. */
function sentHeaders(value: unknown, { headers }: Request): unknown {
  const sent = new Set(headers.map(([name]) => name.toLowerCase()));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => sent.has(name.toLowerCase())));
}

function valueAt(event: unknown, member: string): unknown {
  return member
    .split(".")
    .reduce<unknown>((value, name) => (isMap(value) ? value[name] : undefined), event);
}

/** A value in short: names of a map that has any, since the values are the request's own. */
function formOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const names = isMap(value) ? Object.keys(value) : [];
  const form = names.length > 0 ? `{ ${names.join(", ")} }` : JSON.stringify(value);
  return form.length > longestForm ? `${form.slice(0, longestForm)}…` : form;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the other gateways would have sent instead, member by member: null, absent, `{}`, other names.
 * A non-proxy integration is left out, as its event is whatever its templates make; empty for one.
 */
export function eventDifferences(submission: Submission): readonly EventDifference[] {
  const { gateway, settings } = submission;
  if (gateway === "rest-custom" || settings.integrationType === "AWS") return [];
  const arrival = arrive(submission);
  const kinds = [gateway, ...gatewayKinds.filter((kind) => kind !== gateway)].filter(
    (kind) => kind !== "rest-custom",
  );
  const events = kinds.map((kind) => [kind, parsed(gateways[kind].buildEvent(arrival))] as const);
  const onTop = events.flatMap(([, event]) => (isMap(event) ? Object.keys(event) : []));
  const members = [...new Set(onTop)].filter((name) => name !== "requestContext");
  return [...members, ...deeperMembers].flatMap((member) => {
    const forms = new Map<string | undefined, GatewayKind[]>();
    for (const [kind, event] of events) {
      const value = valueAt(event, member);
      const form = formOf(headerMaps.has(member) ? sentHeaders(value, submission.request) : value);
      const alike = forms.get(form);
      if (alike) alike.push(kind);
      else forms.set(form, [kind]);
    }
    if (forms.size < 2) return [];
    return [{ member, forms: [...forms].map(([form, alike]) => ({ form, gateways: alike })) }];
  });
}
