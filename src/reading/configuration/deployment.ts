import type { GatewayKind } from "../../submission/submission";
import type { Node, Stretch } from "./node";

/** A function as a configuration describes it, its properties in CloudFormation's names. */
export interface ConfiguredFunction {
  readonly id: string;
  readonly at: Stretch;
  readonly properties: Node;
  /** The folder that becomes the package, "" for the configuration's own. */
  readonly packageRoot: string;
  /** What the tool configures where nothing is written: seconds and MB. */
  readonly usual?: { readonly timeout: number; readonly memory: number };
}

/** An API with what is configured for all of its routes. */
export interface ConfiguredApi {
  readonly id: string;
  readonly at: Stretch;
  readonly binaryMediaTypes?: Node | undefined;
  readonly cors?: Node | undefined;
  readonly stage?: Node | undefined;
  /** The stage's name where the tool chooses one. */
  readonly usualStage?: string | undefined;
  readonly stageVariables?: Node | undefined;
}

/** How a route's integration is written; each member as far as it is. */
export interface ConfiguredIntegration {
  readonly type?: Node | undefined;
  readonly httpMethod?: Node | undefined;
  readonly timeout?: Node | undefined;
  readonly passthroughBehavior?: Node | undefined;
  readonly requestTemplates?: Node | undefined;
  readonly contentHandling?: Node | undefined;
  /** Each with the pattern that selects it, "" for none. */
  readonly responses?: readonly (readonly [string, Node])[] | undefined;
  readonly methodResponses?: readonly string[] | undefined;
}

/** A way through a gateway to a function. */
export interface ConfiguredRoute {
  readonly gateway: Exclude<GatewayKind, "rest-custom">;
  /** What says which gateway it is: the payload format, or where the route is written. */
  readonly gatewayAt: Stretch;
  /** The payload format, where it is written. */
  readonly format?: Node | undefined;
  /** The id of the function that it leads to, where that is among the functions. */
  readonly function?: string | undefined;
  /** Upper case; `ANY` for all. */
  readonly method: string;
  /** With its variables in braces; `$default` for all. */
  readonly path: string;
  readonly at: Stretch;
  readonly api?: ConfiguredApi | undefined;
  readonly integration: ConfiguredIntegration;
  /** Whether the function has to allow this gateway in a statement of its own. */
  readonly needsPermission: boolean;
  readonly invokeMode?: Node | undefined;
  readonly multiValueHeaders?: Node | undefined;
  readonly cors?: Node | undefined;
}

/** A method that the API answers by itself. */
export interface MockMethod {
  readonly api: string | undefined;
  readonly method: string;
  readonly at: Stretch;
  readonly contentHandling: Node | undefined;
  /** Where the integration's type is named, so that more can be written beside it. */
  readonly typeAt: Stretch | undefined;
}

/** A statement in a function's resource policy. */
export interface ConfiguredPermission {
  readonly functionName: Node | undefined;
  readonly principal: Node | undefined;
  readonly action: Node | undefined;
  readonly sourceArn: Node | undefined;
}

/** What the configuration files together describe. */
export interface Deployment {
  readonly functions: readonly ConfiguredFunction[];
  readonly apis: readonly ConfiguredApi[];
  readonly routes: readonly ConfiguredRoute[];
  readonly mocks: readonly MockMethod[];
  readonly permissions: readonly ConfiguredPermission[];
  /** Deployments that stay as they are when the API changes. */
  readonly frozenDeployments: readonly Stretch[];
}

export const nothingDeployed: Deployment = {
  functions: [],
  apis: [],
  routes: [],
  mocks: [],
  permissions: [],
  frozenDeployments: [],
};

/** What several files describe, taken together. */
export function together(parts: readonly Deployment[]): Deployment {
  return {
    functions: parts.flatMap(({ functions }) => functions),
    apis: parts.flatMap(({ apis }) => apis),
    routes: parts.flatMap(({ routes }) => routes),
    mocks: parts.flatMap(({ mocks }) => mocks),
    permissions: parts.flatMap(({ permissions }) => permissions),
    frozenDeployments: parts.flatMap(({ frozenDeployments }) => frozenDeployments),
  };
}

/** A method as routes have it: upper case, `ANY` for all. */
export function methodOf(written: string | undefined): string {
  const method = (written ?? "ANY").toUpperCase();
  return method === "*" || method === "X-AMAZON-APIGATEWAY-ANY-METHOD" ? "ANY" : method;
}

/** A path with one slash at its beginning; `$default` as it is. */
export function pathOf(written: string | undefined): string {
  if (written === undefined || written === "*" || written === "$default") return "$default";
  return `/${written.replace(/^\/+/, "")}`;
}
