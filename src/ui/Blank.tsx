import { parseSubmission, type Submission } from "../submission/submission";
import styles from "./Blank.module.css";
import { message } from "./message";

interface BlankProps {
  readonly onExample: (submission: Submission, title: string) => void;
  readonly onChoose: (folder: boolean) => void;
}

const question = `exports.handler = function(event, context, callback) {
  callback(null, {"Hello":"World"});  // SUCCESS with message
};
`;

/** Cases to begin with: the founding question first, then one of each kind of text. */
const beginnings = [
  {
    id: "question",
    shows: 'callback(null, {"Hello":"World"})',
    submission: { v: 1, files: [{ path: "index.js", text: question }] },
  },
  {
    id: "body",
    shows: '"body": {"success": true}',
    submission: {
      v: 1,
      kind: "output",
      text: '{\n  "statusCode": 200,\n  "headers": { "Content-Type": "application/json" },\n  "body": { "success": true }\n}\n',
    },
  },
  {
    id: "sync",
    shows: "exports.handler = (event) => {\n  return { statusCode: 200 …",
    submission: {
      v: 1,
      files: [
        {
          path: "index.js",
          text: "exports.handler = (event) => {\n  return {\n    statusCode: 200,\n    body: JSON.stringify({ ok: true }),\n  };\n};\n",
        },
      ],
    },
  },
  {
    id: "log",
    shows: "… before transformations: null",
    submission: {
      v: 1,
      kind: "log",
      text: "Endpoint response body before transformations: null\nExecution failed due to configuration error: Malformed Lambda proxy response\nMethod completed with status: 502\n",
    },
  },
] as const;

/** The first screen: what this is for, what to paste, and cases that are one click away. */
export default function Blank({ onExample, onChoose }: BlankProps) {
  return (
    <div className={styles.blank}>
      <h1 className={styles.title}>{message("blank.title")}</h1>
      <p className={styles.lead}>{message("blank.lead")}</p>
      <dl className={styles.kinds}>
        {(["code", "output", "log"] as const).map((kind) => (
          <div key={kind}>
            <dt>{message(`blank.${kind}`)}</dt>
            <dd>{message(`blank.${kind}.about`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.files}>
        {message("files.blank")}{" "}
        <button type="button" className={styles.choose} onClick={() => onChoose(false)}>
          {message("files.blank.choose")}
        </button>
        .
      </p>
      <h2 className={styles.heading}>{message("blank.examples")}</h2>
      <ul className={styles.examples}>
        {beginnings.map(({ id, shows, submission }) => {
          const title = message(`blank.example.${id}`);
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.example}
                onClick={() => onExample(parseSubmission(submission), title)}
              >
                <span className={styles.name}>{title}</span>
                <code className={styles.shows}>{shows}</code>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.privacy}>{message("blank.privacy")}</p>
    </div>
  );
}
