import { boundNames, declarationOf, referencesTo } from "../../reading/javascript/scope";
import {
  dottedName,
  evidenceOf,
  functionAround,
  memberOf,
  type Place,
} from "../../reading/javascript/syntax";
import { environmentReads as programEnvironmentReads } from "../../reading/program/environment";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { isWhereItFailed } from "../event-members";
import { failedCode, tracedLines } from "../failure";
import { settingsChanged } from "../proposals";
import { everyGateway } from "../reach";

/** A place where the code reads an environment variable. */
interface EnvironmentRead extends Place {
  readonly name: string;
  /** The places where what was read is used, itself first. */
  readonly uses: readonly Place[];
}

/** Variables that Lambda sets by itself. */
const ofLambda =
  /^(?:AWS_|_HANDLER$|_X_AMZN|LAMBDA_|LANG$|PATH$|TZ$|NODE_|LD_LIBRARY_PATH$|HOME$|PWD$)/;

function usesOf(file: Place["file"], name: Place["node"]): readonly Place[] {
  const declaration = declarationOf(name);
  const references = declaration ? referencesTo(declaration, file.tree.rootNode) : [];
  return references.map((node) => ({ file, node }));
}

/** Every environment variable that the code reads without a default. */
function environmentReads(code: CodeReading): readonly EnvironmentRead[] {
  if (code.program) {
    return programEnvironmentReads(code).map((read) => ({ ...read, uses: [read] }));
  }
  return code.files.flatMap((file) =>
    file.tree.rootNode
      .descendantsOfType(["member_expression", "subscript_expression"])
      .filter((node) => dottedName(node) === "process.env")
      .flatMap((environment): readonly EnvironmentRead[] => {
        const parent = environment.parent;
        const member = parent ? memberOf(parent) : undefined;
        if (parent && member?.object.id === environment.id) {
          if (hasDefault(parent)) return [];
          const declarator = parent.parent?.type === "variable_declarator" ? parent.parent : null;
          const name = declarator?.childForFieldName("name");
          const place = { file, node: parent };
          const uses = name?.type === "identifier" ? usesOf(file, name) : [];
          return [{ ...place, name: member.name, uses: [place, ...uses] }];
        }
        const pattern = parent?.childForFieldName("name");
        if (parent?.type !== "variable_declarator" || !pattern) return [];
        return boundNames(pattern).flatMap(({ node, steps }): readonly EnvironmentRead[] => {
          const [step] = steps;
          if (!step?.name || step.fallback) return [];
          const place = { file, node };
          return [{ ...place, name: step.name, uses: [place, ...usesOf(file, node)] }];
        });
      }),
  );
}

function hasDefault(node: Place["node"]): boolean {
  const operator = node.parent?.childForFieldName("operator")?.type;
  const isLeft = node.parent?.childForFieldName("left")?.id === node.id;
  return isLeft && (operator === "??" || operator === "||");
}

/** The variable that is not configured and that the failure tells of: named in its message, or used where it failed. */
function missingVariable(situation: Situation): EnvironmentRead | undefined {
  const code = failedCode(situation);
  const { error } = situation.invocation;
  if (!code || !error) return undefined;
  const { environment } = situation.submission.settings;
  const missing = environmentReads(code).filter(
    ({ name }) => !Object.hasOwn(environment, name) && !ofLambda.test(name),
  );
  const named = missing.find(({ name }) =>
    new RegExp(`(?<![\\w$])${name.replace(/\W/g, "\\$&")}(?![\\w$])`).test(error.errorMessage),
  );
  if (named) return named;
  const isOfUndefined =
    /(?:TypeError|SyntaxError|NullPointerException|NullReferenceException|NoMethodError>?|NumberFormatException)$/.test(
      error.errorType ?? "",
    ) || /\bundefined\b|Invalid URL/.test(error.errorMessage);
  if (!isOfUndefined) return undefined;
  const used = missing.find(({ uses }) => uses.some((use) => isUsedWhereItFailed(situation, use)));
  return used ?? (tracedLines(situation).length > 0 ? undefined : missing.find(isReadWhileLoading));
}

function isUsedWhereItFailed(situation: Situation, use: Place): boolean {
  return tracedLines(situation).length > 0 && isWhereItFailed(situation, use);
}

/** An error of loading may name no line; then what is read before the handler is called tells most. */
function isReadWhileLoading({ node }: EnvironmentRead): boolean {
  return functionAround(node) === undefined;
}

function detect(situation: Situation): Detection | undefined {
  const read = missingVariable(situation);
  if (!read) return undefined;
  return {
    role: "primary",
    specificity: 2,
    evidence: [evidenceOf(read), { in: "settings", member: "environment" }],
    facts: ["lambda.function-error"],
    wording: "read",
    values: { variable: read.name, line: read.node.startPosition.row + 1 },
  };
}

function fixes(situation: Situation): readonly FixProposal[] {
  const read = missingVariable(situation);
  const { environment } = situation.submission.settings;
  if (!read) return [];
  return ["example", "https://example.com/", '{"example":true}'].flatMap((value) =>
    settingsChanged(
      situation.submission,
      { environment: { ...environment, [read.name]: value } },
      { values: { value } },
    ),
  );
}

export const cause: Cause = {
  id: "missing-env-var",
  gateways: everyGateway,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
  fixes,
};
