import type { Import, ParsedFile } from "../reading";
import { declarationOf } from "./scope";
import { argumentsOf, rangeOf, stringValue } from "./syntax";

/** The modules that a JavaScript or TypeScript file asks for at run time, in the order of the text; computed names are left out. */
export function importsOf(file: ParsedFile): readonly Import[] {
  return file.tree.rootNode
    .descendantsOfType(["import_statement", "export_statement", "call_expression"])
    .flatMap((node): readonly Import[] => {
      if (node.type !== "call_expression") {
        const source = node.childForFieldName("source");
        const specifier = source ? stringValue(source) : undefined;
        const typesOnly = node.children.some((child) => child.type === "type");
        if (!source || specifier === undefined || typesOnly) return [];
        return [{ specifier, how: "import", range: rangeOf({ file, node: source }) }];
      }
      const callee = node.childForFieldName("function");
      const [first] = argumentsOf(node);
      const specifier = first ? stringValue(first) : undefined;
      if (!callee || !first || specifier === undefined) return [];
      const range = rangeOf({ file, node: first });
      if (callee.type === "import") return [{ specifier, how: "dynamic-import", range }];
      const required =
        (callee.text === "require" && declarationOf(callee) === undefined) ||
        callee.text === "require.resolve";
      return required ? [{ specifier, how: "require", range }] : [];
    });
}
