import { type Dispatch, type ReactNode, type Ref, useCallback, useId, useState } from "react";
import { colouringOf } from "../editor/colouring";
import Editor from "../editor/Editor";
import type { EditorHandle } from "../editor/editor";
import type { Report } from "../report/report";
import type { Submission } from "../submission/submission";
import FileTabs from "./FileTabs";
import KindSwitch from "./KindSwitch";
import { leaveEditorKeys } from "./keyboard";
import { countMessage, message } from "./message";
import RequestForm from "./RequestForm";
import SettingsBar from "./SettingsBar";
import SettingsForm from "./settings/SettingsForm";
import { type Action, type State, textOf } from "./state";
import styles from "./TextPane.module.css";

/** The forms below the editor, at most one of them open. */
export type OpenForm = "request" | "settings" | undefined;

interface TextPaneProps {
  readonly state: State;
  /** The submission as its text tells it, which a log does of its gateway, request and runtime. */
  readonly told: Submission;
  /** What the editor marks in the text. */
  readonly report: Report | undefined;
  readonly form: OpenForm;
  readonly editorHandle: Ref<EditorHandle>;
  readonly dispatch: Dispatch<Action>;
  readonly onForm: (form: OpenForm) => void;
  readonly onFix: ((cause: string) => void) | undefined;
  readonly onDelete: (index: number) => void;
  readonly onChoose: (folder: boolean) => void;
}

/** The user's side: the text, and what stands around it. */
export default function TextPane(props: TextPaneProps) {
  const { state, told, report, form, editorHandle, dispatch, onForm, onFix, onDelete, onChoose } =
    props;
  const { submission, openFile, generation } = state;
  const [upgraded, setUpgraded] = useState(false);
  const panelId = useId();
  const hintId = useId();
  const onUpgrade = useCallback(() => setUpgraded(true), []);
  const onEdit = useCallback((text: string) => dispatch({ type: "edited", text }), [dispatch]);
  const coded = submission.kind === "code";
  const path = submission.files[openFile]?.path;
  const text = textOf(state);

  return (
    <section className={styles.pane} aria-label={message("text")}>
      <SettingsBar
        submission={told}
        onConfigure={(change) => dispatch({ type: "configured", change })}
        onRuntime={(runtime) => dispatch({ type: "runtime-chosen", runtime })}
      />
      <div className={styles.bar}>
        {coded && path !== undefined ? (
          <FileTabs
            files={submission.files}
            open={openFile}
            panelId={panelId}
            onOpen={(index) => dispatch({ type: "file-opened", index })}
            onAdd={(added) => dispatch({ type: "file-added", path: added })}
            onRename={(index, renamed) => dispatch({ type: "file-renamed", index, path: renamed })}
            onDelete={onDelete}
            onChoose={onChoose}
          />
        ) : (
          <span className={styles.name}>{message(`text.${submission.kind}`)}</span>
        )}
        <KindSwitch
          kind={submission.kind}
          onChoose={(kind) => dispatch({ type: "kind-chosen", kind })}
        />
      </div>
      <div
        id={panelId}
        className={styles.editor}
        role="tabpanel"
        aria-label={path ?? message("text")}
      >
        <Editor
          edited={{
            key: `${generation}/${openFile}`,
            text,
            colouring: colouringOfText(submission, path),
          }}
          label={message(`text.label.${submission.kind}`)}
          placeholder={message("text.placeholder")}
          describedBy={hintId}
          report={report}
          file={coded ? path : undefined}
          onEdit={onEdit}
          onFix={onFix}
          onUpgrade={onUpgrade}
          handle={editorHandle}
        />
      </div>
      <p id={hintId} className={upgraded ? styles.hint : "visually-hidden"}>
        {upgraded ? message("text.leave", { keys: leaveEditorKeys() }) : ""}
      </p>
      <div className={styles.forms}>
        <FormButton form="request" open={form} onForm={onForm}>
          <span className={styles.request}>
            <b>{told.request.method}</b> {told.request.path}
            {told.request.query && `?${told.request.query}`}
          </span>
          <span className={styles.requestMore}>
            {countMessage("request.summary", told.request.headers.length)}
            {told.request.body ? message("request.summary.body") : ""}
          </span>
        </FormButton>
        <FormButton form="settings" open={form} onForm={onForm}>
          {message("settings.more")}
        </FormButton>
      </div>
      {form && (
        <div id={`form-${form}`} className={styles.form}>
          {form === "request" ? (
            <RequestForm
              request={told.request}
              onChange={(request) => dispatch({ type: "configured", change: { request } })}
            />
          ) : (
            <SettingsForm
              submission={submission}
              onConfigure={(change) => dispatch({ type: "configured", change })}
            />
          )}
        </div>
      )}
    </section>
  );
}

function colouringOfText({ kind, language }: Submission, path = "") {
  if (kind === "code") return colouringOf(path, language);
  return kind === "output" ? "json" : "plaintext";
}

interface FormButtonProps {
  readonly form: "request" | "settings";
  readonly open: OpenForm;
  readonly onForm: (form: OpenForm) => void;
  readonly children: ReactNode;
}

function FormButton({ form, open, onForm, children }: FormButtonProps) {
  const expanded = open === form;
  return (
    <button
      type="button"
      className={expanded ? styles.formOpen : styles.formButton}
      aria-expanded={expanded}
      aria-controls={expanded ? `form-${form}` : undefined}
      onClick={() => onForm(expanded ? undefined : form)}
    >
      {children}
    </button>
  );
}
