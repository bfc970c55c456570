import {
  type ConfiguredApi,
  type ConfiguredRoute,
  type Deployment,
  methodOf,
  nothingDeployed,
  pathOf,
  together,
} from "./deployment";
import { entryAt, firstOf, type Node, textOf, valueAt } from "./node";
import { openApiDeployment } from "./openapi";
import { functionIn, ofType, type Resource, referredIn } from "./resources";

/** The method and path of a route key: `GET /items/{id}`, `ANY /items` or `$default`. */
export function routeKeyParts(
  written: string | undefined,
): Pick<ConfiguredRoute, "method" | "path"> {
  const [, method, path] = /^([A-Za-z*]+)\s+(\S+)$/.exec(written?.trim() ?? "") ?? [];
  return path === undefined
    ? { method: "ANY", path: pathOf(written?.startsWith("/") ? written : undefined) }
    : { method: methodOf(method), path: pathOf(path) };
}

function isWebSocket({ properties }: Resource): boolean {
  return textOf(valueAt(properties, "ProtocolType"))?.toUpperCase() === "WEBSOCKET";
}

function apiOf(resource: Resource, all: readonly Resource[]): ConfiguredApi {
  const stage = ofType(all, "AWS::ApiGatewayV2::Stage").find(
    ({ properties }) => referredIn(valueAt(properties, "ApiId"), all)?.id === resource.id,
  )?.properties;
  return {
    id: resource.id,
    at: resource.at,
    cors: valueAt(resource.properties, "CorsConfiguration"),
    stage: firstOf(stage, "StageName", "Name"),
    stageVariables: valueAt(stage, "StageVariables"),
  };
}

/** An integration without a payload format has 1.0 (fact `http-api.payload-format-default`). */
function gatewayOf(format: Node | undefined): "http1" | "http2" {
  return textOf(format) === "2.0" ? "http2" : "http1";
}

function routesOf(
  integration: Resource,
  apis: readonly ConfiguredApi[],
  all: readonly Resource[],
): readonly ConfiguredRoute[] {
  const { properties, at, id } = integration;
  const uri = valueAt(properties, "IntegrationUri");
  const format = valueAt(properties, "PayloadFormatVersion");
  const named = referredIn(valueAt(properties, "ApiId"), all)?.id;
  const routes = ofType(all, "AWS::ApiGatewayV2::Route").filter(
    (route) => referredIn(valueAt(route.properties, "Target"), all)?.id === id,
  );
  const common = {
    gateway: gatewayOf(format),
    gatewayAt: format?.at ?? at,
    format,
    function: functionIn(uri, all)?.id,
    api: apis.find((api) => api.id === named),
    integration: {
      type: valueAt(properties, "IntegrationType"),
      timeout: firstOf(properties, "TimeoutInMillis", "TimeoutMilliseconds"),
    },
    needsPermission: !entryAt(properties, "CredentialsArn"),
  } as const;
  if (routes.length === 0) return [{ ...common, method: "ANY", path: "$default", at }];
  return routes.map((route) => ({
    ...common,
    ...routeKeyParts(textOf(valueAt(route.properties, "RouteKey"))),
    at: route.at,
  }));
}

/** HTTP APIs written resource by resource, made at once with a target, or with an OpenAPI document as their body. */
export function httpApiDeployment(resources: readonly Resource[]): Deployment {
  const own = ofType(resources, "AWS::ApiGatewayV2::Api").filter((api) => !isWebSocket(api));
  const sockets = ofType(resources, "AWS::ApiGatewayV2::Api").filter(isWebSocket);
  const apis = own.map((resource) => apiOf(resource, resources));
  const bodies = own.map((resource, index) => {
    const body = valueAt(resource.properties, "Body");
    const api = apis[index];
    return body && api
      ? openApiDeployment(body, { resources, api, isHttpApi: true })
      : nothingDeployed;
  });
  const integrations = ofType(resources, "AWS::ApiGatewayV2::Integration").filter(
    ({ properties }) =>
      textOf(valueAt(properties, "IntegrationType"))?.toUpperCase() === "AWS_PROXY" &&
      !entryAt(properties, "IntegrationSubtype") &&
      !referredIn(valueAt(properties, "ApiId"), sockets),
  );
  const quick = own.flatMap((resource, index): readonly ConfiguredRoute[] => {
    const target = valueAt(resource.properties, "Target");
    if (!target) return [];
    return [
      {
        gateway: "http2",
        gatewayAt: resource.at,
        function: functionIn(target, resources)?.id,
        ...routeKeyParts(textOf(valueAt(resource.properties, "RouteKey"))),
        at: resource.at,
        api: apis[index],
        integration: {},
        needsPermission: true,
      },
    ];
  });
  const routes = integrations.flatMap((each) => routesOf(each, apis, resources));
  return together([{ ...nothingDeployed, apis, routes: [...routes, ...quick] }, ...bodies]);
}
