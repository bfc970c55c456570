import {
  type ConfiguredApi,
  type ConfiguredFunction,
  type ConfiguredRoute,
  type Deployment,
  methodOf,
  nothingDeployed,
  pathOf,
  together,
} from "./deployment";
import { entriesOf, entryAt, firstOf, flagOf, mapping, type Node, textOf, valueAt } from "./node";
import { openApiDeployment } from "./openapi";
import { ofType, type Resource, referredIn } from "./resources";

/** A resource's own properties over the template's Globals; maps such as Environment are merged. */
function overGlobals(properties: Node, globals: Node | undefined, depth = 0): Node {
  if (globals?.kind !== "mapping" || properties.kind !== "mapping" || depth > 3) return properties;
  const merged = new Map(globals.entries);
  for (const [name, entry] of properties.entries) {
    const general = merged.get(name)?.value;
    merged.set(
      name,
      general ? { ...entry, value: overGlobals(entry.value, general, depth + 1) } : entry,
    );
  }
  return mapping(merged, properties.at);
}

/** The folder that becomes the package: a path, or "" where it is built elsewhere. */
function packageRoot(properties: Node): string {
  const written = textOf(valueAt(properties, "CodeUri")) ?? "";
  return /^s3:|\.(?:zip|jar)$/.test(written) ? "" : written.replace(/^\.\/?|\/+$/g, "");
}

interface Template {
  readonly globals: Node | undefined;
  readonly resources: readonly Resource[];
  readonly rest: readonly ConfiguredApi[];
  readonly http: readonly ConfiguredApi[];
}

/** The REST API that SAM makes for events that name none. */
const implicitRest = "ServerlessRestApi";

type Named = Pick<Resource, "id" | "at">;

function restApi({ id, at }: Named, properties: Node): ConfiguredApi {
  return {
    id,
    at,
    binaryMediaTypes: valueAt(properties, "BinaryMediaTypes"),
    stage: valueAt(properties, "StageName"),
    stageVariables: valueAt(properties, "Variables"),
  };
}

function httpApi({ id, at }: Named, properties: Node): ConfiguredApi {
  return {
    id,
    at,
    cors: valueAt(properties, "CorsConfiguration"),
    stage: valueAt(properties, "StageName"),
    stageVariables: valueAt(properties, "StageVariables"),
  };
}

/** The API that an event names, or the one that SAM makes where it names none. */
function apiOf(event: Node, isHttp: boolean, template: Template): ConfiguredApi {
  const known = isHttp ? template.http : template.rest;
  const reference = firstOf(event, "RestApiId", "ApiId");
  const named = referredIn(reference, template.resources)?.id;
  const found = known.find(({ id }) => id === named);
  if (found) return found;
  const general = valueAt(template.globals, isHttp ? "HttpApi" : "Api") ?? mapping([], event.at);
  const made = { id: isHttp ? "ServerlessHttpApi" : implicitRest, at: event.at };
  return isHttp
    ? httpApi(made, general)
    : { ...restApi(made, general), ...(reference ? {} : { usualStage: "Prod" }) };
}

function eventRoutes(resource: Resource, properties: Node, template: Template): ConfiguredRoute[] {
  return entriesOf(valueAt(properties, "Events")).flatMap(
    ([, { key, value }]): readonly ConfiguredRoute[] => {
      const type = textOf(valueAt(value, "Type"));
      if (type !== "Api" && type !== "HttpApi") return [];
      const isHttp = type === "HttpApi";
      const event = valueAt(value, "Properties") ?? mapping([], value.at);
      const format = valueAt(event, "PayloadFormatVersion");
      const common = {
        function: resource.id,
        method: methodOf(textOf(valueAt(event, "Method"))),
        path: pathOf(textOf(valueAt(event, "Path"))),
        at: key,
        api: apiOf(event, isHttp, template),
        integration: { timeout: valueAt(event, "TimeoutInMillis") },
        needsPermission: false,
      };
      const typeAt = valueAt(value, "Type")?.at ?? key;
      if (!isHttp) return [{ ...common, gateway: "rest", gatewayAt: typeAt }];
      const gateway = textOf(format) === "1.0" ? "http1" : "http2";
      return [{ ...common, gateway, gatewayAt: format?.at ?? typeAt, format }];
    },
  );
}

