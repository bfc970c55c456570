import styles from "./AccessLog.module.css";

interface AccessLogProps {
  readonly variables: Readonly<Record<string, string>>;
}

/** Variables of an access log, one a line; a dash is what AWS writes for nothing. */
export default function AccessLog({ variables }: AccessLogProps) {
  return (
    <dl className={styles.log}>
      {Object.entries(variables).map(([name, value]) => (
        <div key={name} className={value === "-" ? styles.nothing : styles.line}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
