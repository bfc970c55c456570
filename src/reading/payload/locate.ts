import { jsonPathSteps } from "../../submission/json-path";
import type { MemberNode, Span, ValueNode } from "./node";

/** A value in the text, with the member or element that it stands in. */
export interface Place {
  readonly value: ValueNode;
  /** The member that holds it, name included; undefined for elements and the whole. */
  readonly member?: MemberNode;
  /** The object or array around it. */
  readonly parent?: ValueNode;
}

/** The place that a JSON path leads to. Of two members with one name the last counts, as in JSON.parse. */
export function placeAt(root: ValueNode, path: string): Place | undefined {
  let place: Place = { value: root };
  for (const step of jsonPathSteps(path) ?? [undefined]) {
    const parent = place.value;
    if (parent.kind === "object" && typeof step === "string") {
      const member = parent.members.findLast(({ name }) => name === step);
      if (!member) return undefined;
      place = { value: member.value, member, parent };
    } else if (parent.kind === "array" && typeof step === "number") {
      const value = parent.elements[step];
      if (!value) return undefined;
      place = { value, parent };
    } else {
      return undefined;
    }
  }
  return place;
}

/** The stretch of text of a place: a member from its name to the end of its value. */
export function spanOf({ member, value }: Place): Span {
  const { start, end } = member ?? value;
  return { start, end };
}
