import type { GatewayKind } from "../../submission/submission";
import { gatewaysOfBody, gatewaysOfErrorType, gatewaysOfHeader } from "./hosts";
import type { Segment } from "./segment";
import type { Side } from "./statement";

/** The segments that are about one request, in the order of their first lines. */
export type Group = readonly Segment[];

const answerIds = /^(?:x-amzn-requestid|apigw-requestid|x-amz-apigw-id)$/i;

/** The ids under which the other sides can know a segment's request. */
function idsOf({ ids, otherIds, told }: Segment): string[] {
  const named = (told.answerHeaders ?? []).filter(([name]) => answerIds.test(name));
  return [...ids, ...otherIds, ...named.map(([, value]) => value)];
}

function groupedById(segments: readonly Segment[]): Group[] {
  const groups: Segment[][] = [];
  const byId = new Map<string, Segment[]>();
  for (const segment of segments) {
    const ids = idsOf(segment);
    const known = ids.map((id) => byId.get(id)).find((group) => group !== undefined);
    const group = known ?? [];
    if (!known) groups.push(group);
    group.push(segment);
    for (const id of ids) byId.set(id, group);
  }
  return groups;
}

function has(group: Group, side: Side): boolean {
  return group.some((segment) => segment.side === side);
}

/** The status that the client got, as the client, else the gateway, tells it. */
export function statusOf(group: Group): number | undefined {
  const sides: readonly Side[] = ["client", "gateway", "function"];
  return sides
    .map((side) =>
      group.find(({ side: other, told }) => other === side && told.status !== undefined),
    )
    .find((segment) => segment !== undefined)?.told.status;
}

/** Whether a line states that the request failed. */
export function isFailed(group: Group): boolean {
  return (statusOf(group) ?? 0) >= 400 || group.some(({ told }) => told.failed !== undefined);
}

/** Whether nothing that two groups tell keeps them from being about the same request. */
function agree(one: Group, other: Group): boolean {
  const statuses = [statusOf(one), statusOf(other)].filter((status) => status !== undefined);
  const failed = [...one, ...other].some(({ told }) => told.failed !== undefined);
  const tested = (group: Group) => group.some(({ told }) => told.consoleTest);
  return (
    (statuses.length < 2 || statuses[0] === statuses[1]) &&
    !(failed && statuses.some((status) => status < 400)) &&
    !(tested(one) && has(other, "client")) &&
    !(tested(other) && has(one, "client"))
  );
}

/** The groups with one side and without the other: those that failed, where some did. */
function candidates(groups: readonly Group[], side: Side, without: Side): readonly Group[] {
  const all = groups.filter((group) => has(group, side) && !has(group, without));
  const failed = all.filter(isFailed);
  return failed.length > 0 ? failed : all;
}

const sidesToJoin: readonly (readonly [Side, Side])[] = [
  ["gateway", "function"],
  ["client", "gateway"],
  ["client", "function"],
];

/**
 * The segments that are about the same request put together: by the ids that they share, and where ids
 * are missing, the only one of each side that failed (or is there at all).
 */
export function grouped(segments: readonly Segment[]): readonly Group[] {
  let groups = groupedById(segments);
  for (const [side, other] of sidesToJoin) {
    const [one, ...ones] = candidates(groups, side, other);
    const [two, ...twos] = candidates(groups, other, side);
    if (!one || !two || ones.length > 0 || twos.length > 0 || !agree(one, two)) continue;
    const joined = [...one, ...two].toSorted(
      (a, b) => (a.lines[0]?.number ?? 0) - (b.lines[0]?.number ?? 0),
    );
    groups = groups.flatMap((group) => (group === one ? [joined] : group === two ? [] : [group]));
  }
  return groups;
}

type ToldByHeader = (name: string, value: string) => readonly GatewayKind[] | undefined;

function headersTell(group: Group, told: ToldByHeader): readonly GatewayKind[] | undefined {
  return group
    .flatMap((segment) => segment.told.answerHeaders ?? [])
    .map(([name, value]) => told(name, value))
    .find((gateways) => gateways !== undefined);
}

/** The kinds of gateway that a request's lines tell: a host or a log of its own first, then headers, then the body. */
export function gatewaysOf(group: Group, body: string | undefined): readonly GatewayKind[] {
  return (
    group.find(({ told }) => told.gateways)?.told.gateways ??
    headersTell(group, gatewaysOfHeader) ??
    (body === undefined ? undefined : gatewaysOfBody(body)) ??
    headersTell(group, gatewaysOfErrorType) ??
    []
  );
}
