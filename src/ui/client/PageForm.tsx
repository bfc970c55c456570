import { useState } from "react";
import type { Page } from "../../gateways/browser";
import form from "../form.module.css";
import { message } from "../message";
import styles from "./PageForm.module.css";

const credentialsModes = ["omit", "same-origin", "include"] as const;

interface PageFormProps {
  readonly page: Page;
  readonly onPage: (page: Page) => void;
}

/** An origin out of what was typed, which may be a whole address; undefined when it is none. */
function originIn(text: string): string | undefined {
  const trimmed = text.trim();
  const address = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return origin === "null" ? undefined : origin;
}

/** The page that asks: its origin, and whether it sends cookies. */
export default function PageForm({ page, onPage }: PageFormProps) {
  const [typed, setTyped] = useState(page.origin);
  return (
    <div className={`${form.form} ${styles.form}`}>
      <div className={form.row}>
        <label className={form.long}>
          <span>{message("browser.origin")}</span>
          <input
            value={typed}
            spellCheck={false}
            autoCapitalize="off"
            onChange={(event) => {
              setTyped(event.target.value);
              const origin = originIn(event.target.value);
              if (origin) onPage({ ...page, origin });
            }}
            onBlur={() => setTyped(page.origin)}
          />
        </label>
        <label className={form.long}>
          <span>{message("browser.credentials")}</span>
          <select
            value={page.credentials}
            onChange={(event) => {
              const chosen = credentialsModes.find((mode) => mode === event.target.value);
              if (chosen) onPage({ ...page, credentials: chosen });
            }}
          >
            {credentialsModes.map((mode) => (
              <option key={mode} value={mode}>
                {message(`browser.credentials.${mode}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
