import { type Node, parseTree } from "jsonc-parser";
import { useMemo } from "react";
import { countMessage } from "../message";
import styles from "./JsonTree.module.css";

const mostMembers = 200;
const openLevels = 2;

/** A JSON text as a tree, its numbers, order and repeated keys as they are written. */
export default function JsonTree({ text }: { readonly text: string }) {
  const root = useMemo(() => parseTree(text), [text]);
  return <div className={styles.tree}>{root && <Branch node={root} text={text} level={0} />}</div>;
}

interface BranchProps {
  readonly node: Node;
  readonly text: string;
  /** The member's name as it is written; left out of elements and the root. */
  readonly name?: string;
  readonly level: number;
}

function written({ offset, length }: Node, text: string): string {
  return text.slice(offset, offset + length);
}

function Branch({ node, text, name, level }: BranchProps) {
  const label = name !== undefined && <span className={styles.name}>{name}: </span>;
  const children = node.children ?? [];
  if ((node.type !== "object" && node.type !== "array") || children.length === 0) {
    return (
      <div className={styles.leaf}>
        {label}
        <span className={styles[node.type]}>{written(node, text)}</span>
      </div>
    );
  }
  const isObject = node.type === "object";
  return (
    <details className={styles.branch} open={level < openLevels}>
      <summary>
        {label}
        <span className={styles.size}>
          {countMessage(isObject ? "json.members" : "json.elements", children.length)}
        </span>
      </summary>
      {children.slice(0, mostMembers).map((child) => {
        const [key, value] = isObject ? (child.children ?? []) : [undefined, child];
        return (
          value && (
            <Branch
              key={child.offset}
              node={value}
              text={text}
              level={level + 1}
              {...(key ? { name: written(key, text) } : {})}
            />
          )
        );
      })}
      {children.length > mostMembers && (
        <div className={styles.size}>
          … {countMessage("json.more", children.length - mostMembers)}
        </div>
      )}
    </details>
  );
}
