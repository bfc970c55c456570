import { type AnswerMember, type ProgramAnswer, programAnswers } from "../reading/program/answers";
import { rangeIn } from "../reading/program/nodes";
import type { ParsedFile } from "../reading/reading";
import type { CodePlace } from "../submission/evidence";
import { jsonPath, jsonPathSteps } from "../submission/json-path";
import type { Situation } from "./cause";
import { isMembers } from "./envelope";

type Node = ProgramAnswer["node"];

/** A node of Python, Go, C#, Java or Ruby code as evidence. */
export function codePlace(file: ParsedFile, node: Node): CodePlace {
  return { in: "code", ...rangeIn(file, node) };
}

/** The answer in the code whose members are most like what was handed back. */
export function programAnswer({ reading, payload }: Situation): ProgramAnswer | undefined {
  const all = reading.code ? programAnswers(reading.code) : [];
  const given = isMembers(payload) ? Object.keys(payload) : [];
  const far = ({ members, shape }: ProgramAnswer): number => {
    if (given.length === 0) return (shape === "object") === isMembers(payload) ? 0 : 1;
    const missing = given.filter((name) => !members.has(name)).length;
    return missing * 2 + [...members.keys()].filter((name) => !given.includes(name)).length;
  };
  return all.toSorted((one, other) => far(one) - far(other))[0];
}

/** The member of the answer that stands at the beginning of a JSON path, where the code writes it. */
export function programMember(situation: Situation, path: string): AnswerMember | undefined {
  const [first] = jsonPathSteps(path) ?? [];
  return typeof first === "string" ? programAnswer(situation)?.members.get(first) : undefined;
}

/** Where Python, Go, C#, Java or Ruby code writes what stands at a JSON path of the payload, as near as it is known. */
export function writtenAt(situation: Situation, path: string): CodePlace | undefined {
  const { prediction } = situation.invocation.observations;
  const steps = jsonPathSteps(path) ?? [];
  for (let count = steps.length; prediction && count >= 0; count--) {
    const place = prediction.places[jsonPath(...steps.slice(0, count))];
    if (place) return place;
  }
  const member = programMember(situation, path);
  if (member) return codePlace(member.file, member.node);
  const answer = path === "$" ? programAnswer(situation) : undefined;
  return answer && codePlace(answer.file, answer.stringifyCall ?? answer.node);
}
