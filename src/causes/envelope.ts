import type { FactId } from "../facts";
import type { Objection } from "../gateways/gateway";
import type { GatewayKind } from "../submission/submission";
import type { Situation } from "./cause";

/** An object that the function returned, by its members. */
export type Members = Readonly<Record<string, unknown>>;

/** The keys of a response that at least one kind of gateway knows. */
export const envelopeKeys = [
  "statusCode",
  "headers",
  "multiValueHeaders",
  "body",
  "isBase64Encoded",
  "cookies",
  "statusDescription",
] as const;

/** Whether a value is an object with members: no list, no null. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the function handed back a payload of its own, rather than failing or never being reached. */
export function hasReturned({ invocation }: Situation): boolean {
  return invocation.outcome === "returned" && invocation.payload !== undefined;
}

/** The object that the function returned; undefined when it returned something else or failed. */
export function returnedMembers(situation: Situation): Members | undefined {
  return hasReturned(situation) && isMembers(situation.payload) ? situation.payload : undefined;
}

/** Whether the payload is known to its end; what is missing from a cut one may only be cut off. */
export function isWhole({ reading }: Situation): boolean {
  return reading.output?.notation !== "truncated";
}

/** Whether a gateway takes a payload without statusCode for the body of a 200. */
export function infersResponse(gateway: GatewayKind): boolean {
  return gateway === "http2" || gateway === "url";
}

/** The returned object, where the gateway reads its members as those of a response. */
export function responseMembers(situation: Situation): Members | undefined {
  const members = returnedMembers(situation);
  const { gateway } = situation.submission;
  const inferred = infersResponse(gateway) && (members?.statusCode ?? undefined) === undefined;
  return gateway === "rest-custom" || inferred ? undefined : members;
}

/** What the gateway objected to at this JSON path, a refusal before anything else. */
export function objectionTo({ response }: Situation, path: string): Objection | undefined {
  const objections = response.objections.filter((objection) => objection.path === path);
  return objections.find(({ effect }) => effect === "refused") ?? objections[0];
}

/** The fact for which the gateway refused what stands at this JSON path; undefined when it did not. */
export function refusalOf(situation: Situation, path: string): FactId | undefined {
  const objection = objectionTo(situation, path);
  return objection?.effect === "refused" ? objection.fact : undefined;
}

/** A header that the function gave, one for each value. */
export interface GivenHeader {
  readonly name: string;
  readonly value: unknown;
  /** The steps from the payload to the value. */
  readonly steps: readonly (string | number)[];
}

/** The headers in `headers` and in `multiValueHeaders`, values as they stand. */
export function givenHeaders(members: Members): readonly GivenHeader[] {
  const { headers, multiValueHeaders } = members;
  const single = isMembers(headers)
    ? Object.entries(headers).map(([name, value]) => ({ name, value, steps: ["headers", name] }))
    : [];
  const multi = isMembers(multiValueHeaders)
    ? Object.entries(multiValueHeaders).flatMap(([name, values]) =>
        (Array.isArray(values) ? values : []).map((value: unknown, index) => ({
          name,
          value,
          steps: ["multiValueHeaders", name, index],
        })),
      )
    : [];
  return [...single, ...multi];
}

/** The given headers of this name, which is compared as HTTP does. */
export function headersNamed(members: Members, name: string): readonly GivenHeader[] {
  return givenHeaders(members).filter((header) => header.name.toLowerCase() === name.toLowerCase());
}

/** The media type that the function gave for its body, in lower case and without parameters; "" for none. */
export function givenMediaType(members: Members): string {
  const [header] = headersNamed(members, "content-type");
  const value = typeof header?.value === "string" ? header.value : "";
  return value.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Text that the function meant for the client, and where it stands in the payload. */
export interface GivenText {
  readonly text: string;
  readonly path: string;
  /** The response that it is the body of; undefined where the whole payload is the body. */
  readonly members?: Members;
}

/** The body as the function gave it, where it is text: `body`, or the whole payload that a gateway takes for it. */
export function givenText(situation: Situation): GivenText | undefined {
  const members = responseMembers(situation);
  if (members) {
    const { body } = members;
    return typeof body === "string" ? { text: body, path: "$.body", members } : undefined;
  }
  const { payload, submission } = situation;
  const isBody = hasReturned(situation) && infersResponse(submission.gateway);
  return isBody && typeof payload === "string" ? { text: payload, path: "$" } : undefined;
}
