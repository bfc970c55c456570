import { type Dispatch, type RefObject, useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { EditorHandle } from "../editor/editor";
import { placeOf } from "../editor/places";
import type { Evidence } from "../submission/evidence";
import type { ResponseView } from "./ResponseCard";
import type { Action, State } from "./state";
import type { OpenForm } from "./TextPane";

/** What is open of the page's views and forms, and the way that leads evidence to its place. */
export interface Revealing {
  readonly editor: RefObject<EditorHandle | null>;
  readonly form: OpenForm;
  readonly view: ResponseView;
  /** JSON path marked in the payload's view. */
  readonly path: string | undefined;
  readonly openForm: (form: OpenForm) => void;
  readonly openView: (view: ResponseView) => void;
  readonly reveal: (evidence: Evidence) => void;
}

/** Settings that stand above the editor rather than in the form below it. */
const aboveEditor: ReadonlySet<string> = new Set(["gateway", "runtime", "handler"]);

/** Leads evidence to where it can be seen: the text, a form's field, or a view of the response. */
export function useRevealing(state: State, dispatch: Dispatch<Action>): Revealing {
  const editor = useRef<EditorHandle>(null);
  const [form, openForm] = useState<OpenForm>();
  const [view, setView] = useState<ResponseView>("response");
  const [path, setPath] = useState<string>();

  const openView = useCallback((opened: ResponseView) => {
    setPath(undefined);
    setView(opened);
  }, []);

  const focusField = (formOfField: OpenForm, member: string) => {
    const name = member.split(/[.[]/)[0] ?? "";
    if (!aboveEditor.has(name)) flushSync(() => openForm(formOfField));
    document.getElementById(`${formOfField}-${name}`)?.focus();
  };

  const reveal = (evidence: Evidence) => {
    const { answer, submission } = state;
    const place = answer && placeOf(answer.report, evidence);
    if (place) {
      const index = submission.files.findIndex((file) => file.path === place.file);
      flushSync(() => {
        if (index >= 0) dispatch({ type: "file-opened", index });
      });
      editor.current?.reveal(place.range);
      return;
    }
    switch (evidence.in) {
      case "payload":
        setView("payload");
        setPath(evidence.path);
        break;
      case "log":
        openView("log");
        break;
      case "request":
      case "settings":
        focusField(evidence.in, evidence.member);
        break;
      case "code":
        break;
      default:
        evidence satisfies never;
    }
  };

  return { editor, form, view, path, openForm, openView, reveal };
}
