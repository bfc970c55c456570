import { insertAfter, insertBefore } from "../../reading/edit";
import { answers } from "../../reading/javascript/answers";
import { Evaluation } from "../../reading/javascript/evaluation";
import { makeAsync } from "../../reading/javascript/rewrite/make-async";
import { declarationOf } from "../../reading/javascript/scope";
import {
  argumentsOf,
  bare,
  dottedName,
  evidenceOf,
  functionAround,
  isAsync,
  isFunction,
  type Place,
} from "../../reading/javascript/syntax";
import { valueAt } from "../../reading/javascript/value";
import type { CodeReading } from "../../reading/reading";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { givenMember } from "../given-answer";
import { codeEdited } from "../proposals";
import { nodeLanguages, proxyGateways } from "../reach";

/** An expression whose value is a promise, or a list of promises, that nobody awaited. */
interface Unawaited extends Place {
  readonly isList: boolean;
}

/** What an expression's variable was first given, where it has one. */
function origin(node: Place["node"]): Place["node"] {
  const inner = bare(node);
  const isName = inner.type === "identifier" || inner.type === "shorthand_property_identifier";
  const declaration = isName ? declarationOf(inner) : undefined;
  const isPlain = declaration?.kind === "variable" && declaration.steps.length === 0;
  return isPlain && declaration.value ? bare(declaration.value) : inner;
}

/** Whether an expression gives a promise, as far as its own text and the functions it calls tell. */
function promiseKind(code: CodeReading, { file, node }: Place): "one" | "list" | undefined {
  const call = origin(node);
  if (call.type === "new_expression") {
    return call.childForFieldName("constructor")?.text === "Promise" ? "one" : undefined;
  }
  const callee = call.childForFieldName("function");
  if (call.type !== "call_expression" || !callee) return undefined;
  if (/\.(?:then|catch|finally)$/.test(callee.text) || /^Promise\./.test(callee.text)) return "one";
  if (callee.text === "fetch") return "one";
  const [first] = argumentsOf(call);
  if (/\.map$/.test(callee.text) && first && isFunction(first) && isAsync(first)) return "list";
  const fns = new Evaluation(code.files).possibleValues(valueAt(file, callee));
  if (fns.some(({ node: fn }) => isFunction(fn) && isAsync(fn))) return "one";
  const returned = fns.some(
    ({ file: at, node: fn }) =>
      isFunction(fn) &&
      fn.childForFieldName("body")?.type === "new_expression" &&
      promiseKind(code, { file: at, node: fn.childForFieldName("body") ?? fn }) === "one",
  );
  return returned ? "one" : undefined;
}

/** The arguments of JSON.stringify, and the values inside objects given to it, that are promises. */
function stringifiedPromises(code: CodeReading): readonly Unawaited[] {
  return code.files.flatMap((file) =>
    file.tree.rootNode.descendantsOfType("call_expression").flatMap((call) => {
      const callee = call.childForFieldName("function");
      const [given] = argumentsOf(call);
      if (!callee || !given || dottedName(callee) !== "JSON.stringify") return [];
      return valuesIn(given).flatMap((node): readonly Unawaited[] => {
        const kind = promiseKind(code, { file, node });
        return kind ? [{ file, node, isList: kind === "list" }] : [];
      });
    }),
  );
}

/** An expression, or the values of the object that it is. */
function valuesIn(node: Place["node"]): readonly Place["node"][] {
  const inner = bare(node);
  if (inner.type !== "object") return [inner];
  return inner.namedChildren.flatMap((member) => {
    if (member.type === "shorthand_property_identifier") return [member];
    const value = member.childForFieldName("value");
    return value ? valuesIn(value) : [];
  });
}

function unawaited(situation: Situation): readonly Unawaited[] {
  const { code } = situation.reading;
  const { promiseMembers } = situation.invocation.observations;
  if (!code) return [];
  const members = promiseMembers.flatMap((path): readonly Unawaited[] => {
    const value = givenMember(situation, path)?.value;
    return value ? [{ file: value.file, node: value.node, isList: /\[\d+\]$/.test(path) }] : [];
  });
  return members.length > 0 ? members : stringifiedPromises(code);
}

function detect(situation: Situation): Detection | undefined {
  const { invocation, reading } = situation;
  const { promiseMembers, stringifiedPromise } = invocation.observations;
  if (invocation.outcome !== "returned" || (promiseMembers.length === 0 && !stringifiedPromise)) {
    return undefined;
  }
  const [first] = unawaited(situation);
  const [answer] = reading.code ? answers(reading.code) : [];
  const place = first ?? answer;
  return {
    role: "primary",
    specificity: 2,
    evidence: place ? [evidenceOf(place)] : [],
    facts: ["nodejs.class-instances"],
    ...(first ? { wording: "known" } : {}),
    values: {
      expression: first ? first.node.text : "",
      line: first ? first.node.startPosition.row + 1 : 1,
    },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const edits = unawaited(situation).flatMap(({ file, node, isList }) => {
    const around = functionAround(node);
    const [before, after] = isList ? ["await Promise.all(", ")"] : ["await ", ""];
    const name = node.type === "shorthand_property_identifier" ? `${node.text}: ` : "";
    const written = name
      ? [insertBefore(file, node, name + before), insertAfter(file, node, after)]
      : [insertBefore(file, node, before), insertAfter(file, node, after)];
    const asynchronous = around && !isAsync(around) ? makeAsync({ file, node: around }) : [];
    return [...written, ...asynchronous];
  });
  return codeEdited(situation.submission, edits);
}

export const cause: Cause = {
  id: "unawaited-promise-in-body",
  gateways: proxyGateways,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
