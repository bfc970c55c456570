import type { Node } from "./node";

/** A configuration file as a tree, as far as it could be read. */
export interface ParsedText {
  readonly root?: Node;
  /** Whether all of the text made sense: what is not in it is then really absent. */
  readonly isWhole: boolean;
}
