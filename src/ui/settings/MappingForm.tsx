import type { Settings } from "../../submission/submission";
import styles from "../form.module.css";
import { message } from "../message";
import ChoiceField from "./ChoiceField";
import { itemsIn } from "./entries";
import IntegrationResponses, { contentHandlings } from "./IntegrationResponses";
import TemplateMap from "./TemplateMap";
import TextField from "./TextField";

const behaviors = ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"] as const;

interface MappingFormProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** How a non-proxy integration maps the request to the event, and the payload to the response. */
export default function MappingForm({ settings, onChange }: MappingFormProps) {
  const { contentHandling, ...others } = settings;
  return (
    <>
      <TemplateMap
        id="settings-requestTemplates"
        label={message("settings.requestTemplates")}
        templates={settings.requestTemplates}
        onChange={(requestTemplates) => onChange({ ...settings, requestTemplates })}
      />
      <div className={styles.row}>
        <ChoiceField
          id="settings-passthroughBehavior"
          label={message("settings.passthroughBehavior")}
          choices={behaviors.map((name) => ({ name, label: name }))}
          value={settings.passthroughBehavior}
          onChoose={(passthroughBehavior) => onChange({ ...settings, passthroughBehavior })}
        />
        <ChoiceField
          id="settings-contentHandling"
          label={message("settings.contentHandling.request")}
          choices={contentHandlings}
          value={contentHandling ?? "none"}
          onChoose={(chosen) =>
            onChange(chosen === "none" ? others : { ...others, contentHandling: chosen })
          }
        />
      </div>
      <IntegrationResponses
        responses={settings.integrationResponses}
        onChange={(integrationResponses) => onChange({ ...settings, integrationResponses })}
      />
      <TextField
        id="settings-methodResponses"
        label={message("settings.methodResponses")}
        value={settings.methodResponses.join(", ")}
        onCommit={(text) => onChange({ ...settings, methodResponses: itemsIn(text) })}
      />
    </>
  );
}
