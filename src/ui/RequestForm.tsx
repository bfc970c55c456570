import type { Request } from "../submission/submission";
import styles from "./form.module.css";
import Icon from "./Icon";
import { message } from "./message";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];

interface RequestFormProps {
  readonly request: Request;
  readonly onChange: (request: Request) => void;
}

/** What the client sends to the gateway, member by member. */
export default function RequestForm({ request, onChange }: RequestFormProps) {
  const { method, path, query, headers, body } = request;
  const change = (members: Partial<Request>) => onChange({ ...request, ...members });
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <label className={styles.short}>
          <span>{message("request.method")}</span>
          <select
            id="request-method"
            value={method}
            onChange={(event) => change({ method: event.target.value })}
          >
            {!methods.includes(method) && <option>{method}</option>}
            {methods.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
        <label className={styles.long}>
          <span>{message("request.path")}</span>
          <input
            id="request-path"
            value={path}
            spellCheck={false}
            onChange={(event) => change({ path: event.target.value })}
          />
        </label>
        <label className={styles.long}>
          <span>{message("request.query")}</span>
          <input
            id="request-query"
            value={query}
            spellCheck={false}
            placeholder="page=2&sort=name"
            onChange={(event) => change({ query: event.target.value.replace(/^\?/, "") })}
          />
        </label>
      </div>
      <fieldset className={styles.group}>
        <legend>{message("request.headers")}</legend>
        {headers.map(([name, value], index) => {
          const replaceHeader = (header: [string, string]) =>
            change({ headers: headers.map((other, at) => (at === index ? header : other)) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: header lines may repeat; only their order tells them apart
            <div key={index} className={styles.row}>
              <input
                id={index === 0 ? "request-headers" : undefined}
                className={styles.long}
                aria-label={message("request.header.name", { number: index + 1 })}
                value={name}
                spellCheck={false}
                onChange={(event) => replaceHeader([event.target.value, value])}
              />
              <input
                className={styles.long}
                aria-label={message("request.header.value", { number: index + 1 })}
                value={value}
                spellCheck={false}
                onChange={(event) => replaceHeader([name, event.target.value])}
              />
              <button
                type="button"
                className={styles.remove}
                aria-label={message("request.header.remove", { number: index + 1 })}
                onClick={() => change({ headers: headers.filter((_, at) => at !== index) })}
              >
                <Icon name="cross" size={14} />
              </button>
            </div>
          );
        })}
        <button
          type="button"
          className={styles.add}
          onClick={() => change({ headers: [...headers, ["", ""]] })}
        >
          <Icon name="plus" size={14} />
          {message("request.header.add")}
        </button>
      </fieldset>
      <label className={styles.wide}>
        <span>{message("request.body")}</span>
        <textarea
          id="request-body"
          value={body}
          rows={3}
          spellCheck={false}
          onChange={(event) => change({ body: event.target.value })}
        />
      </label>
    </div>
  );
}
