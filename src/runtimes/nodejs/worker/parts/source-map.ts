const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The numbers of a source map's segment, each a base64 VLQ. */
function numbersOf(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/**
 * The original column of a column in a text that was made line by line, by its source map's `mappings`;
 * lines and columns from 1.
 */
export function columnsOf(mappings: string): (line: number, column: number) => number {
  let original = 0;
  const lines = mappings.split(";").map((line) => {
    let made = 0;
    return line.split(",").flatMap((segment) => {
      const [step = 0, , , change] = numbersOf(segment);
      made += step;
      if (change === undefined) return [];
      original += change;
      return [{ made, original }];
    });
  });
  return (line, column) => {
    const at = lines[line - 1]?.findLast(({ made }) => made < column);
    return at ? at.original + column - at.made : column;
  };
}
