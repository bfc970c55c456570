import { type Node, UnknownPattern } from "./read";

/** A step of a compiled pattern; a split leads to all its targets, every other step to the next. */
export type Instruction =
  | { readonly op: "character"; readonly accepts: (code: number) => boolean }
  | { readonly op: "split"; readonly to: readonly number[] }
  | { readonly op: "start" }
  | { readonly op: "end" }
  | { readonly op: "match" };

const instructionLimit = 10_000;

/** A pattern as steps, ending with the match. Throws UnknownPattern when they would be too many. */
export function compile(node: Node): readonly Instruction[] {
  const program: Instruction[] = [];
  const emit = (instruction: Instruction): number => {
    if (program.length >= instructionLimit) throw new UnknownPattern();
    return program.push(instruction) - 1;
  };
  const add = (part: Node): void => {
    switch (part.kind) {
      case "character":
        emit({ op: "character", accepts: part.accepts });
        return;
      case "start":
      case "end":
        emit({ op: part.kind });
        return;
      case "sequence":
        for (const inner of part.nodes) add(inner);
        return;
      case "choice": {
        if (part.nodes.length === 1) {
          for (const inner of part.nodes) add(inner);
          return;
        }
        const split = emit({ op: "split", to: [] });
        const starts: number[] = [];
        const jumps = part.nodes.map((inner) => {
          starts.push(program.length);
          add(inner);
          return emit({ op: "split", to: [] });
        });
        program[split] = { op: "split", to: starts };
        for (const jump of jumps) program[jump] = { op: "split", to: [program.length] };
        return;
      }
      case "repeat": {
        for (let count = 0; count < part.least; count += 1) add(part.node);
        if (part.most === Number.POSITIVE_INFINITY) {
          const split = emit({ op: "split", to: [] });
          add(part.node);
          emit({ op: "split", to: [split] });
          program[split] = { op: "split", to: [split + 1, program.length] };
          return;
        }
        const splits: number[] = [];
        for (let count = part.least; count < part.most; count += 1) {
          splits.push(emit({ op: "split", to: [] }));
          add(part.node);
        }
        for (const split of splits)
          program[split] = { op: "split", to: [split + 1, program.length] };
        return;
      }
      default:
        part satisfies never;
    }
  };
  add(node);
  emit({ op: "match" });
  return program;
}
