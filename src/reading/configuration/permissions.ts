import type { ConfiguredPermission, ConfiguredRoute, Deployment } from "./deployment";
import { textOf, valueAt } from "./node";
import { referencesIn, wordsIn } from "./references";
import { ofType, type Resource } from "./resources";

/** Who asks Lambda to invoke the function, by the gateway. */
const principals: Readonly<Record<ConfiguredRoute["gateway"], string>> = {
  rest: "apigateway",
  http1: "apigateway",
  http2: "apigateway",
  url: "*",
  alb: "elasticloadbalancing",
};

/** The permissions that a template grants. */
export function permissionsIn(resources: readonly Resource[]): readonly ConfiguredPermission[] {
  return ofType(resources, "AWS::Lambda::Permission").map(({ properties }) => ({
    functionName: valueAt(properties, "FunctionName"),
    principal: valueAt(properties, "Principal"),
    action: valueAt(properties, "Action"),
    sourceArn: valueAt(properties, "SourceArn"),
  }));
}

function allowsPrincipal(
  { principal }: ConfiguredPermission,
  { gateway }: ConfiguredRoute,
): boolean {
  const written = textOf(principal);
  return written === undefined || written === "*" || written.startsWith(principals[gateway]);
}

function allowsAction({ action }: ConfiguredPermission, { gateway }: ConfiguredRoute): boolean {
  const written = textOf(action)?.toLowerCase();
  if (written === undefined) return true;
  const needed = gateway === "url" ? "lambda:invokefunctionurl" : "lambda:invokefunction";
  return written === needed || written === "lambda:*" || written === "*";
}

/** A function that the permission names and that is none of the template's own may be this one by its name. */
function isForFunction(
  { functionName }: ConfiguredPermission,
  route: ConfiguredRoute,
  { functions }: Deployment,
): boolean {
  const words = wordsIn(functionName);
  const own = functions.find(({ id }) => id === route.function);
  const ownName = textOf(valueAt(own?.properties, "FunctionName"));
  if (ownName !== undefined && words.includes(ownName)) return true;
  const named = referencesIn(functionName).find((name) => functions.some(({ id }) => id === name));
  return named === undefined || named === route.function;
}

function isFromApi(
  { sourceArn }: ConfiguredPermission,
  route: ConfiguredRoute,
  { apis }: Deployment,
): boolean {
  if (!sourceArn) return true;
  const named = referencesIn(sourceArn).find((name) => apis.some(({ id }) => id === name));
  return named === undefined || route.api === undefined || named === route.api.id;
}

/** Whether both ends are written here: the other parts of a deployment may hold the permission of any other. */
function isComplete(route: ConfiguredRoute, { functions }: Deployment): boolean {
  const hasFront = route.api !== undefined || route.gateway === "url" || route.gateway === "alb";
  return hasFront && functions.some(({ id }) => id === route.function);
}

/** Whether the tool grants the function's permission for another route of the same kind: it is the same one. */
function isGrantedElsewhere(route: ConfiguredRoute, { routes }: Deployment): boolean {
  return routes.some(
    (other) =>
      other.function === route.function &&
      principals[other.gateway] === principals[route.gateway] &&
      !other.needsPermission,
  );
}

/** Whether what is written leaves the gateway without the permission that this route needs. */
export function lacksPermission(route: ConfiguredRoute, deployment: Deployment): boolean {
  if (!route.needsPermission || !isComplete(route, deployment)) return false;
  if (isGrantedElsewhere(route, deployment)) return false;
  return !deployment.permissions.some(
    (permission) =>
      allowsPrincipal(permission, route) &&
      allowsAction(permission, route) &&
      isForFunction(permission, route, deployment) &&
      isFromApi(permission, route, deployment),
  );
}
