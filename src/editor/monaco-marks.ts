import type { editor, IRange, languages } from "monaco-editor/editor";
import type { Role } from "../causes/cause";
import type { Mark, TextRange } from "./editor";
import monaco from "./monaco";

const owner = "why502";
const applyFix = "why502.applyFix";

const severities: Readonly<Record<Role, number>> = {
  primary: monaco.MarkerSeverity.Error,
  contributing: monaco.MarkerSeverity.Warning,
  advice: monaco.MarkerSeverity.Info,
};

/** What a model's marks are, and whom to tell when a fix is asked for. */
interface Marked {
  readonly marks: readonly Mark[];
  readonly onFix: ((cause: string) => void) | undefined;
}

const markedByModel = new WeakMap<editor.ITextModel, Marked>();

/** A range as Monaco has it, never empty. */
export function monacoRange({ line, column, endLine, endColumn }: TextRange): IRange {
  return {
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn: Math.max(endColumn, endLine === line ? column + 1 : 1),
  };
}

/** The same within its first line: a mark points at a place, and a whole function underlined points at none. */
function firstLine(model: editor.ITextModel, range: TextRange): IRange {
  const { line, endLine } = range;
  if (endLine === line || line > model.getLineCount()) return monacoRange(range);
  return monacoRange({ ...range, endLine: line, endColumn: model.getLineMaxColumn(line) });
}

/** Shows the marks in the model, in place of those shown before. */
export function showMarks(model: editor.ITextModel, marked: Marked): void {
  markedByModel.set(model, marked);
  monaco.editor.setModelMarkers(
    model,
    owner,
    marked.marks.map(({ id, range, role, title, summary }) => ({
      ...firstLine(model, range),
      severity: severities[role],
      message: `${title}\n${summary}`,
      code: id,
    })),
  );
}

monaco.editor.registerCommand(
  applyFix,
  (_accessor, onFix: NonNullable<Marked["onFix"]>, cause: string) => onFix(cause),
);

function quickFixes(
  model: editor.ITextModel,
  markers: editor.IMarkerData[],
): languages.CodeAction[] {
  const marked = markedByModel.get(model);
  return markers.flatMap((marker) => {
    const mark = marked?.marks.find(({ id }) => id === marker.code);
    if (!marked?.onFix || mark?.fixTitle === undefined) return [];
    const { cause, fixTitle } = mark;
    return {
      title: fixTitle,
      kind: "quickfix",
      diagnostics: [marker],
      isPreferred: true,
      command: { id: applyFix, title: fixTitle, arguments: [marked.onFix, cause] },
    };
  });
}

monaco.languages.registerCodeActionProvider("*", {
  provideCodeActions: (model, _range, context) => ({
    actions: quickFixes(model, context.markers),
    dispose: () => undefined,
  }),
});
