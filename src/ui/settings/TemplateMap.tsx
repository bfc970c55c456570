import styles from "../form.module.css";
import Icon from "../Icon";
import { message } from "../message";
import TextField from "./TextField";

interface TemplateMapProps {
  readonly label: string;
  readonly id?: string;
  /** Mapping templates by content type. */
  readonly templates: Readonly<Record<string, string>>;
  readonly onChange: (templates: Record<string, string>) => void;
}

/** A content type that has no template yet. */
function unused(templates: Readonly<Record<string, string>>): string {
  const usual = ["application/json", "text/plain", "application/x-www-form-urlencoded"];
  return usual.find((type) => !(type in templates)) ?? `text/${Object.keys(templates).length}`;
}

/** Mapping templates in VTL, one for each content type. */
export default function TemplateMap({ label, id, templates, onChange }: TemplateMapProps) {
  const entries = Object.entries(templates);
  const replace = (index: number, entry: [string, string] | undefined) =>
    onChange(
      Object.fromEntries(
        entries.flatMap((other, at) => (at === index ? (entry ? [entry] : []) : [other])),
      ),
    );
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {entries.map(([type, template], index) => (
        <div key={type} className={styles.group}>
          <div className={styles.row}>
            <TextField
              label={message("settings.template.type")}
              value={type}
              onCommit={(renamed) => replace(index, [renamed.trim() || type, template])}
            />
            <button
              type="button"
              className={styles.remove}
              aria-label={message("settings.template.remove", { type })}
              onClick={() => replace(index, undefined)}
            >
              <Icon name="cross" size={14} />
            </button>
          </div>
          <TextField
            label={message("settings.template")}
            rows={3}
            value={template}
            placeholder={'{ "body": $input.json("$") }'}
            onCommit={(written) => replace(index, [type, written])}
          />
        </div>
      ))}
      <button
        type="button"
        id={id}
        className={styles.add}
        onClick={() => onChange({ ...templates, [unused(templates)]: "" })}
      >
        <Icon name="plus" size={14} />
        {message("settings.template.add")}
      </button>
    </fieldset>
  );
}
