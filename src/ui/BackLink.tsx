import type { ReactNode } from "react";
import { hashOf } from "./address";
import styles from "./BackLink.module.css";
import Icon from "./Icon";
import type { View } from "./state";

interface BackLinkProps {
  readonly to: View;
  readonly children: ReactNode;
}

/** The way out of a page, above its title. */
export default function BackLink({ to, children }: BackLinkProps) {
  return (
    <a className={styles.back} href={hashOf(to)}>
      <Icon name="left" size={14} />
      {children}
    </a>
  );
}
