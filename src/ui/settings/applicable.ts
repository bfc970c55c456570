import type {
  Conditions,
  GatewayKind,
  Language,
  Settings,
  Submission,
} from "../../submission/submission";

const rest = ["rest", "rest-custom"] as const;
const http = ["http1", "http2"] as const;
const apiGateway = [...rest, ...http] as const;
const custom = ["rest-custom"] as const;

/** The gateways whose answer or event a setting can change; one that is not named counts for all. */
const gatewaysOfSetting: Readonly<Partial<Record<keyof Settings, readonly GatewayKind[]>>> = {
  integrationTimeoutMs: [...apiGateway, "alb"],
  stage: apiGateway,
  basePath: apiGateway,
  resourcePath: apiGateway,
  stageVariables: apiGateway,
  binaryMediaTypes: rest,
  integrationHttpMethod: rest,
  requestTemplates: custom,
  passthroughBehavior: custom,
  contentHandling: custom,
  integrationResponses: custom,
  methodResponses: custom,
  multiValueHeaders: ["alb"],
  invokeMode: ["url"],
  cors: [...http, "url"],
};

const gatewaysOfCondition: Readonly<Partial<Record<keyof Conditions, readonly GatewayKind[]>>> = {
  integrationTarget: [...apiGateway, "alb"],
};

/** The kind that settings are read as: a REST API with a non-proxy integration is one. */
export function kindOf({ gateway, settings }: Submission): GatewayKind {
  return gateway === "rest" && settings.integrationType === "AWS" ? "rest-custom" : gateway;
}

/** The languages whose emulated runtimes write their log in the configured format. */
const loggingLanguages: ReadonlySet<Language> = new Set(["javascript", "typescript", "python"]);

/** Whether a setting can change what this submission's function or gateway does. */
export function settingMatters(member: keyof Settings, submission: Submission): boolean {
  if (member === "logFormat") {
    return submission.kind === "code" && loggingLanguages.has(submission.language);
  }
  return gatewaysOfSetting[member]?.includes(kindOf(submission)) ?? true;
}

/** Whether a condition can befall this submission's gateway. */
export function conditionMatters(member: keyof Conditions, submission: Submission): boolean {
  return gatewaysOfCondition[member]?.includes(kindOf(submission)) ?? true;
}

/** What an authorizer can do in front of this submission's gateway; only API Gateway has more than a yes or no. */
export function authorizerChoices({ gateway }: Submission): readonly Conditions["authorizer"][] {
  return gateway === "url" || gateway === "alb"
    ? ["none", "denies"]
    : ["none", "denies", "throws", "unauthorized", "malformed"];
}
