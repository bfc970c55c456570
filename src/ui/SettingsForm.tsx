import type { Conditions, GatewayKind, Settings, Submission } from "../submission/submission";
import styles from "./form.module.css";
import { message } from "./message";
import type { Configuration } from "./state";

type NumberSetting = "functionTimeoutMs" | "integrationTimeoutMs" | "memoryMb";

const restOnly: readonly GatewayKind[] = ["rest", "rest-custom"];

const numberSettings = [
  { member: "functionTimeoutMs", least: 1, most: 900_000 },
  { member: "integrationTimeoutMs", least: 1, most: 900_000 },
  { member: "memoryMb", least: 128, most: 32_768 },
] as const satisfies readonly { member: NumberSetting; least: number; most: number }[];

const conditionChoices = [
  { member: "permission", choices: ["granted", "missing"] },
  { member: "integrationTarget", choices: ["function", "missing"] },
  { member: "route", choices: ["matched", "missing"] },
  { member: "authorizer", choices: ["none", "denies", "throws", "unauthorized", "malformed"] },
] as const satisfies readonly { member: keyof Conditions; choices: readonly string[] }[];

interface SettingsFormProps {
  readonly submission: Submission;
  readonly onConfigure: (change: Configuration) => void;
}

function environmentText(environment: Settings["environment"]): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
}

/** Lines of NAME=value as a map; lines without a name count for nothing. */
function environmentOf(text: string): Settings["environment"] {
  return Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const [, name, value = ""] = /^\s*([A-Za-z]\w*)\s*=?(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What is configured around the function, and trouble outside the code to try out. */
export default function SettingsForm({ submission, onConfigure }: SettingsFormProps) {
  const { settings, conditions, gateway } = submission;
  const change = (members: Partial<Settings>) =>
    onConfigure({ settings: { ...settings, ...members } });
  const changeCondition = (members: Partial<Conditions>) =>
    onConfigure({ conditions: { ...conditions, ...members } });

  return (
    <div className={styles.form}>
      <div className={styles.row}>
        {numberSettings.map(({ member, least, most }) => (
          <label key={member} htmlFor={`settings-${member}`} className={styles.long}>
            <span>{message(`settings.${member}`)}</span>
            <NumberInput
              id={`settings-${member}`}
              least={least}
              most={most}
              value={settings[member]}
              onChange={(value) => change({ [member]: value })}
            />
          </label>
        ))}
      </div>
      <label className={styles.wide}>
        <span>{message("settings.environment")}</span>
        <textarea
          key={environmentText(settings.environment)}
          id="settings-environment"
          defaultValue={environmentText(settings.environment)}
          rows={2}
          spellCheck={false}
          placeholder="TABLE_NAME=orders"
          onBlur={(event) => change({ environment: environmentOf(event.target.value) })}
        />
      </label>
      {restOnly.includes(gateway) && (
        <label className={styles.wide}>
          <span>{message("settings.binaryMediaTypes")}</span>
          <textarea
            key={settings.binaryMediaTypes.join("\n")}
            id="settings-binaryMediaTypes"
            defaultValue={settings.binaryMediaTypes.join("\n")}
            rows={2}
            spellCheck={false}
            placeholder="image/png"
            onBlur={(event) => change({ binaryMediaTypes: lines(event.target.value) })}
          />
        </label>
      )}
      {gateway === "alb" && (
        <label className={styles.check}>
          <input
            id="settings-multiValueHeaders"
            type="checkbox"
            checked={settings.multiValueHeaders}
            onChange={(event) => change({ multiValueHeaders: event.target.checked })}
          />
          {message("settings.multiValueHeaders")}
        </label>
      )}
      {gateway === "url" && (
        <label className={styles.check}>
          <input
            id="settings-invokeMode"
            type="checkbox"
            checked={settings.invokeMode === "RESPONSE_STREAM"}
            onChange={(event) =>
              change({ invokeMode: event.target.checked ? "RESPONSE_STREAM" : "BUFFERED" })
            }
          />
          {message("settings.invokeMode")}
        </label>
      )}
      <fieldset className={styles.group}>
        <legend>{message("conditions")}</legend>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={conditions.throttled}
            onChange={(event) => changeCondition({ throttled: event.target.checked })}
          />
          {message("conditions.throttled")}
        </label>
        <div className={styles.row}>
          {conditionChoices.map(({ member, choices }) => (
            <label key={member} className={styles.long}>
              <span>{message(`conditions.${member}`)}</span>
              <select
                value={conditions[member]}
                onChange={(event) => changeCondition({ [member]: event.target.value })}
              >
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {message(`conditions.choice.${choice}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface NumberInputProps {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

/** A number that counts once it is finished and within its bounds; else it goes back to what it was. */
function NumberInput({ id, least, most, value, onChange }: NumberInputProps) {
  return (
    <input
      key={value}
      id={id}
      type="number"
      min={least}
      max={most}
      defaultValue={value}
      placeholder={message("settings.default")}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
      onBlur={(event) => {
        const entered = event.target.valueAsNumber;
        if (entered >= least && entered <= most) onChange(entered);
        else event.target.value = String(value ?? "");
      }}
    />
  );
}