function urlRoute(resource: Resource, properties: Node): readonly ConfiguredRoute[] {
  const entry = entryAt(properties, "FunctionUrlConfig");
  if (!entry) return [];
  return [
    {
      gateway: "url",
      gatewayAt: entry.key,
      function: resource.id,
      method: "ANY",
      path: "$default",
      at: entry.key,
      integration: {},
      needsPermission: false,
      invokeMode: valueAt(entry.value, "InvokeMode"),
      cors: valueAt(entry.value, "Cors"),
    },
  ];
}

/** The OPTIONS methods that SAM makes for `Cors`; they have no contentHandling. */
function preflightMocks(api: string, properties: Node | undefined): Deployment["mocks"] {
  const entry = entryAt(properties, "Cors");
  if (!entry || flagOf(entry.value) === false) return [];
  return [{ api, method: "OPTIONS", at: entry.key, contentHandling: undefined, typeAt: undefined }];
}

function documentOf(resource: Resource, api: ConfiguredApi, all: readonly Resource[]): Deployment {
  const body = valueAt(resource.properties, "DefinitionBody");
  const isHttpApi = resource.type === "AWS::Serverless::HttpApi";
  return body ? openApiDeployment(body, { resources: all, api, isHttpApi }) : nothingDeployed;
}

/** The functions of a template, whichever of the two ways they are written in. */
function functionsOf(
  resources: readonly Resource[],
  globals: Node | undefined,
): ConfiguredFunction[] {
  const plain = ofType(resources, "AWS::Lambda::Function").map(({ id, at, properties }) => ({
    id,
    at,
    properties,
    packageRoot: "",
  }));
  const serverless = ofType(resources, "AWS::Serverless::Function").map((resource) => {
    const properties = overGlobals(resource.properties, valueAt(globals, "Function"));
    const { id, at } = resource;
    return { id, at, properties, packageRoot: packageRoot(properties) };
  });
  return [...plain, ...serverless];
}

/** The functions of a template and what SAM makes of their events and of its own APIs. */
export function samDeployment(root: Node, resources: readonly Resource[]): Deployment {
  const globals = valueAt(root, "Globals");
  const withGlobals = (resource: Resource, name: string) =>
    overGlobals(resource.properties, valueAt(globals, name));
  const restApis = ofType(resources, "AWS::Serverless::Api");
  const httpApis = ofType(resources, "AWS::Serverless::HttpApi");
  const rest = restApis.map((resource) => restApi(resource, withGlobals(resource, "Api")));
  const http = httpApis.map((resource) => httpApi(resource, withGlobals(resource, "HttpApi")));
  const template: Template = { globals, resources, rest, http };
  const functions = functionsOf(resources, globals);
  const documents = [...restApis, ...httpApis].flatMap((resource) => {
    const api = [...rest, ...http].find(({ id }) => id === resource.id);
    return api ? [documentOf(resource, api, resources)] : [];
  });
  const served = ofType(resources, "AWS::Serverless::Function").map((resource) => ({
    resource,
    properties: functions.find(({ id }) => id === resource.id)?.properties ?? resource.properties,
  }));
  const routes = served.flatMap(({ resource, properties }) => [
    ...eventRoutes(resource, properties, template),
    ...urlRoute(resource, properties),
  ]);
  const implicit = routes.flatMap(({ api }) => (api && api.id === implicitRest ? [api] : []));
  const mocks = [
    ...restApis.flatMap((each) => preflightMocks(each.id, withGlobals(each, "Api"))),
    ...(implicit.length > 0 ? preflightMocks(implicitRest, valueAt(globals, "Api")) : []),
  ];
  const apis = [...rest, ...http, ...implicit.slice(0, 1)];
  const own: Deployment = { ...nothingDeployed, functions, apis, routes, mocks };
  return together([own, ...documents]);
}
