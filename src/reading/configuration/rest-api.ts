import {
  type ConfiguredApi,
  type ConfiguredRoute,
  type Deployment,
  methodOf,
  nothingDeployed,
  pathOf,
  together,
} from "./deployment";
import { entryAt, firstOf, itemsOf, type Node, textOf, valueAt } from "./node";
import { openApiDeployment } from "./openapi";
import { wordsIn } from "./references";
import { functionIn, ofType, type Resource, referredIn } from "./resources";

/** The path of a resource: its own part after its parents'. */
function resourcePath(resourceId: Node | undefined, all: readonly Resource[], depth = 0): string {
  const resource = referredIn(resourceId, ofType(all, "AWS::ApiGateway::Resource"));
  if (!resource || depth > 20) return "";
  const parent = resourcePath(valueAt(resource.properties, "ParentId"), all, depth + 1);
  return `${parent}/${textOf(valueAt(resource.properties, "PathPart")) ?? ""}`;
}

function apiOf(resource: Resource, all: readonly Resource[]): ConfiguredApi {
  const stages = ofType(
    all,
    "AWS::ApiGateway::Stage",
    "AWS::ApiGateway::Deployment",
    "aws_api_gateway_deployment",
  );
  const stage = stages.find(
    ({ properties }) =>
      entryAt(properties, "StageName") &&
      referredIn(valueAt(properties, "RestApiId"), all)?.id === resource.id,
  )?.properties;
  return {
    id: resource.id,
    at: resource.at,
    binaryMediaTypes: valueAt(resource.properties, "BinaryMediaTypes"),
    stage: valueAt(stage, "StageName"),
    stageVariables: valueAt(stage, "Variables"),
  };
}

/** Terraform writes each response of a method as a resource of its own. */
function responsesOf(method: Resource, type: string, all: readonly Resource[]): readonly Node[] {
  const of = ({ properties }: Resource) => [
    wordsIn(valueAt(properties, "ResourceId")),
    methodOf(textOf(valueAt(properties, "HttpMethod"))),
    wordsIn(valueAt(properties, "RestApiId")),
  ];
  return ofType(all, type)
    .filter((response) => JSON.stringify(of(response)) === JSON.stringify(of(method)))
    .map(({ properties }) => properties);
}

function withPattern(response: Node): readonly [string, Node] {
  return [textOf(valueAt(response, "SelectionPattern")) ?? "", response];
}

function routeOf(
  method: Resource,
  api: ConfiguredApi | undefined,
  all: readonly Resource[],
): ConfiguredRoute {
  const { properties, at } = method;
  const integration = valueAt(properties, "Integration");
  const uri = valueAt(integration, "Uri");
  const responses = [
    ...itemsOf(valueAt(integration, "IntegrationResponses")),
    ...responsesOf(method, "aws_api_gateway_integration_response", all),
  ];
  const methodResponses = [
    ...itemsOf(valueAt(properties, "MethodResponses")),
    ...responsesOf(method, "aws_api_gateway_method_response", all),
  ];
  const path = resourcePath(valueAt(properties, "ResourceId"), all);
  return {
    gateway: "rest",
    gatewayAt: at,
    function: functionIn(uri, all)?.id,
    method: methodOf(textOf(valueAt(properties, "HttpMethod"))),
    path: pathOf(path || "/"),
    at,
    api,
    integration: {
      type: valueAt(integration, "Type"),
      httpMethod: valueAt(integration, "IntegrationHttpMethod"),
      timeout: firstOf(integration, "TimeoutInMillis", "TimeoutMilliseconds"),
      passthroughBehavior: valueAt(integration, "PassthroughBehavior"),
      requestTemplates: valueAt(integration, "RequestTemplates"),
      contentHandling: valueAt(integration, "ContentHandling"),
      responses: responses.map(withPattern),
      methodResponses: methodResponses.flatMap(
        (response) => textOf(valueAt(response, "StatusCode")) ?? [],
      ),
    },
    needsPermission: !entryAt(integration, "Credentials"),
  };
}

function isLambda({ properties }: Resource): boolean {
  const type = textOf(valueAt(properties, "Integration", "Type"))?.toUpperCase();
  const uri = wordsIn(valueAt(properties, "Integration", "Uri"));
  return type === "AWS_PROXY" || (type === "AWS" && /lambda|function/i.test(uri));
}

/** A Terraform deployment that nothing makes anew when the API changes. */
function isFrozen({ properties }: Resource): boolean {
  return !["Triggers", "StageDescription", "Variables", "Description"].some((name) =>
    entryAt(properties, name),
  );
}

/** REST APIs written resource by resource, or with an OpenAPI document as their body. */
export function restApiDeployment(resources: readonly Resource[]): Deployment {
  const apis = ofType(resources, "AWS::ApiGateway::RestApi").map((resource) => ({
    resource,
    api: apiOf(resource, resources),
  }));
  const written = apis.map(({ resource, api }) => {
    const body = valueAt(resource.properties, "Body");
    return body ? openApiDeployment(body, { resources, api, isHttpApi: false }) : nothingDeployed;
  });
  const methods = ofType(resources, "AWS::ApiGateway::Method").map((method) => {
    const named = referredIn(valueAt(method.properties, "RestApiId"), resources)?.id;
    return { method, api: apis.find(({ api }) => api.id === named)?.api };
  });
  const isMock = ({ properties }: Resource) =>
    textOf(valueAt(properties, "Integration", "Type"))?.toUpperCase() === "MOCK";
  const single: Deployment = {
    ...nothingDeployed,
    apis: apis.map(({ api }) => api),
    routes: methods
      .filter(({ method }) => isLambda(method))
      .map(({ method, api }) => routeOf(method, api, resources)),
    mocks: methods
      .filter(({ method }) => isMock(method))
      .map(({ method, api }) => ({
        api: api?.id,
        method: methodOf(textOf(valueAt(method.properties, "HttpMethod"))),
        at: method.at,
        contentHandling: valueAt(method.properties, "Integration", "ContentHandling"),
        typeAt: entryAt(method.properties, "Integration", "Type")?.key,
      })),
    frozenDeployments: ofType(resources, "aws_api_gateway_deployment")
      .filter(isFrozen)
      .map(({ at }) => at),
  };
  return together([single, ...written]);
}
