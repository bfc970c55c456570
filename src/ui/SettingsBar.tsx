import { type GatewayKind, gatewayKinds, type Submission } from "../submission/submission";
import { message } from "./message";
import { runtimeFamilies, runtimeName } from "./runtimes";
import styles from "./SettingsBar.module.css";
import type { Configuration } from "./state";

interface SettingsBarProps {
  readonly submission: Submission;
  readonly onConfigure: (change: Configuration) => void;
  readonly onRuntime: (runtime: string) => void;
}

function gatewayNamed(value: string): GatewayKind {
  return gatewayKinds.find((kind) => kind === value) ?? "rest";
}

/** What stands in front of the function, what it runs on, and where it begins. */
export default function SettingsBar({ submission, onConfigure, onRuntime }: SettingsBarProps) {
  const { gateway, runtime, handler, kind } = submission;
  const listed = runtimeFamilies.some(({ runtimes }) =>
    runtimes.some((choice) => choice === runtime),
  );
  return (
    <div className={styles.bar}>
      <label className={styles.field}>
        <span>{message("settings.gateway")}</span>
        <select
          id="settings-gateway"
          value={gateway}
          onChange={(event) => onConfigure({ gateway: gatewayNamed(event.target.value) })}
        >
          {gatewayKinds.map((choice) => (
            <option key={choice} value={choice}>
              {message(`gateway.${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span>{message("settings.runtime")}</span>
        <select
          id="settings-runtime"
          value={runtime}
          disabled={kind !== "code"}
          onChange={(event) => onRuntime(event.target.value)}
        >
          {!listed && <option value={runtime}>{runtimeName(runtime)}</option>}
          {runtimeFamilies.map(({ family, runtimes }) => (
            <optgroup key={family} label={message(`runtimes.${family}`)}>
              {runtimes.map((choice) => (
                <option key={choice} value={choice}>
                  {runtimeName(choice)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {kind === "code" && (
        <label className={styles.field}>
          <span>{message("settings.handler")}</span>
          <input
            id="settings-handler"
            className={styles.handler}
            aria-label={message("settings.handler.label")}
            value={handler}
            size={Math.min(34, Math.max(10, handler.length + 1))}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onChange={(event) => onConfigure({ handler: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}
