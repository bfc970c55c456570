const onApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that run, as this machine's keyboard writes them. */
export function runKeys(): string {
  return onApple ? "⌘↵" : "Ctrl ↵";
}

/** The keys that let Tab leave Monaco, as this machine's keyboard writes them. */
export function leaveEditorKeys(): string {
  return onApple ? "⌃⇧M" : "Ctrl+M";
}

/** Whether a key press asks for a run. */
export function asksToRun(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey;
}

/** Whether a key press asks for a link to the submission, as Save does elsewhere. */
export function asksForLink(event: KeyboardEvent): boolean {
  return event.key === "s" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}
