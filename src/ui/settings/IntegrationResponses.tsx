import type { Settings } from "../../submission/submission";
import styles from "../form.module.css";
import Icon from "../Icon";
import { message } from "../message";
import ChoiceField from "./ChoiceField";
import { entriesIn, entryLines } from "./entries";
import own from "./IntegrationResponses.module.css";
import TemplateMap from "./TemplateMap";
import TextField from "./TextField";

type IntegrationResponse = Settings["integrationResponses"][number];

const handlings = ["none", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] as const;

/** What becomes of the payload on its way back, as a choice of names. */
export const contentHandlings = handlings.map((name) => ({
  name,
  label: message(`settings.contentHandling.${name}`),
}));

interface IntegrationResponsesProps {
  readonly responses: Settings["integrationResponses"];
  readonly onChange: (responses: Settings["integrationResponses"]) => void;
}

/** The integration responses of a non-proxy integration, in the order in which they are tried. */
export default function IntegrationResponses({ responses, onChange }: IntegrationResponsesProps) {
  return (
    <fieldset id="settings-integrationResponses" tabIndex={-1} className={styles.group}>
      <legend>{message("settings.integrationResponses")}</legend>
      {responses.map((response, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: only their order tells them apart
        <div key={index} className={own.response}>
          <OneResponse
            response={response}
            onChange={(changed) =>
              onChange(responses.map((other, at) => (at === index ? changed : other)))
            }
            onRemove={() => onChange(responses.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <button
        type="button"
        className={styles.add}
        onClick={() => onChange([...responses, { statusCode: "500", selectionPattern: ".+" }])}
      >
        <Icon name="plus" size={14} />
        {message("settings.integrationResponses.add")}
      </button>
    </fieldset>
  );
}

interface OneResponseProps {
  readonly response: IntegrationResponse;
  readonly onChange: (response: IntegrationResponse) => void;
  readonly onRemove: () => void;
}

function OneResponse({ response, onChange, onRemove }: OneResponseProps) {
  const { statusCode, selectionPattern, contentHandling, ...maps } = response;
  return (
    <>
      <div className={styles.row}>
        <TextField
          label={message("settings.statusCode")}
          value={statusCode}
          onCommit={(status) => onChange({ ...response, statusCode: status.trim() })}
        />
        <TextField
          label={message("settings.selectionPattern")}
          value={selectionPattern ?? ""}
          placeholder={message("settings.selectionPattern.none")}
          onCommit={(pattern) => {
            const { selectionPattern: _, ...others } = response;
            onChange(pattern === "" ? others : { ...others, selectionPattern: pattern });
          }}
        />
        <ChoiceField
          label={message("settings.contentHandling")}
          choices={contentHandlings}
          value={contentHandling ?? "none"}
          onChoose={(chosen) => {
            const { contentHandling: _, ...others } = response;
            onChange(chosen === "none" ? others : { ...others, contentHandling: chosen });
          }}
        />
        <button
          type="button"
          className={styles.remove}
          aria-label={message("settings.integrationResponses.remove", { status: statusCode })}
          onClick={onRemove}
        >
          <Icon name="cross" size={14} />
        </button>
      </div>
      <TextField
        label={message("settings.responseParameters")}
        rows={2}
        value={entryLines(maps.responseParameters ?? {})}
        placeholder="method.response.header.Content-Type='text/html'"
        onCommit={(text) => onChange({ ...response, responseParameters: entriesIn(text) })}
      />
      <TemplateMap
        label={message("settings.responseTemplates")}
        templates={maps.responseTemplates ?? {}}
        onChange={(responseTemplates) => onChange({ ...response, responseTemplates })}
      />
    </>
  );
}
