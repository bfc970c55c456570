/** A replacement of `removed` UTF-16 code units at `start`, within one line. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Where things stood in a text that another was made of, line by line. */
export interface Lines {
  /** The column in the original text of a column in the one made of it; lines and columns from 1. */
  readonly originalColumn: (line: number, column: number) => number;
}

/** A file's text with edits that keep every line where it was. */
export interface EditedSource extends Lines {
  readonly text: string;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

/** Applies edits, sorted by where they start and without overlap. */
export function editSource(original: string, edits: readonly Edit[]): EditedSource {
  let text = "";
  let copied = 0;
  for (const { start, removed, inserted } of edits) {
    text += original.slice(copied, start) + inserted;
    copied = start + removed;
  }
  text += original.slice(copied);
  const starts = edits.length > 0 ? lineStarts(original) : [];

  function originalColumn(line: number, column: number): number {
    const from = starts[line - 1];
    if (from === undefined) return column;
    const to = starts[line] ?? original.length + 1;
    let offset = column - 1;
    for (const { start, removed, inserted } of edits) {
      if (start < from || start >= to) continue;
      const place = start - from;
      if (offset < place) break;
      if (offset < place + inserted.length) return place + 1;
      offset += removed - inserted.length;
    }
    return offset + 1;
  }

  return { text, originalColumn };
}
