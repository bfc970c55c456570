import type { Ref } from "react";
import type { Role } from "../causes/cause";
import type { Report } from "../report/report";

/** A stretch of a text, lines and columns counting from 1, the end exclusive. */
export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** How a text is coloured. */
export type Colouring =
  | "javascript"
  | "typescript"
  | "python"
  | "go"
  | "csharp"
  | "java"
  | "ruby"
  | "json"
  | "yaml"
  | "hcl"
  | "plaintext";

/** A text under edit. `key` stays the same while it is the same text, whatever its name becomes. */
export interface EditedText {
  readonly key: string;
  readonly text: string;
  readonly colouring: Colouring;
}

/** A finding at the place where it shows. */
export interface Mark {
  readonly id: string;
  readonly cause: string;
  readonly range: TextRange;
  readonly role: Role;
  readonly title: string;
  readonly summary: string;
  /** What the finding's fix does, where it has one. */
  readonly fixTitle: string | undefined;
}

/** What the page can ask of an editor. */
export interface EditorHandle {
  /** Scrolls to the range, selects it and takes the focus. */
  readonly reveal: (range: TextRange) => void;
  readonly focus: () => void;
}

/** The one interface of both editors, the plain one and Monaco. */
export interface EditorProps {
  readonly edited: EditedText;
  readonly label: string;
  readonly placeholder: string;
  /** Id of the element that tells how the keyboard leaves the editor. */
  readonly describedBy: string;
  /** What is known of the text, where its findings are to be marked. */
  readonly report: Report | undefined;
  /** Which of the submission's files it is; undefined for pasted text. */
  readonly file: string | undefined;
  readonly onEdit: (text: string) => void;
  /** The user asked for the fix of a cause's finding; undefined while no fix can be applied. */
  readonly onFix: ((cause: string) => void) | undefined;
  readonly handle: Ref<EditorHandle>;
}
