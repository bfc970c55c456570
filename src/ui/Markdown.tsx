import type { Code, RootContent } from "mdast";
import type { ReactNode } from "react";
import styles from "./Markdown.module.css";
import { message } from "./message";

interface MarkdownProps {
  readonly of: readonly RootContent[];
}

/** The syntax tree of one of the project's own pages as elements. Links lead to https or within the page; HTML is left out. */
export default function Markdown({ of: nodes }: MarkdownProps) {
  return <div className={styles.text}>{all(nodes)}</div>;
}

function all(nodes: readonly RootContent[]): ReactNode[] {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page's nodes never move
    <Node key={index} node={node} />
  ));
}

function Node({ node }: { readonly node: RootContent }): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "paragraph":
      return <p>{all(node.children)}</p>;
    case "heading":
      return node.depth <= 2 ? <h2>{all(node.children)}</h2> : <h3>{all(node.children)}</h3>;
    case "emphasis":
      return <em>{all(node.children)}</em>;
    case "strong":
      return <strong>{all(node.children)}</strong>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return <Fence node={node} />;
    case "list":
      return node.ordered ? <ol>{all(node.children)}</ol> : <ul>{all(node.children)}</ul>;
    case "listItem":
      return <li>{all(node.children)}</li>;
    case "blockquote":
      return <blockquote>{all(node.children)}</blockquote>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "link":
      return /^(https:|#)/.test(node.url) ? (
        <a href={node.url} rel="noreferrer">
          {all(node.children)}
        </a>
      ) : (
        all(node.children)
      );
    default:
      return null;
  }
}

/** What a page's fences say of their code: that it breaks, or that it works. */
const tellings = ["broken", "fixed"] as const;

function Fence({ node }: { readonly node: Code }) {
  const telling = tellings.find((word) => node.meta?.split(" ").includes(word));
  return (
    <figure className={telling && styles[telling]}>
      {telling && <figcaption>{message(`cause.code.${telling}`)}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also by keyboard */}
      <pre tabIndex={0}>{node.value}</pre>
    </figure>
  );
}
