import type { editor } from "monaco-editor/editor";
import {
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { EditorProps } from "./editor";
import styles from "./MonacoEditor.module.css";
import { marksOf } from "./marks";
import monaco from "./monaco";
import { monacoRange, showMarks } from "./monaco-marks";
import { followPageTheme } from "./monaco-theme";
import type { Handover } from "./PlainEditor";

const options: editor.IStandaloneEditorConstructionOptions = {
  autoClosingBrackets: "never",
  autoClosingQuotes: "never",
  autoIndent: "keep",
  automaticLayout: true,
  fixedOverflowWidgets: true,
  folding: false,
  guides: { indentation: false },
  fontFamily: "var(--mono)",
  fontSize: 13,
  fontLigatures: false,
  lineHeight: 21,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 12,
  links: false,
  minimap: { enabled: false },
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  padding: { top: 14, bottom: 14 },
  occurrencesHighlight: "off",
  renderLineHighlight: "none",
  scrollBeyondLastLine: false,
  selectionHighlight: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    alwaysConsumeMouseWheel: false,
  },
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  unusualLineTerminators: "off",
  wordBasedSuggestions: "off",
};

const plainBrackets = { enabled: false, independentColorPoolPerBracketType: false };

const lineFeed = 1;

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Makes the model's text the given one by the smallest single edit, so that caret and undo survive. */
function updateModel(model: editor.ITextModel, text: string): void {
  const before = model.getValue(lineFeed);
  const after = withLineFeeds(text);
  if (before === after) return;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(before.length - end);
  model.pushStackElement();
  model.pushEditOperations(
    null,
    [
      {
        range: monaco.Range.fromPositions(from, to),
        text: after.slice(start, after.length - end),
      },
    ],
    () => null,
  );
  model.pushStackElement();
}

/** One text's model and how far it was scrolled, kept while other texts are shown. */
interface Kept {
  readonly model: editor.ITextModel;
  viewState: editor.ICodeEditorViewState | null;
}

/** Monaco behind the editors' one interface. */
export default function MonacoEditor(
  props: EditorProps & { handover: RefObject<Handover | undefined> },
) {
  const { edited, handle, handover, report, file, onFix } = props;
  const marks = useMemo(() => (report ? marksOf(report, file) : []), [report, file]);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<editor.IStandaloneCodeEditor>(undefined);
  const kept = useRef(new Map<string, Kept>());
  const latest = useRef(props);
  const telling = useRef(true);
  useLayoutEffect(() => {
    latest.current = props;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; later values reach it through effects of their own
  useLayoutEffect(() => {
    if (!box.current) return;
    const stopFollowing = followPageTheme();
    const made = monaco.editor.create(box.current, {
      ...options,
      model: null,
      ariaLabel: props.label,
      placeholder: props.placeholder,
    });
    shown.current = made;
    const models = kept.current;
    made.onDidChangeModelContent(() => {
      const model = made.getModel();
      if (model && telling.current) latest.current.onEdit(model.getValue());
    });
    document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      stopFollowing();
      made.dispose();
      for (const { model } of models.values()) model.dispose();
      models.clear();
      shown.current = undefined;
    };
  }, []);

  useLayoutEffect(() => {
    const made = shown.current;
    if (!made) return;
    const models = kept.current;
    let current = models.get(edited.key);
    if (!current) {
      const model = monaco.editor.createModel(edited.text, edited.colouring);
      model.updateOptions({ bracketColorizationOptions: plainBrackets });
      current = { model, viewState: null };
      models.set(edited.key, current);
    }
    telling.current = false;
    updateModel(current.model, edited.text);
    telling.current = true;
    monaco.editor.setModelLanguage(current.model, edited.colouring);
    if (made.getModel() === current.model) return;
    for (const other of models.values()) {
      if (other.model === made.getModel()) other.viewState = made.saveViewState();
    }
    made.setModel(current.model);
    if (current.viewState) made.restoreViewState(current.viewState);
  }, [edited]);

  useLayoutEffect(() => {
    const made = shown.current;
    const model = made?.getModel();
    const taken = handover.current;
    if (!made || !model || !taken) return;
    handover.current = undefined;
    const start = model.getPositionAt(taken.start);
    const end = model.getPositionAt(taken.end);
    made.setSelection(monaco.Range.fromPositions(start, end));
    made.revealPosition(end);
    if (taken.focused) made.focus();
  }, [handover]);

  useEffect(() => {
    const model = kept.current.get(edited.key)?.model;
    if (model) showMarks(model, { marks, onFix });
  }, [marks, onFix, edited.key]);

  useEffect(() => {
    const made = shown.current;
    const telling = marks.find(({ role }) => role === "primary");
    if (!made || !telling) return;
    const { line } = telling.range;
    const lines = made.createDecorationsCollection([
      {
        range: new monaco.Range(line, 1, line, 1),
        options: { isWholeLine: true, className: styles.primaryLine ?? "" },
      },
    ]);
    return () => lines.clear();
  }, [marks]);

  // Monaco leaves the placeholder standing when another model takes the place of an empty one.
  const placeholder = edited.text === "" ? props.placeholder : "";
  useEffect(() => {
    shown.current?.updateOptions({ ariaLabel: props.label, placeholder });
  }, [props.label, placeholder]);

  useEffect(() => {
    const input = box.current?.querySelector("textarea, [role=textbox]");
    input?.setAttribute("aria-describedby", props.describedBy);
  }, [props.describedBy]);

  useImperativeHandle(handle, () => ({
    focus: () => shown.current?.focus(),
    reveal: (range) => {
      const made = shown.current;
      if (!made) return;
      made.setSelection(monacoRange(range));
      made.revealRangeInCenterIfOutsideViewport(monacoRange(range));
      made.focus();
    },
  }));

  return <div ref={box} className={styles.box} />;
}
