import type { ConfiguredRoute } from "./deployment";
import { firstOf, itemsOf, type Node, textOf, valueAt } from "./node";
import { functionIn, ofType, type Resource, referredIn } from "./resources";

const everything = { method: "ANY", path: "$default", integration: {} } as const;

/** Function URLs. Terraform grants the permission of a public one by itself, CloudFormation does not. */
export function functionUrls(resources: readonly Resource[]): readonly ConfiguredRoute[] {
  return ofType(resources, "AWS::Lambda::Url").map(({ id, properties, at }) => {
    const target = firstOf(properties, "TargetFunctionArn", "FunctionName");
    const isPublic = textOf(valueAt(properties, "AuthType")) === "NONE";
    return {
      ...everything,
      gateway: "url",
      gatewayAt: at,
      function: functionIn(target, resources)?.id,
      at,
      needsPermission: isPublic && !id.startsWith("aws_"),
      invokeMode: valueAt(properties, "InvokeMode"),
      cors: valueAt(properties, "Cors"),
    };
  });
}

function attribute(properties: Node, name: string): Node | undefined {
  const found = itemsOf(valueAt(properties, "TargetGroupAttributes")).find(
    (each) => textOf(valueAt(each, "Key")) === name,
  );
  return valueAt(found, "Value");
}

/** Load balancers with the function as their target. */
export function targetGroups(resources: readonly Resource[]): readonly ConfiguredRoute[] {
  const attachments = ofType(resources, "aws_lb_target_group_attachment");
  return ofType(resources, "AWS::ElasticLoadBalancingV2::TargetGroup")
    .filter(({ properties }) => textOf(valueAt(properties, "TargetType")) === "lambda")
    .map(({ id, properties, at }) => {
      const attached = attachments.find(
        (each) => referredIn(valueAt(each.properties, "TargetGroupArn"), resources)?.id === id,
      );
      const target = valueAt(properties, "Targets") ?? valueAt(attached?.properties, "TargetId");
      return {
        ...everything,
        gateway: "alb",
        gatewayAt: at,
        function: functionIn(target, resources)?.id,
        at,
        needsPermission: true,
        multiValueHeaders:
          attribute(properties, "lambda.multi_value_headers.enabled") ??
          valueAt(properties, "LambdaMultiValueHeadersEnabled"),
      };
    });
}
