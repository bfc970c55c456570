import { flushSync } from "react-dom";

/** Marks a field whose value counts when the field is left. */
export const commitsOnBlur = "data-commits-on-blur";

/**
 * Lets the value count of the field that has the focus, as if it were left, for a key that acts on the
 * submission as it stands. The focus and the caret stay.
 */
export function commitFocusedField(): void {
  const field = document.activeElement;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (!isField || !field.hasAttribute(commitsOnBlur)) return;
  const { selectionStart, selectionEnd } = field;
  flushSync(() => field.blur());
  // A value that counts makes a new field of the same id.
  const same = document.getElementById(field.id);
  same?.focus();
  if (same instanceof HTMLTextAreaElement) same.setSelectionRange(selectionStart, selectionEnd);
}
