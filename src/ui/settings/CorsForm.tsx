import type { Settings } from "../../submission/submission";
import styles from "../form.module.css";
import { message } from "../message";
import CheckField from "./CheckField";
import { itemsIn } from "./entries";
import NumberField from "./NumberField";
import TextField from "./TextField";

type Cors = NonNullable<Settings["cors"]>;

const lists = [
  { member: "allowOrigins", placeholder: "https://app.example.com, *" },
  { member: "allowMethods", placeholder: "GET, POST, *" },
  { member: "allowHeaders", placeholder: "content-type, authorization" },
  { member: "exposeHeaders", placeholder: "x-request-id" },
] as const;

const open: Cors = {
  allowOrigins: ["*"],
  allowMethods: ["*"],
  allowHeaders: ["*"],
  exposeHeaders: [],
  allowCredentials: false,
  maxAge: 0,
};

interface CorsFormProps {
  readonly cors: Settings["cors"];
  readonly onChange: (cors: Settings["cors"]) => void;
}

/** CORS as it is configured on an HTTP API or a function URL. */
export default function CorsForm({ cors, onChange }: CorsFormProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{message("settings.cors.group")}</legend>
      <CheckField
        id="settings-cors"
        label={message("settings.cors")}
        checked={cors !== undefined}
        onChange={(checked) => onChange(checked ? open : undefined)}
      />
      {cors && (
        <>
          <div className={styles.row}>
            {lists.map(({ member, placeholder }) => (
              <TextField
                key={member}
                label={message(`settings.cors.${member}`)}
                value={cors[member].join(", ")}
                placeholder={placeholder}
                onCommit={(text) => onChange({ ...cors, [member]: itemsIn(text) })}
              />
            ))}
            <NumberField
              id="settings-cors-maxAge"
              label={message("settings.cors.maxAge")}
              least={0}
              most={86_400}
              value={cors.maxAge}
              onCommit={(maxAge = 0) => onChange({ ...cors, maxAge })}
            />
          </div>
          <CheckField
            label={message("settings.cors.allowCredentials")}
            checked={cors.allowCredentials}
            onChange={(allowCredentials) => onChange({ ...cors, allowCredentials })}
          />
        </>
      )}
    </fieldset>
  );
}
