import type { ReactNode } from "react";
import styles from "./BackLink.module.css";
import Icon from "./Icon";

interface BackLinkProps {
  /** A location's hash. */
  readonly to: string;
  readonly children: ReactNode;
}

/** The way out of a page, above its title. */
export default function BackLink({ to, children }: BackLinkProps) {
  return (
    <a className={styles.back} href={to}>
      <Icon name="left" size={14} />
      {children}
    </a>
  );
}
