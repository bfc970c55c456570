import { grammarFor, parserFor } from "../../../reading/grammars";
import type { SourceFile } from "../../../submission/submission";
import type { Edit } from "../worker/modules/edited-source";
import { decoratorEdits } from "./decorators";
import { namespaceEdits } from "./namespaces";
import { parameterPropertyEdits } from "./parameter-properties";

const mayNeedLowering = /@|\b(?:namespace|module|constructor)\b/;

/**
 * Edits that put plain code in the place of what TypeScript adds to JavaScript besides types: decorators
 * (as `experimentalDecorators` has them), namespaces and fields that read parameter properties. Every line stays where it was. Empty for other files.
 */
export async function loweringOf({ path, text }: SourceFile): Promise<readonly Edit[]> {
  const grammar = grammarFor(path);
  const isTypeScript = grammar === "typescript" || grammar === "tsx";
  if (!isTypeScript || !mayNeedLowering.test(text)) return [];
  const tree = (await parserFor(grammar)).parse(text);
  if (!tree) return [];
  try {
    const edits = [decoratorEdits, namespaceEdits, parameterPropertyEdits].flatMap((editsOf) =>
      editsOf(tree.rootNode),
    );
    return edits.toSorted((one, other) => one.start - other.start);
  } finally {
    tree.delete();
  }
}
