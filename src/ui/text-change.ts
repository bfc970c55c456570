/** An edit that inserts more characters than this at once is a paste. */
const shortestPaste = 16;
/** A paste that leaves less than this part of the text before it is a new text. */
const keptPart = 0.2;

/** How a text came to be another: by typing, by a paste, or by a paste over (nearly) all of it. */
export function compareTexts(
  before: string,
  after: string,
): { readonly pasted: boolean; readonly replaced: boolean } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const kept = start + end;
  const pasted = after.length - kept > shortestPaste;
  return { pasted, replaced: pasted && kept <= before.length * keptPart };
}
