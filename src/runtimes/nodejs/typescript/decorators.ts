import type { Node } from "web-tree-sitter";
import type { Edit } from "../worker/modules/edited-source";
import { insertion, onOneLine, removal } from "./edits";

/**
 * What decorated files begin with: TypeScript's own way to apply decorators, the last of a member first,
 * members of instances before static ones, the class at the end.
 */
const prelude = `
const __leading = [], __members = new WeakMap();
const __decorates = (made, member) => void (__members.get(made) ?? __members.set(made, []).get(made)).push(member);
const __apply = (decorators, target, key, isField) => {
  let result = isField ? undefined : Object.getOwnPropertyDescriptor(target, key);
  for (const decorate of decorators.reverse()) result = decorate(target, key, result) ?? result;
  if (result) Object.defineProperty(target, key, result);
};
const __decorated = (made, count) => {
  const leading = __leading.splice(__leading.length - count);
  const members = __members.get(made) ?? [];
  for (const isStatic of [false, true]) {
    const keys = new Set(members.filter((member) => member.isStatic === isStatic).map(({ key }) => key));
    for (const key of keys) {
      const own = members.filter((member) => member.isStatic === isStatic && member.key === key);
      __apply(own.map(({ by }) => by()), isStatic ? made : made.prototype, key, own[0].isField);
    }
  }
  const own = members.filter(({ isStatic }) => isStatic === undefined);
  const decorators = [...leading, ...own.map(({ by }) => by)].map((by) => by());
  return decorators.reverse().reduce((last, decorate) => decorate(last) ?? last, made);
};
const __parameter = (index, decorate) => (target, key) => void decorate(target, key, index);
`.replaceAll("\n", " ");

function decoratorsIn(node: Node): readonly Node[] {
  return node.children.filter((child) => child.type === "decorator");
}

/** Puts text around a decorator's expression, which stays where it is. */
function around(decorator: Node, before: string, after: string): readonly Edit[] {
  return [
    { start: decorator.startIndex, removed: 1, inserted: before },
    insertion(decorator.endIndex, after),
  ];
}

/** The expression that a member's key stands for; undefined for one that decorators cannot have. */
function keyOf(member: Node): string | undefined {
  const name = member.childForFieldName("name");
  switch (name?.type) {
    case "property_identifier":
      return JSON.stringify(name.text);
    case "string":
    case "number":
      return name.text;
    case "computed_property_name":
      return onOneLine(name).slice(1, -1);
    default:
      return undefined;
  }
}

/** The decorators of a function's parameters, each as an expression that decorates the function. */
function ofParameters(member: Node): readonly { readonly node: Node; readonly text: string }[] {
  const parameters = member.childForFieldName("parameters")?.namedChildren ?? [];
  return parameters
    .filter(({ type }) => type !== "comment")
    .flatMap((parameter, index) =>
      decoratorsIn(parameter).map((node) => ({
        node,
        text: `__parameter(${index}, ${onOneLine(node).slice(1)})`,
      })),
    );
}

function memberEdits(member: Node, above: readonly Node[]): readonly Edit[] {
  const key = keyOf(member);
  if (key === undefined) return [];
  const isStatic = member.children.some(({ type }) => type === "static");
  const isField = member.type === "public_field_definition";
  const isConstructor = key === '"constructor"' && !isStatic;
  const end = isConstructor
    ? ") })"
    : `), key: ${key}, isStatic: ${isStatic}, isField: ${isField} })`;
  const [before, after] = ["static { __decorates(this, { by: () => (", `${end} } `];
  const parameters = ofParameters(member);
  const first = decoratorsIn(member).at(-1)?.endIndex ?? member.startIndex;
  return [
    ...[...above, ...decoratorsIn(member)].flatMap((node) => around(node, before, after)),
    ...parameters.map(({ text }) => insertion(first, before + text + after)),
    ...parameters.flatMap(({ node }) => removal(node)),
  ];
}

function membersEdits(body: Node): readonly Edit[] {
  const edits: Edit[] = [];
  let above: Node[] = [];
  for (const child of body.children) {
    if (child.type === "decorator") {
      above.push(child);
    } else if (child.type !== "comment") {
      edits.push(...memberEdits(child, above));
      above = [];
    }
  }
  return edits;
}

/** The edits of one class: its decorators and its members' become calls, in their places as far as can be. */
function classEdits(made: Node): readonly Edit[] {
  const body = made.childForFieldName("body");
  if (!body) return [];
  const exported = made.parent?.type === "export_statement" ? made.parent : undefined;
  const isStatement = made.type !== "class" || exported !== undefined;
  const own = decoratorsIn(made);
  const isLed = isStatement && !exported;
  const leading = isLed ? own : exported ? decoratorsIn(exported) : [];
  const inner = isLed ? [] : own;
  const members = membersEdits(body);
  if (leading.length + inner.length + members.length === 0) return [];
  const within = inner.map(
    (node) => ` static { __decorates(this, { by: () => (${onOneLine(node).slice(1)}) }) }`,
  );
  return [
    ...leading.flatMap((node) => around(node, "__leading.push(() => (", ")); ")),
    ...inner.flatMap(removal),
    insertion(body.startIndex + 1, within.join("")),
    ...members,
    ...(isStatement ? replaced(made, leading.length) : wrapped(made)),
  ];
}

/** A class expression, decorated where it stands. */
function wrapped(made: Node): readonly Edit[] {
  return [insertion(made.startIndex, "__decorated("), insertion(made.endIndex, ", 0)")];
}

/** A class declaration, whose name stands for what its decorators make of it. */
function replaced(made: Node, leading: number): readonly Edit[] {
  const name = made.childForFieldName("name")?.text;
  const keyword = made.children.find(({ type }) => type === "class");
  const bound = name ?? "__default";
  return [
    ...(name === undefined && keyword ? [insertion(keyword.endIndex, ` ${bound}`)] : []),
    insertion(made.endIndex, ` ${bound} = __decorated(${bound}, ${leading});`),
  ];
}

/** Edits that make calls of a file's decorators. */
export function decoratorEdits(root: Node): readonly Edit[] {
  const edits = root
    .descendantsOfType(["class_declaration", "abstract_class_declaration", "class"])
    .filter((node) => node.isNamed)
    .flatMap(classEdits);
  return edits.length > 0 ? [insertion(0, prelude), ...edits] : [];
}
