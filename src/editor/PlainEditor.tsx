import {
  type ClipboardEvent,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import type { EditorProps } from "./editor";
import { offsetAt } from "./offsets";
import styles from "./PlainEditor.module.css";

/** What the next editor takes over from the plain one. */
export interface Handover {
  readonly start: number;
  readonly end: number;
  readonly focused: boolean;
}

interface PlainEditorProps extends EditorProps {
  /** Filled in when this editor leaves. */
  readonly handover: RefObject<Handover | undefined>;
  readonly onComposing: (composing: boolean) => void;
}

/** A textarea: the first paint's editor, and the one for small screens and fingers. */
export default function PlainEditor(props: PlainEditorProps) {
  const { edited, handle, handover } = props;
  const area = useRef<HTMLTextAreaElement>(null);

  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus(),
    reveal: ({ line, column, endLine, endColumn }) => {
      const textarea = area.current;
      if (!textarea) return;
      const text = textarea.value;
      textarea.focus({ preventScroll: true });
      textarea.setSelectionRange(offsetAt(text, line, column), offsetAt(text, endLine, endColumn));
      const lineHeight = textarea.scrollHeight / Math.max(1, text.split("\n").length);
      textarea.scrollTop = Math.max(0, (line - 4) * lineHeight);
      textarea.scrollIntoView({ block: "nearest" });
    },
  }));

  useLayoutEffect(() => {
    const textarea = area.current;
    return () => {
      if (!textarea) return;
      handover.current = {
        start: textarea.selectionStart,
        end: textarea.selectionEnd,
        focused: document.activeElement === textarea,
      };
    };
  }, [handover]);

  return (
    <textarea
      ref={area}
      className={styles.area}
      value={edited.text}
      aria-label={props.label}
      placeholder={props.placeholder}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
      onChange={(event) => props.onEdit(event.target.value)}
      onPaste={insertForeignPaste}
      onCompositionStart={() => props.onComposing(true)}
      onCompositionEnd={() => props.onComposing(false)}
    />
  );
}

/** Clipboard tools paste by an event of their own, on which a browser does not act and Monaco does. */
function insertForeignPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  if (event.nativeEvent.isTrusted) return;
  event.preventDefault();
  // The only way that leaves the paste in the textarea's undo history.
  document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
}
