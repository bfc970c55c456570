import type { Node } from "web-tree-sitter";
import type { ParsedFile } from "../reading";
import type { Evaluation } from "./evaluation";
import { exportsOf } from "./exports";
import { type Declaration, referencesTo } from "./scope";
import { argumentsOf, bare, bodyOf, dottedName, isFunction, memberOf, stringValue } from "./syntax";
import { bindParameters, type Member, type Value, valueAt } from "./value";

const deepest = 40;

/** The members of the object that a value is, those written later in the place of earlier ones. */
export function membersOf(
  evaluation: Evaluation,
  value: Value,
  way = 0,
): ReadonlyMap<string, Member> {
  const node = bare(value.node);
  const here = { ...value, node };
  const own = way > deepest ? [] : ownMembers(evaluation, here, way);
  const written = value.variables.flatMap(({ declaration, file }) =>
    writtenMembers(declaration, file, value),
  );
  return new Map([...own, ...written].map((member) => [member.name, member]));
}

/** What a member is worth: its expression, or the function where it is a method. */
export function valueOfMember(member: Member): Value | undefined {
  return member.value ?? (isFunction(member.node) ? valueAt(member.file, member.node) : undefined);
}

function ownMembers(evaluation: Evaluation, here: Value, way: number): readonly Member[] {
  switch (here.node.type) {
    case "object":
      return here.node.namedChildren.flatMap((child) => membersAt(evaluation, here, child, way));
    case "call_expression": {
      const callee = here.node.childForFieldName("function");
      const isAssign = callee && dottedName(callee) === "Object.assign";
      return isAssign
        ? argumentsOf(here.node).flatMap((argument) => spread(evaluation, here, argument, way))
        : [];
    }
    case "new_expression":
      return membersOfInstance(evaluation, here, way);
    case "class":
    case "class_declaration":
      return membersOfClass(here);
    case "program":
      return exportsOf(here.file).map(({ name, node, value }) => ({
        file: here.file,
        node,
        name,
        ...(value ? { value: valueAt(here.file, value) } : {}),
      }));
    default:
      return [];
  }
}

function spread(evaluation: Evaluation, here: Value, node: Node, way: number): readonly Member[] {
  const [only, ...others] = evaluation.possibleValues({ ...here, node, variables: [] }, way + 1);
  return only && others.length === 0 ? [...membersOf(evaluation, only, way + 1).values()] : [];
}

function membersAt(
  evaluation: Evaluation,
  here: Value,
  child: Node,
  way: number,
): readonly Member[] {
  if (child.type === "spread_element") {
    return child.firstNamedChild ? spread(evaluation, here, child.firstNamedChild, way) : [];
  }
  const place = { file: here.file, node: child };
  const inner = (node: Node): Value => ({ ...here, node, variables: [] });
  if (child.type === "shorthand_property_identifier") {
    return [{ ...place, name: child.text, value: inner(child) }];
  }
  const key = child.childForFieldName("key") ?? child.childForFieldName("name");
  const name = key ? memberName(key) : undefined;
  if (name === undefined) return [];
  const written = child.childForFieldName("value");
  return [{ ...place, name, ...(written ? { value: inner(written) } : {}) }];
}

function memberName(key: Node): string | undefined {
  if (key.type !== "computed_property_name") return stringValue(key) ?? key.text;
  return key.firstNamedChild ? stringValue(key.firstNamedChild) : undefined;
}

/** The methods and fields that a class writes out. */
function membersOfClass({ file, node, bindings }: Value): readonly Member[] {
  return (bodyOf(node)?.namedChildren ?? []).flatMap((member): readonly Member[] => {
    const key = member.childForFieldName("name") ?? member.childForFieldName("property");
    const name = key ? memberName(key) : undefined;
    if (name === undefined) return [];
    const written = member.childForFieldName("value");
    const value = written ? { file, node: written, bindings, variables: [] } : undefined;
    return [{ file, node: member, name, ...(value ? { value } : {}) }];
  });
}

/** What a class gives to an object made with `new`: its members, and what the constructor writes to `this`. */
function membersOfInstance(evaluation: Evaluation, here: Value, way: number): readonly Member[] {
  const made = here.node.childForFieldName("constructor");
  const types = made ? evaluation.possibleValues({ ...here, node: made }, way + 1) : [];
  const type = types.find(({ node }) => /^class/.test(node.type));
  if (!type) return [];
  const members = membersOfClass(type);
  const constructed = members.find(({ name }) => name === "constructor");
  if (!constructed) return members;
  const bindings = bindParameters(
    valueAt(constructed.file, constructed.node),
    argumentsOf(here.node),
    here,
  );
  const written = constructed.node
    .descendantsOfType("assignment_expression")
    .flatMap((assignment): readonly Member[] => {
      const left = assignment.childForFieldName("left");
      const right = assignment.childForFieldName("right");
      const target = left ? memberOf(left) : undefined;
      if (target?.object.type !== "this" || !right) return [];
      const value: Value = { file: type.file, node: right, bindings, variables: [] };
      return [{ file: type.file, node: assignment, name: target.name, value }];
    });
  return [...members, ...written];
}

/** The members that assignments such as `response.body = x` write to a variable's value. */
function writtenMembers(
  declaration: Declaration,
  file: ParsedFile,
  value: Value,
): readonly Member[] {
  return referencesTo(declaration, file.tree.rootNode).flatMap((reference): readonly Member[] => {
    const target = reference.parent;
    const member = target ? memberOf(target) : undefined;
    const assignment = target?.parent;
    if (!target || member?.object.id !== reference.id) return [];
    if (assignment?.type !== "assignment_expression") return [];
    if (assignment.childForFieldName("left")?.id !== target.id) return [];
    const written = assignment.childForFieldName("right");
    if (!written) return [];
    const inner: Value = { file, node: written, bindings: value.bindings, variables: [] };
    return [{ file, node: assignment, name: member.name, value: inner }];
  });
}
