import type { Settings, Submission } from "../../submission/submission";
import styles from "../form.module.css";
import { message } from "../message";
import type { Configuration } from "../state";
import { kindOf, settingMatters } from "./applicable";
import CheckField from "./CheckField";
import ChoiceField from "./ChoiceField";
import ConditionsForm from "./ConditionsForm";
import CorsForm from "./CorsForm";
import { entriesIn, entryLines, itemsIn } from "./entries";
import MappingForm from "./MappingForm";
import NumberField from "./NumberField";
import TextField from "./TextField";

const numbers = [
  { member: "functionTimeoutMs", least: 1, most: 900_000 },
  { member: "integrationTimeoutMs", least: 1, most: 900_000 },
  { member: "memoryMb", least: 128, most: 32_768 },
] as const;

const texts = [
  { member: "stage", placeholder: "" },
  { member: "basePath", placeholder: "/v1" },
  { member: "resourcePath", placeholder: "/orders/{id}" },
  { member: "integrationHttpMethod", placeholder: "POST" },
] as const;

const maps = [
  { member: "environment", placeholder: "TABLE_NAME=orders" },
  { member: "stageVariables", placeholder: "alias=live" },
] as const;

const logFormats = [
  { name: "Text", label: message("settings.logFormat.Text") },
  { name: "JSON", label: message("settings.logFormat.JSON") },
] as const;

interface SettingsFormProps {
  readonly submission: Submission;
  readonly onConfigure: (change: Configuration) => void;
}

/** What is configured around the function, as far as it changes an answer of this gateway. */
export default function SettingsForm({ submission, onConfigure }: SettingsFormProps) {
  const { settings } = submission;
  const replace = (changed: Settings) => onConfigure({ settings: changed });
  const matters = (member: keyof Settings) => settingMatters(member, submission);

  const changeNumber = (member: (typeof numbers)[number]["member"], value: number | undefined) => {
    if (value !== undefined) replace({ ...settings, [member]: value });
    else if (member === "integrationTimeoutMs") replace(without(settings, member));
  };
  const changeText = (member: (typeof texts)[number]["member"], value: string) =>
    replace(
      member === "stage" && value === ""
        ? without(settings, member)
        : { ...settings, [member]: value.trim() },
    );

  return (
    <div className={styles.form}>
      <div className={styles.row}>
        {numbers.map(
          ({ member, least, most }) =>
            matters(member) && (
              <NumberField
                key={member}
                id={`settings-${member}`}
                label={message(`settings.${member}`)}
                least={least}
                most={most}
                value={settings[member]}
                onCommit={(value) => changeNumber(member, value)}
              />
            ),
        )}
        {matters("logFormat") && (
          <ChoiceField
            id="settings-logFormat"
            label={message("settings.logFormat")}
            choices={logFormats}
            value={settings.logFormat}
            onChoose={(logFormat) => replace({ ...settings, logFormat })}
          />
        )}
      </div>
      {texts.some(({ member }) => matters(member)) && (
        <div className={styles.row}>
          {texts.map(
            ({ member, placeholder }) =>
              matters(member) && (
                <TextField
                  key={member}
                  id={`settings-${member}`}
                  label={message(`settings.${member}`)}
                  value={settings[member] ?? ""}
                  placeholder={member === "stage" ? usualStage(submission) : placeholder}
                  onCommit={(value) => changeText(member, value)}
                />
              ),
          )}
        </div>
      )}
      {maps.map(
        ({ member, placeholder }) =>
          matters(member) && (
            <TextField
              key={member}
              id={`settings-${member}`}
              label={message(`settings.${member}`)}
              rows={2}
              value={entryLines(settings[member])}
              placeholder={placeholder}
              onCommit={(text) => replace({ ...settings, [member]: entriesIn(text) })}
            />
          ),
      )}
      {matters("binaryMediaTypes") && (
        <TextField
          id="settings-binaryMediaTypes"
          label={message("settings.binaryMediaTypes")}
          rows={2}
          value={settings.binaryMediaTypes.join("\n")}
          placeholder="image/png"
          onCommit={(text) => replace({ ...settings, binaryMediaTypes: itemsIn(text) })}
        />
      )}
      {matters("multiValueHeaders") && (
        <CheckField
          id="settings-multiValueHeaders"
          label={message("settings.multiValueHeaders")}
          checked={settings.multiValueHeaders}
          onChange={(multiValueHeaders) => replace({ ...settings, multiValueHeaders })}
        />
      )}
      {matters("invokeMode") && (
        <CheckField
          id="settings-invokeMode"
          label={message("settings.invokeMode")}
          checked={settings.invokeMode === "RESPONSE_STREAM"}
          onChange={(streams) =>
            replace({ ...settings, invokeMode: streams ? "RESPONSE_STREAM" : "BUFFERED" })
          }
        />
      )}
      {matters("cors") && (
        <CorsForm
          cors={settings.cors}
          onChange={(cors) => replace(cors ? { ...settings, cors } : without(settings, "cors"))}
        />
      )}
      {matters("integrationResponses") && <MappingForm settings={settings} onChange={replace} />}
      <ConditionsForm
        submission={submission}
        onChange={(conditions) => onConfigure({ conditions })}
      />
    </div>
  );
}

function without(settings: Settings, member: "stage" | "cors" | "integrationTimeoutMs"): Settings {
  const others = { ...settings };
  delete others[member];
  return others;
}

function usualStage(submission: Submission): string {
  return kindOf(submission).startsWith("http") ? "$default" : "prod";
}
