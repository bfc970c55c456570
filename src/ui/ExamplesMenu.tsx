import { useState } from "react";
import { parseSubmission, type Submission } from "../submission/submission";
import styles from "./ExamplesMenu.module.css";
import type { Example } from "./examples";
import Menu, { MenuGroup, MenuItem } from "./Menu";
import { message } from "./message";

interface ExamplesMenuProps {
  readonly onExample: (submission: Submission, title: string) => void;
}

const groups = [
  { label: "examples.refused", holds: (status) => status !== null && status >= 500 },
  { label: "examples.silent", holds: (status) => status !== null && status < 500 },
  { label: "examples.unsent", holds: (status) => status === null },
] as const satisfies readonly { label: string; holds: (status: number | null) => boolean }[];

/** One example a cause, by what the client gets. */
export default function ExamplesMenu({ onExample }: ExamplesMenuProps) {
  const [examples, setExamples] = useState<readonly Example[]>([]);
  const fetchExamples = () => {
    import("./examples").then(
      (module) => setExamples(module.examples),
      () => setExamples([]),
    );
  };
  return (
    <Menu label={message("header.examples")} look="quiet" align="start" onOpen={fetchExamples}>
      <div className={styles.list}>
        {groups.map(({ label, holds }) => {
          const held = examples.filter(({ shown }) => holds(shown.expect.status));
          if (held.length === 0) return null;
          return (
            <MenuGroup key={label} label={message(label)}>
              {held.map(({ cause, shown }) => (
                <MenuItem
                  key={cause}
                  onChoose={() => onExample(parseSubmission(shown.submission), shown.title)}
                >
                  <span>{shown.title}</span>
                  <code className={styles.status}>{shown.expect.status}</code>
                </MenuItem>
              ))}
            </MenuGroup>
          );
        })}
      </div>
    </Menu>
  );
}
