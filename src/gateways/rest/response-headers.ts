import type { FactId } from "../../facts";
import type { Header } from "../../submission/submission";
import { byName, type FunctionHeader, sameHeaderName } from "../header-lines";
import type { Objections } from "../objections";
import type { Envelope } from "./envelope";

/** What a REST API does to headers of the function's by these names; any other passes as it is. */
const treatments: readonly {
  readonly names: readonly string[];
  readonly fact: FactId;
  readonly remapped: boolean;
}[] = [
  {
    names: [
      "authorization",
      "connection",
      "content-md5",
      "date",
      "max-forwards",
      "server",
      "user-agent",
      "www-authenticate",
    ],
    fact: "rest.remapped-header",
    remapped: true,
  },
  {
    names: ["content-length", "expect", "host", "proxy-authenticate", "trailer", "upgrade"],
    fact: "rest.remapped-header-unsettled",
    remapped: true,
  },
  { names: ["transfer-encoding"], fact: "rest.transfer-encoding-dropped", remapped: false },
  {
    names: ["x-amzn-requestid", "x-amz-apigw-id", "x-amzn-trace-id"],
    fact: "rest.gateway-headers-win",
    remapped: false,
  },
];

/** The function's header lines as the client gets them, Content-Type apart for it comes early on the wire. */
export interface MergedHeaders {
  readonly contentType: readonly Header[];
  readonly others: readonly Header[];
  readonly facts: readonly FactId[];
}

/**
 * Both maps in one: names in the order of headers, then of multiValueHeaders; of a name in both
 * the values and the spelling of multiValueHeaders come first.
 */
function merge(
  { multiValueLines, singleValueLines }: Envelope,
  facts: Set<FactId>,
): readonly FunctionHeader[] {
  const multi = byName(multiValueLines);
  const groups = new Map<string, FunctionHeader[]>();
  for (const line of singleValueLines) {
    const key = line.name.toLowerCase();
    const group = groups.get(key) ?? [...(multi.get(key) ?? [])];
    groups.set(key, group);
    if (multi.has(key) && group.some(({ value }) => value === line.value)) {
      facts.add("rest.header-merge-same-pair");
    } else {
      group.push(line);
      if (multi.has(key)) facts.add("rest.header-merge");
    }
  }
  for (const [key, group] of multi) if (!groups.has(key)) groups.set(key, group);
  return [...groups.values()].flatMap((group) =>
    group.map((line) => ({ ...line, name: group[0]?.name ?? line.name })),
  );
}

function treat(
  { name, value, path }: FunctionHeader,
  objections: Objections,
  facts: Set<FactId>,
): readonly Header[] {
  const treatment = treatments.find(({ names }) => names.includes(name.toLowerCase()));
  if (!treatment) return [[name, value]];
  const { fact, remapped } = treatment;
  facts.add(fact);
  if (remapped) objections.change(fact, ...path);
  else objections.drop(fact, ...path);
  return remapped ? [[`x-amzn-Remapped-${name}`, value]] : [];
}

/** The client's header lines of the function's two maps: merged, renamed or dropped, with a Content-Type. */
export function mergeHeaders(envelope: Envelope, objections: Objections): MergedHeaders {
  const facts = new Set<FactId>();
  const lines = merge(envelope, facts).flatMap((line) => treat(line, objections, facts));
  const isContentType = ([name]: Header): boolean => sameHeaderName(name, "content-type");
  const contentType = lines.filter(isContentType);
  if (contentType.length === 0) facts.add("rest.default-content-type");
  return {
    contentType: contentType.length > 0 ? contentType : [["Content-Type", "application/json"]],
    others: lines.filter((line) => !isContentType(line)),
    facts: [...facts],
  };
}
