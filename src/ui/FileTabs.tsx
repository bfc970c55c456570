import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { SourceFile } from "../submission/submission";
import styles from "./FileTabs.module.css";
import Icon from "./Icon";
import Menu, { MenuItem } from "./Menu";
import { message } from "./message";

interface FileTabsProps {
  readonly files: readonly SourceFile[];
  readonly open: number;
  /** Id of the panel that shows the open file. */
  readonly panelId: string;
  readonly onOpen: (index: number) => void;
  readonly onAdd: (path: string) => void;
  readonly onRename: (index: number, path: string) => void;
  readonly onDelete: (index: number) => void;
  /** Files, or a folder, are to be chosen in the browser's own dialog. */
  readonly onChoose: (folder: boolean) => void;
}

/** A name that no file has yet, with the extension of the first file. */
function freshName(files: readonly SourceFile[]): string {
  const extension = /\.[^./]+$/.exec(files[0]?.path ?? "")?.[0] ?? ".js";
  const taken = new Set(files.map(({ path }) => path));
  for (let number = 2; ; number++) {
    const path = `file${number}${extension}`;
    if (!taken.has(path)) return path;
  }
}

/** The function's files: one tab each, with ways to add, rename and delete. */
export default function FileTabs(props: FileTabsProps) {
  const { files, open, panelId, onOpen, onAdd, onRename, onDelete, onChoose } = props;
  const [renaming, setRenaming] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  const count = files.length;
  useEffect(() => {
    const tab = list.current?.querySelectorAll("[role=tab]")[Math.min(open, count - 1)];
    tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [open, count]);

  const focusTab = (index: number) => {
    onOpen(index);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) focusTab((open + step + files.length) % files.length);
    else if (event.key === "F2") setRenaming(true);
    else if (event.key === "Delete" && files.length > 1) onDelete(open);
    else return;
    event.preventDefault();
  };

  const openFile = files[open];
  return (
    <div className={styles.tabs}>
      {renaming && openFile ? (
        <NameInput
          path={openFile.path}
          taken={files.filter((_, index) => index !== open).map(({ path }) => path)}
          onDone={(path) => {
            setRenaming(false);
            if (path !== openFile.path) onRename(open, path);
          }}
        />
      ) : (
        <div ref={list} role="tablist" aria-label={message("files")} className={styles.list}>
          {files.map(({ path }, index) => (
            <button
              key={path}
              type="button"
              role="tab"
              aria-selected={index === open}
              aria-controls={panelId}
              tabIndex={index === open ? 0 : -1}
              className={index === open ? styles.open : styles.tab}
              onClick={() => onOpen(index)}
              onDoubleClick={() => setRenaming(true)}
              onKeyDown={onKey}
            >
              {path}
            </button>
          ))}
        </div>
      )}
      <div className={styles.menu}>
        <Menu label={message("files.menu")} face={<Icon name="more" />} look="icon" align="start">
          <MenuItem onChoose={() => onAdd(freshName(files))}>{message("files.add")}</MenuItem>
          <MenuItem onChoose={() => setRenaming(true)}>{message("files.rename")}</MenuItem>
          {files.length > 1 && (
            <MenuItem onChoose={() => onDelete(open)}>{message("files.delete")}</MenuItem>
          )}
          <MenuItem onChoose={() => onChoose(false)}>{message("files.open")}</MenuItem>
          <MenuItem onChoose={() => onChoose(true)}>{message("files.openFolder")}</MenuItem>
        </Menu>
      </div>
    </div>
  );
}

interface NameInputProps {
  readonly path: string;
  readonly taken: readonly string[];
  readonly onDone: (path: string) => void;
}

function NameInput({ path, taken, onDone }: NameInputProps) {
  const [name, setName] = useState(path);
  const trimmed = name.trim();
  const usable = trimmed !== "" && !taken.includes(trimmed);
  const finish = () => onDone(usable ? trimmed : path);
  return (
    <input
      className={styles.name}
      aria-label={message("files.name")}
      aria-invalid={!usable}
      value={name}
      size={Math.max(10, name.length + 1)}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      ref={(input) => {
        if (input && document.activeElement !== input) input.select();
      }}
      onChange={(event) => setName(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish();
        else if (event.key === "Escape") onDone(path);
      }}
    />
  );
}
