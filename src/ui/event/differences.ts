import { gateways } from "../../gateways";
import { arrive } from "../../gateways/arrive";
import { type GatewayKind, gatewayKinds, type Submission } from "../../submission/submission";

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

const longestForm = 60;

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
      const form = formOf(valueAt(event, member));
      const alike = forms.get(form);
      if (alike) alike.push(kind);
      else forms.set(form, [kind]);
    }
    if (forms.size < 2) return [];
    return [{ member, forms: [...forms].map(([form, alike]) => ({ form, gateways: alike })) }];
  });
}
