import { programAnswers } from "../reading/program/answers";
import type { Code, CodeOf } from "../reading/program/program";
import { codesOfModule } from "../reading/program/walk";
import type { CodeReading, ParsedFile } from "../reading/reading";
import type { Situation } from "./cause";
import { tracedLines } from "./failure";

/** The type that Python's JSON writer refused, by its name; undefined for every other failure. */
export function refusedType({ invocation }: Situation): string | undefined {
  const { errorMessage = "" } = invocation.error ?? {};
  return /Object of type (\w+) is not JSON serializable/.exec(errorMessage)?.[1];
}

/** A call in one of the files. */
export interface CallIn {
  readonly file: ParsedFile;
  readonly code: CodeOf<"call">;
}

/** The calls of json.dumps, those on a line that the failure's trace names first. */
export function dumpsCalls(situation: Situation, code: CodeReading): readonly CallIn[] {
  const calls = (code.program?.modules ?? []).flatMap((module) =>
    [...codesOfModule(module)]
      .filter((each): each is CodeOf<"call"> => each.kind === "call")
      .filter(({ callee }) => /^(?:json\.)?dumps?$/.test(callee.node.text))
      .map((call): CallIn => ({ file: module.file, code: call })),
  );
  const lines = tracedLines(situation);
  const isTraced = ({ file, code: { node } }: CallIn): boolean =>
    lines.some(
      (at) =>
        at.file === file.path &&
        at.line >= node.startPosition.row + 1 &&
        at.line <= node.endPosition.row + 1,
    );
  return calls.toSorted((one, other) => Number(isTraced(other)) - Number(isTraced(one)));
}

/** What the handler returns, where it is written: the return statement and its expression. */
export function returnedByHandler(
  code: CodeReading,
): { readonly file: ParsedFile; readonly node: Code["node"] } | undefined {
  const [answer] = programAnswers(code);
  const declared = code.program?.handler?.declaration;
  return answer && declared && { file: declared.file, node: answer.handedBack };
}
