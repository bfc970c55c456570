import { evidenceOf } from "../reading/javascript/syntax";
import type { Cause, Detection, FixProposal, Situation } from "./cause";
import {
  answerBadRequest,
  eventFacts,
  failingReads,
  guardReads,
  sourceOfHolder,
} from "./event-members";
import { missingParameter } from "./event-misread";
import { missingParameterRepairs } from "./event-repairs";
import { codeEdited } from "./proposals";

/** A member of the event that is null or missing when the request has none of its parts. */
interface Parameters {
  readonly member: "queryStringParameters" | "pathParameters";
  /** Another member that is missing for the same reason. */
  readonly twin?: "multiValueQueryStringParameters";
  /** The part of the request that they come from. */
  readonly part: "query" | "path";
  /** What an answer of 400 says. */
  readonly message: string;
}

/** Detector and fixes for parameters that the code reads and this request does not have. */
export function missingParameters(
  parameters: Parameters,
): Required<Pick<Cause, "detect" | "fixes">> {
  const { member, twin, part, message } = parameters;
  const readsOf = (situation: Situation) => [
    ...failingReads(situation, member),
    ...(twin ? failingReads(situation, twin) : []),
  ];
  return {
    detect: (situation: Situation): Detection | undefined => {
      if (situation.reading.code?.program) return missingParameter(situation, member, part);
      const [read] = readsOf(situation);
      if (!read) return undefined;
      const name = read.path[1];
      const isNull = /^(?:rest|http1)$/.test(situation.submission.gateway);
      return {
        role: "primary",
        specificity: 2,
        evidence: [evidenceOf(read), { in: "request", member: part }],
        facts: [eventFacts[situation.submission.gateway], "lambda.function-error"],
        wording: name === undefined ? "whole" : isNull ? "null" : "absent",
        values: {
          name: name ?? member,
          member: read.path[0] ?? member,
          line: read.node.startPosition.row + 1,
        },
      };
    },
    fixes: (situation: Situation): readonly FixProposal[] => {
      const { submission, reading } = situation;
      if (reading.code?.program) return missingParameterRepairs(situation, member, message);
      const failing = readsOf(situation);
      const [read] = failing;
      if (!reading.code || !read) return [];
      const holder = sourceOfHolder(read);
      return [
        ...codeEdited(submission, guardReads(reading.code, failing), { wording: "guard" }),
        ...codeEdited(
          submission,
          holder ? answerBadRequest(situation, read, holder, message) : [],
          { wording: "refuse" },
        ),
      ];
    },
  };
}
