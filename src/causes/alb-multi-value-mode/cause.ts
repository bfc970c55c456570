import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { isMembers, objectionTo, responseMembers } from "../envelope";
import { showing } from "../given-answer";
import { outputEdited, settingsChanged } from "../proposals";

/** The map that the load balancer does not read in its mode, and the one that it does. */
function mapsOf({ submission }: Situation) {
  return submission.settings.multiValueHeaders
    ? ({ unread: "headers", read: "multiValueHeaders" } as const)
    : ({ unread: "multiValueHeaders", read: "headers" } as const);
}

/** A pasted payload does not tell the target group's mode, and in the other one its headers would be lost. */
function inTheOtherMode(situation: Situation): Detection | undefined {
  const { submission } = situation;
  const members = responseMembers(situation);
  const headers = members?.headers;
  const isPlain = isMembers(headers) && Object.keys(headers).length > 0;
  if (submission.kind !== "output" || submission.settings.multiValueHeaders || !isPlain) {
    return undefined;
  }
  if (members && Object.hasOwn(members, "multiValueHeaders")) return undefined;
  return {
    role: "advice",
    specificity: 0,
    evidence: [{ in: "settings", member: "multiValueHeaders" }],
    facts: ["alb.multi-value-on"],
    wording: "maybe",
  };
}

function detect(situation: Situation): Detection | undefined {
  const members = responseMembers(situation);
  const { unread, read } = mapsOf(situation);
  const objection = objectionTo(situation, `$.${unread}`);
  const given = members?.[unread];
  const answered = isMembers(members?.[read]) ? members[read] : {};
  if (objection?.effect !== "dropped" || !isMembers(given)) return inTheOtherMode(situation);
  const names = new Set(Object.keys(answered).map((name) => name.toLowerCase()));
  const lost = Object.keys(given).find((name) => !names.has(name.toLowerCase()));
  if (lost === undefined) return undefined;
  return {
    role: "primary",
    specificity: 1,
    evidence: [
      ...showing(situation, `$.${unread}`),
      { in: "settings", member: "multiValueHeaders" },
    ],
    facts: [objection.fact],
    values: { name: lost },
    wording: unread === "headers" ? "on" : "off",
  };
}

/** The unread headers in the form that is read; undefined where that form cannot hold them. */
function converted(situation: Situation): Readonly<Record<string, unknown>> | undefined {
  const { unread, read } = mapsOf(situation);
  const members = responseMembers(situation);
  const given = members?.[unread];
  const present = isMembers(members?.[read]) ? members[read] : {};
  if (!isMembers(given)) return undefined;
  const entries = Object.entries(given).map(([name, value]) => {
    if (read === "multiValueHeaders") return [name, [value]] as const;
    return Array.isArray(value) && value.length === 1 ? ([name, value[0]] as const) : undefined;
  });
  return entries.every((entry) => entry !== undefined)
    ? { ...Object.fromEntries(entries), ...present }
    : undefined;
}

function fixes(situation: Situation, { role }: Detection): readonly FixProposal[] {
  if (role === "advice") return [];
  const { unread, read } = mapsOf(situation);
  const members = responseMembers(situation) ?? {};
  const value = converted(situation);
  const isOn = situation.submission.settings.multiValueHeaders;
  return [
    ...(value
      ? outputEdited(situation, [
          { kind: "remove", path: `$.${unread}` },
          ...(Object.hasOwn(members, read)
            ? [{ kind: "replace", path: `$.${read}`, value } as const]
            : [{ kind: "add", path: "$", name: read, value } as const]),
        ])
      : []),
    ...settingsChanged(
      situation.submission,
      { multiValueHeaders: !isOn },
      { wording: isOn ? "turn-off" : "turn-on" },
    ),
  ];
}

export const cause: Cause = {
  id: "alb-multi-value-mode",
  gateways: ["alb"],
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
