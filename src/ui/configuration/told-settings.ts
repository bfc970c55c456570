import type { ConfigurationReading } from "../../reading/reading";
import type { Report } from "../../report/report";
import type { CodePlace } from "../../submission/evidence";
import { parseSubmission, type Request, type Submission } from "../../submission/submission";
import { message } from "../message";
import { runtimeName } from "../runtimes";
import type { configurationMessages } from "./messages.en";

type Label<Key> = Key extends `configured.${infer Member}` ? Member : never;
type Member = Exclude<Label<keyof typeof configurationMessages>, "ms" | "mb">;

/** One setting that came from a configuration: what it is, its value where that is short, and its place. */
export interface ToldSetting {
  readonly label: string;
  readonly value: string;
  readonly place: CodePlace;
}

const longestValue = 40;

/** How the members that are not plain text are shown; what is left out has too much to show. */
const shown: Readonly<Partial<Record<Member, (submission: Submission) => string>>> = {
  gateway: ({ gateway }) => message(`gateway.${gateway}`),
  runtime: ({ runtime }) => runtimeName(runtime),
  handler: ({ handler }) => handler,
  request: ({ request }) => requestLine(request),
  functionTimeoutMs: ({ settings }) =>
    message("configured.ms", { count: settings.functionTimeoutMs }),
  integrationTimeoutMs: ({ settings }) =>
    message("configured.ms", { count: settings.integrationTimeoutMs ?? 0 }),
  memoryMb: ({ settings }) => message("configured.mb", { count: settings.memoryMb }),
  environment: ({ settings }) => Object.keys(settings.environment).join(", "),
  logFormat: ({ settings }) => settings.logFormat,
  stage: ({ settings }) => settings.stage ?? "",
  resourcePath: ({ settings }) => settings.resourcePath,
  binaryMediaTypes: ({ settings }) => settings.binaryMediaTypes.join(", "),
  integrationType: ({ settings }) => settings.integrationType,
  integrationHttpMethod: ({ settings }) => settings.integrationHttpMethod,
  invokeMode: ({ settings }) => settings.invokeMode,
  throttled: () => "0",
  permission: ({ conditions }) => conditions.permission,
};

/** Members that are shown though they are as they would be without a configuration. */
const always: readonly Member[] = ["gateway", "runtime", "handler"];

const members: readonly Member[] = [
  ...always,
  "request",
  "resourcePath",
  "stage",
  "integrationType",
  "integrationHttpMethod",
  "permission",
  "throttled",
  "functionTimeoutMs",
  "integrationTimeoutMs",
  "memoryMb",
  "environment",
  "binaryMediaTypes",
  "cors",
  "invokeMode",
  "multiValueHeaders",
  "logFormat",
  "stageVariables",
  "requestTemplates",
  "passthroughBehavior",
  "contentHandling",
  "integrationResponses",
  "methodResponses",
];

function requestLine({ method, path }: Request): string {
  return `${method} ${path}`;
}

function memberOf(from: object, member: Member): unknown {
  const groups: readonly unknown[] = [
    from,
    Reflect.get(from, "settings"),
    Reflect.get(from, "conditions"),
  ];
  const group = groups.find(
    (each): each is object => Object(each) === each && member in Object(each),
  );
  return group && Reflect.get(group, member);
}

/** The settings that the report's configuration gave, the ones that matter most first; those that the user set otherwise are not among them. */
export function toldSettings(
  { submission }: Report,
  configuration: ConfigurationReading,
): readonly ToldSetting[] {
  const { language, files } = submission;
  const standard = parseSubmission({ v: 1, language, files });
  const told = {
    ...configuration.own,
    settings: configuration.settings,
    conditions: configuration.conditions,
  };
  return members.flatMap((member) => {
    const place = configuration.places.get(member)?.place;
    const value = JSON.stringify(memberOf(submission, member));
    const isTold = value === JSON.stringify(memberOf(told, member));
    const isUsual = value === JSON.stringify(memberOf(standard, member));
    if (!place || !isTold || (isUsual && !always.includes(member))) return [];
    const text = shown[member]?.(submission) ?? "";
    const short = text.length > longestValue ? "" : text;
    return [{ label: message(`configured.${member}`), value: short, place }];
  });
}
