import {
  type ConfiguredApi,
  type ConfiguredRoute,
  type Deployment,
  methodOf,
  nothingDeployed,
  pathOf,
} from "./deployment";
import { entriesOf, entryAt, firstOf, type Node, type Stretch, textOf, valueAt } from "./node";
import { wordsIn } from "./references";
import { functionIn, type Resource } from "./resources";

const methods =
  /^(?:get|put|post|delete|options|head|patch|trace|x-amazon-apigateway-any-method)$/i;

/** The API that an OpenAPI document is part of, where a template holds the document. */
export interface Surroundings {
  readonly resources: readonly Resource[];
  readonly api?: ConfiguredApi;
  readonly isHttpApi?: boolean;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly at: Stretch;
  readonly operation: Node;
  readonly integration: Node;
}

function operationsOf(document: Node): readonly Operation[] {
  const paths = valueAt(document, "paths") ?? document;
  return entriesOf(paths).flatMap(([path, { value: item }]) =>
    entriesOf(item).flatMap(([method, { key: at, value: operation }]) => {
      const integration = valueAt(operation, "x-amazon-apigateway-integration");
      if (!integration || !methods.test(method)) return [];
      return [{ method: methodOf(method), path: pathOf(path), at, operation, integration }];
    }),
  );
}

function isLambda(integration: Node): boolean {
  const type = textOf(valueAt(integration, "type"))?.toLowerCase();
  return (
    type === "aws_proxy" ||
    (type === "aws" && /lambda|function/i.test(wordsIn(valueAt(integration, "uri"))))
  );
}

function gatewayOf(integration: Node, isHttpApi: boolean): ConfiguredRoute["gateway"] {
  if (!isHttpApi) return "rest";
  return textOf(valueAt(integration, "payloadFormatVersion")) === "2.0" ? "http2" : "http1";
}

/** Whether a document by itself is of an HTTP API: only these have a payload format or the CORS extension. */
function tellsHttpApi(document: Node, operations: readonly Operation[]): boolean {
  return (
    entryAt(document, "x-amazon-apigateway-cors") !== undefined ||
    operations.some(({ integration }) => entryAt(integration, "payloadFormatVersion"))
  );
}

/** The routes of an OpenAPI document with API Gateway's extensions, by itself or inside a template. */
export function openApiDeployment(document: Node, around: Surroundings): Deployment {
  const operations = operationsOf(document);
  if (operations.length === 0) return nothingDeployed;
  const isHttpApi = around.isHttpApi ?? tellsHttpApi(document, operations);
  const binaryMediaTypes = valueAt(document, "x-amazon-apigateway-binary-media-types");
  const cors = valueAt(document, "x-amazon-apigateway-cors");
  const api: ConfiguredApi = {
    id: "",
    at: document.at,
    ...around.api,
    binaryMediaTypes: binaryMediaTypes ?? around.api?.binaryMediaTypes,
    cors: cors ?? around.api?.cors,
  };
  const routes = operations
    .filter(({ integration }) => isLambda(integration))
    .map(({ integration, operation, ...route }): ConfiguredRoute => {
      const uri = valueAt(integration, "uri");
      const format = valueAt(integration, "payloadFormatVersion");
      const credentials = valueAt(integration, "credentials");
      return {
        ...route,
        gateway: gatewayOf(integration, isHttpApi),
        gatewayAt: format?.at ?? route.at,
        format,
        function: functionIn(uri, around.resources)?.id,
        api,
        integration: {
          type: valueAt(integration, "type"),
          httpMethod: valueAt(integration, "httpMethod"),
          timeout: firstOf(integration, "timeoutInMillis"),
          passthroughBehavior: valueAt(integration, "passthroughBehavior"),
          requestTemplates: valueAt(integration, "requestTemplates"),
          contentHandling: valueAt(integration, "contentHandling"),
          responses: entriesOf(valueAt(integration, "responses")).map(([pattern, { value }]) => [
            pattern === "default" ? "" : pattern,
            value,
          ]),
          methodResponses: entriesOf(valueAt(operation, "responses")).map(([status]) => status),
        },
        needsPermission: credentials === undefined,
      };
    });
  const mocks = operations
    .filter(({ integration }) => textOf(valueAt(integration, "type"))?.toLowerCase() === "mock")
    .map(({ method, at, integration }) => ({
      api: api.id,
      method,
      at,
      contentHandling: valueAt(integration, "contentHandling"),
      typeAt: entryAt(integration, "type")?.key,
    }));
  return { ...nothingDeployed, apis: [api], routes, mocks };
}
