import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import Icon from "./Icon";
import styles from "./Menu.module.css";

interface MenuProps {
  /** The button's words. */
  readonly label: string;
  /** What the button shows, where that is not its label. */
  readonly face?: ReactNode;
  readonly look: "quiet" | "outlined" | "icon";
  readonly align: "start" | "end";
  /** MenuItems, in groups or not. */
  readonly children: ReactNode;
  readonly onOpen?: () => void;
}

function itemsIn(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
}

/** Where a key leads from the item at `index`; undefined when it leads nowhere. */
function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (index + 1) % count;
    case "ArrowUp":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** A button that opens a menu below it. Arrow keys, Home, End, first letters and Escape work as in any menu. */
export default function Menu({ label, face, look, align, children, onOpen }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!open) return;
    menu.current?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const show = () => {
    onOpen?.();
    setOpen(true);
  };

  const onMenuKey = (event: KeyboardEvent) => {
    const items = itemsIn(menu.current);
    const index = items.findIndex((item) => item.contains(document.activeElement));
    if (event.key === "Escape") {
      event.preventDefault();
      close();
      return;
    }
    if (event.key === "Tab") {
      setOpen(false);
      return;
    }
    const from = index < 0 && event.key === "ArrowUp" ? 0 : index;
    const next =
      nextIndex(event.key, from, items.length) ??
      (/^\S$/.test(event.key) ? startingWith(items, event.key, index) : undefined);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    <div className={styles.root} ref={root}>
      <button
        ref={button}
        type="button"
        className={styles[look]}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        aria-label={face ? label : undefined}
        title={face ? label : undefined}
        onClick={() => (open ? setOpen(false) : show())}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          show();
        }}
      >
        {face ?? label}
        {look === "quiet" && <Icon name="down" size={14} />}
      </button>
      {open && (
        <div
          ref={menu}
          id={menuId}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={align === "end" ? styles.menuEnd : styles.menuStart}
          onKeyDown={onMenuKey}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest("[role^=menuitem]"))
              close();
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

function startingWith(items: HTMLElement[], letter: string, after: number): number | undefined {
  const matches = items.flatMap((item, index) =>
    item.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()) ? [index] : [],
  );
  return matches.find((index) => index > after) ?? matches[0];
}

interface MenuItemProps {
  readonly onChoose: () => void;
  /** For one of several: whether it is the one that holds. */
  readonly checked?: boolean;
  readonly children: ReactNode;
}

/** One thing to choose in a Menu. */
export function MenuItem({ onChoose, checked, children }: MenuItemProps) {
  const role =
    checked === undefined
      ? { role: "menuitem" }
      : { role: "menuitemradio", "aria-checked": checked };
  return (
    <button type="button" tabIndex={-1} className={styles.item} onClick={onChoose} {...role}>
      {children}
      {checked && <Icon name="check" size={14} />}
    </button>
  );
}

/** Items of a Menu under a heading. */
export function MenuGroup({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div id={id} className={styles.groupLabel}>
        {label}
      </div>
      {children}
    </div>
  );
}
