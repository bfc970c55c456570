import {
  type ConfiguredApi,
  type ConfiguredFunction,
  type ConfiguredRoute,
  type Deployment,
  methodOf,
  nothingDeployed,
  pathOf,
} from "./deployment";
import { routeKeyParts } from "./http-api";
import {
  type Entry,
  entriesOf,
  entryAt,
  firstOf,
  flagOf,
  itemsOf,
  mapping,
  type Node,
  type Scalar,
  scalar,
  textOf,
  valueAt,
} from "./node";

/** The properties of a function, in CloudFormation's names, with the Serverless Framework's for each. */
const propertyNames = {
  Handler: "handler",
  Runtime: "runtime",
  Timeout: "timeout",
  MemorySize: "memorySize",
  ReservedConcurrentExecutions: "reservedConcurrency",
} as const;

/** The defaults of a function that says nothing: seconds and MB. */
const usual = { timeout: 6, memory: 1024 };

function propertiesOf(definition: Node, provider: Node | undefined): Node {
  const named = Object.entries(propertyNames).flatMap(([property, name]) => {
    const entry = entryAt(definition, name) ?? entryAt(provider, name);
    return entry ? [[property, entry] as const] : [];
  });
  const variables = mapping(
    [
      ...entriesOf(valueAt(provider, "environment")),
      ...entriesOf(valueAt(definition, "environment")),
    ],
    definition.at,
  );
  const environment: Entry = {
    key: entryAt(definition, "environment")?.key ?? definition.at,
    value: mapping([["Variables", { key: definition.at, value: variables }]], definition.at),
  };
  return mapping([...named, ["Environment", environment]], definition.at);
}

interface Fronts {
  readonly rest: ConfiguredApi;
  readonly http: ConfiguredApi;
  readonly format: Node | undefined;
}

type Target = Pick<ConfiguredRoute, "function" | "at" | "needsPermission">;

function restRoute(event: Node, target: Target, { rest }: Fronts): ConfiguredRoute {
  const written = routeKeyParts(textOf(event));
  const isShort = event.kind === "scalar";
  const kind = textOf(valueAt(event, "integration"))?.toLowerCase();
  const isCustom = kind === "lambda" || kind === "aws";
  const type = valueAt(event, "integration") ?? event;
  return {
    ...target,
    gateway: "rest",
    gatewayAt: target.at,
    method: isShort ? written.method : methodOf(textOf(valueAt(event, "method"))),
    path: isShort ? written.path : pathOf(textOf(valueAt(event, "path"))),
    api: rest,
    integration: {
      ...(isCustom ? { type: customType(type) } : {}),
      timeout: valueAt(event, "timeoutInMillis"),
      contentHandling: valueAt(event, "contentHandling"),
      requestTemplates: valueAt(event, "request", "template"),
    },
  };
}

/** `integration: lambda` is what API Gateway calls AWS. */
function customType(written: Node): Scalar {
  return scalar("AWS", written.at, written.kind === "scalar" && written.isLiteral);
}

function httpRoute(event: Node, target: Target, { http, format }: Fronts): ConfiguredRoute {
  const isShort = event.kind === "scalar";
  const gateway = textOf(format) === "1.0" ? "http1" : "http2";
  return {
    ...target,
    gateway,
    gatewayAt: format?.at ?? target.at,
    format,
    ...(isShort
      ? routeKeyParts(textOf(event) === "*" ? undefined : textOf(event))
      : {
          method: methodOf(textOf(valueAt(event, "method"))),
          path: pathOf(textOf(valueAt(event, "path"))),
        }),
    api: http,
    integration: { timeout: valueAt(event, "timeout") },
  };
}

function routesOf(id: string, definition: Node, fronts: Fronts): readonly ConfiguredRoute[] {
  const events = itemsOf(valueAt(definition, "events")).flatMap((event) => entriesOf(event));
  const routes = events.flatMap(([kind, { key, value }]): readonly ConfiguredRoute[] => {
    const target = { function: id, at: key, needsPermission: false };
    switch (kind) {
      case "http":
        return [restRoute(value, target, fronts)];
      case "httpApi":
        return [httpRoute(value, target, fronts)];
      case "alb":
        return [
          {
            ...target,
            gateway: "alb",
            gatewayAt: key,
            method: "ANY",
            path: "$default",
            integration: {},
            multiValueHeaders: valueAt(value, "multiValueHeaders"),
          },
        ];
      default:
        return [];
    }
  });
  const url = entryAt(definition, "url");
  if (!url || flagOf(url.value) === false) return routes;
  return [
    ...routes,
    {
      gateway: "url",
      gatewayAt: url.key,
      function: id,
      method: "ANY",
      path: "$default",
      at: url.key,
      integration: {},
      needsPermission: false,
      invokeMode: valueAt(url.value, "invokeMode"),
      cors: valueAt(url.value, "cors"),
    },
  ];
}

/** What a serverless.yml describes; the Serverless Framework grants the permissions by itself. */
export function serverlessDeployment(root: Node): Deployment {
  const definitions = entriesOf(valueAt(root, "functions")).filter(([, { value }]) =>
    entryAt(value, "handler"),
  );
  if (definitions.length === 0) return nothingDeployed;
  const provider = valueAt(root, "provider");
  const stage = valueAt(provider, "stage");
  const at = entryAt(root, "provider")?.key ?? root.at;
  const rest: ConfiguredApi = {
    id: "ApiGatewayRestApi",
    at,
    binaryMediaTypes:
      valueAt(provider, "apiGateway", "binaryMediaTypes") ??
      firstOf(valueAt(root, "custom", "apigwBinary"), "types"),
    stage,
    usualStage: "dev",
  };
  const http: ConfiguredApi = { id: "HttpApi", at, cors: valueAt(provider, "httpApi", "cors") };
  const fronts: Fronts = { rest, http, format: valueAt(provider, "httpApi", "payload") };
  const functions = definitions.map(
    ([id, { key, value }]): ConfiguredFunction => ({
      id,
      at: key,
      properties: propertiesOf(value, provider),
      packageRoot: "",
      usual,
    }),
  );
  return {
    ...nothingDeployed,
    functions,
    apis: [rest, http],
    routes: definitions.flatMap(([id, { value }]) => routesOf(id, value, fronts)),
  };
}
