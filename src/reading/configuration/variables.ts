import { entriesOf, itemsOf, type Node, scalar, textOf, valueAt } from "./node";
import { settled } from "./references";

/** How often one variable may lead to another. */
const longestWay = 5;

/** The value as it stands at its use: its text is not what is written there. */
function usedAt(use: Node, value: Node): Node {
  return value.kind === "scalar"
    ? { ...scalar(value.text, use.at), isNull: value.isNull }
    : { ...value, at: use.at };
}

function onlyEntry(node: Node): readonly [string, Node] | undefined {
  const [first, ...others] = entriesOf(node);
  return first && others.length === 0 ? [first[0], first[1].value] : undefined;
}

/** Puts the defaults of CloudFormation's parameters in the place of the references to them. */
export function withParameters(root: Node): Node {
  const parameters = valueAt(root, "Parameters");
  const defaultOf = (name: string) => valueAt(parameters, name, "Default");
  return settled(root, (node) => {
    const [name, argument] = onlyEntry(node) ?? [];
    const text = textOf(argument);
    if (name === "Ref" && text !== undefined) {
      const found = defaultOf(text);
      return found && usedAt(node, found);
    }
    if (name !== "Fn::Sub" || text === undefined) return undefined;
    const filled = text.replace(/\$\{([\w:]{1,255})\}/g, (braced, parameter: string) =>
      parameter.startsWith("AWS::") ? braced : (textOf(defaultOf(parameter)) ?? braced),
    );
    return filled.includes("${") ? undefined : scalar(filled, node.at);
  });
}

/**
 * Puts the defaults of Terraform's variables, and its locals, in the place of the references to them:
 * what one file declares stands in all.
 */
export function withLocals(roots: readonly Node[]): readonly Node[] {
  const declared = (name: string) =>
    new Map(
      roots
        .flatMap((root) => itemsOf(valueAt(root, name)))
        .flatMap((block) => entriesOf(block).map(([key, { value }]) => [key, value] as const)),
    );
  const [locals, variables] = [declared("locals"), declared("variable")];
  if (locals.size + variables.size === 0) return roots;
  const lookUp = (expression: string, way: number): Node | undefined => {
    const [, scope, name = ""] = /^(var|local)\.([\w-]+)$/.exec(expression) ?? [];
    const found =
      scope === "var"
        ? valueAt(variables.get(name), "default")
        : scope === "local"
          ? locals.get(name)
          : undefined;
    const [kind, further] = (found && onlyEntry(found)) ?? [];
    if (kind !== "Expression" || way >= longestWay) return found;
    return lookUp(textOf(further) ?? "", way + 1);
  };
  const replace = (node: Node): Node | undefined => {
    const [kind, expression] = onlyEntry(node) ?? [];
    const found = kind === "Expression" ? lookUp(textOf(expression) ?? "", 0) : undefined;
    return found && usedAt(node, found);
  };
  return roots.map((root) => settled(root, replace));
}

const serverlessVariable = /\$\{([^${}]{1,300})\}/g;

/** Puts what the Serverless Framework's own variables (`${self:…}`, `${sls:stage}`, fallbacks) stand for in their place. */
export function withServerlessVariables(root: Node): Node {
  const lookUp = (variable: string): Node | string | undefined => {
    for (const alternative of variable.split(",").map((part) => part.trim())) {
      const [, quoted] = /^(['"])(.*)\1$/.exec(alternative)?.slice(1) ?? [];
      if (quoted !== undefined) return quoted;
      if (/^(?:true|false|\d+)$/.test(alternative)) return alternative;
      const path = /^self:(.+)$/.exec(alternative)?.[1];
      const found = path === undefined ? undefined : valueAt(root, ...path.split("."));
      if (found) return found;
      if (alternative === "sls:stage") return textOf(valueAt(root, "provider", "stage")) ?? "dev";
    }
    return undefined;
  };
  const filled = (text: string, way: number): string => {
    const next = text.replace(serverlessVariable, (braced, variable: string) => {
      const found = lookUp(variable);
      return (typeof found === "string" ? found : textOf(found)) ?? braced;
    });
    if (next.length > 4000) return text;
    return next === text || way >= longestWay ? next : filled(next, way + 1);
  };
  return settled(root, (node) => {
    const text = textOf(node);
    if (!text?.includes("${") || text.length > 2000) return undefined;
    const [, whole] = /^\$\{([^${}]{1,300})\}$/.exec(text) ?? [];
    const found = whole === undefined ? undefined : lookUp(whole);
    if (found && typeof found !== "string" && found.kind !== "scalar") return usedAt(node, found);
    const written = filled(text, 0);
    return written === text ? undefined : scalar(written, node.at);
  });
}
