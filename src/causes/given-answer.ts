import { type Answer, answers } from "../reading/javascript/answers";
import { Evaluation } from "../reading/javascript/evaluation";
import { evidenceOf, type Place } from "../reading/javascript/syntax";
import type { Member } from "../reading/javascript/value";
import type { Evidence } from "../submission/evidence";
import { jsonPathSteps } from "../submission/json-path";
import { parseJson } from "../submission/json-text";
import type { Situation } from "./cause";
import { writtenAt } from "./code-places";
import { isMembers } from "./envelope";

/** The value of a literal in the code; undefined for anything that is only known by running it. */
function literalValue({ value }: Member): unknown {
  switch (value?.node.type) {
    case "number":
      return Number(value.node.text);
    case "true":
      return true;
    case "false":
      return false;
    default:
      return undefined;
  }
}

/** How far an answer in the code is from what was handed back. */
function distance({ members, wrapping, envelope }: Answer, payload: unknown): number {
  const given = wrapping === "none" ? payload : parseJson(String(payload));
  if (!isMembers(given)) return envelope && wrapping === "none" ? 10 : 0;
  if (!envelope) return 5;
  const missing = Object.keys(given).filter((name) => !members.has(name)).length;
  const surplus = [...members.keys()].filter((name) => !Object.hasOwn(given, name)).length;
  const wrong = [...members.values()].filter((member) => {
    const literal = literalValue(member);
    return literal !== undefined && literal !== given[member.name];
  }).length;
  return 2 * missing + surplus + 3 * wrong;
}

/** The place in the code that most likely wrote the payload; undefined when the code tells of none. */
export function givenAnswer({ reading, payload }: Situation): Answer | undefined {
  const found = reading.code && !reading.code.program ? answers(reading.code) : [];
  const ranked = found.map((answer) => ({ answer, far: distance(answer, payload) }));
  return ranked.toSorted((one, other) => one.far - other.far)[0]?.answer;
}

/** The member of the given answer at a JSON path, followed to where it is written. */
export function givenMember(situation: Situation, path: string): Member | undefined {
  const { code } = situation.reading;
  const answer = givenAnswer(situation);
  const [first, ...others] = jsonPathSteps(path) ?? [];
  if (!code || typeof first !== "string") return undefined;
  const evaluation = new Evaluation(code.files);
  return others.reduce<Member | undefined>((member, step) => {
    if (typeof step === "number") return member;
    const holders = member?.value ? evaluation.possibleValues(member.value) : [];
    return holders.map((holder) => evaluation.membersOf(holder).get(step)).find(Boolean);
  }, answer?.members.get(first));
}

function placeInCode(situation: Situation, path: string): Place | undefined {
  if (path !== "$") return givenMember(situation, path);
  const answer = givenAnswer(situation);
  return answer?.stringifyCall ?? answer;
}

/** Where something in the payload shows: in the code that wrote it, where that is found, and in the payload. */
export function showing(situation: Situation, ...paths: readonly string[]): readonly Evidence[] {
  if (situation.reading.code?.program) return showingInProgram(situation, paths);
  const places = paths.flatMap((path) => placeInCode(situation, path) ?? []);
  const inCode = places
    .filter(({ node }, index) => places.findIndex((place) => place.node.id === node.id) === index)
    .map(evidenceOf);
  return [...inCode, ...paths.map((path): Evidence => ({ in: "payload", path }))];
}

function showingInProgram(situation: Situation, paths: readonly string[]): readonly Evidence[] {
  const inCode = paths.flatMap((path) => writtenAt(situation, path) ?? []);
  const once = new Map(inCode.map((place) => [JSON.stringify(place), place]));
  return [...once.values(), ...paths.map((path): Evidence => ({ in: "payload", path }))];
}
