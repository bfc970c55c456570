import { entriesOf, entryAt, mapping, type Node, type Stretch, textOf, valueAt } from "./node";
import { referencesIn, wordsIn } from "./references";

/** A resource of CloudFormation, or of Terraform under the type and names that CloudFormation has for it. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly at: Stretch;
  readonly properties: Node;
}

/** What Terraform's types are in CloudFormation; its own halves of a method keep their names. */
const terraformTypes: Readonly<Record<string, string>> = {
  aws_lambda_function: "AWS::Lambda::Function",
  aws_lambda_alias: "AWS::Lambda::Alias",
  aws_lambda_permission: "AWS::Lambda::Permission",
  aws_lambda_function_url: "AWS::Lambda::Url",
  aws_api_gateway_rest_api: "AWS::ApiGateway::RestApi",
  aws_api_gateway_resource: "AWS::ApiGateway::Resource",
  aws_api_gateway_integration: "AWS::ApiGateway::Method",
  aws_api_gateway_integration_response: "aws_api_gateway_integration_response",
  aws_api_gateway_method_response: "aws_api_gateway_method_response",
  aws_api_gateway_stage: "AWS::ApiGateway::Stage",
  aws_api_gateway_deployment: "aws_api_gateway_deployment",
  aws_apigatewayv2_api: "AWS::ApiGatewayV2::Api",
  aws_apigatewayv2_integration: "AWS::ApiGatewayV2::Integration",
  aws_apigatewayv2_route: "AWS::ApiGatewayV2::Route",
  aws_apigatewayv2_stage: "AWS::ApiGatewayV2::Stage",
  aws_lb_target_group: "AWS::ElasticLoadBalancingV2::TargetGroup",
  aws_alb_target_group: "AWS::ElasticLoadBalancingV2::TargetGroup",
  aws_lb_target_group_attachment: "aws_lb_target_group_attachment",
  aws_alb_target_group_attachment: "aws_lb_target_group_attachment",
};

function ofCloudFormation(resources: Node | undefined): readonly Resource[] {
  return entriesOf(resources).flatMap(([id, { key, value }]) => {
    const type = textOf(valueAt(value, "Type"));
    if (!type?.startsWith("AWS::")) return [];
    const properties = valueAt(value, "Properties") ?? mapping([], value.at);
    return [{ id, type, at: key, properties }];
  });
}

function ofTerraform(root: Node): readonly Resource[] {
  return entriesOf(valueAt(root, "resource")).flatMap(([written, { value: named }]) => {
    const type = Object.hasOwn(terraformTypes, written) ? terraformTypes[written] : undefined;
    if (type === undefined) return [];
    return entriesOf(named).map(([name, { key, value }]) => {
      const isMethod = written === "aws_api_gateway_integration";
      const properties = isMethod
        ? mapping([...entriesOf(value), ["Integration", { key, value }]], value.at)
        : value;
      return { id: `${written}.${name}`, type, at: key, properties };
    });
  });
}

/** The resources of a template, of a part of one, or of a Terraform file. */
export function resourcesIn(root: Node): readonly Resource[] {
  return [
    ...ofCloudFormation(valueAt(root, "Resources")),
    ...ofCloudFormation(valueAt(root, "resources", "Resources")),
    ...(entryAt(root, "Resources") ? [] : ofCloudFormation(root)),
    ...ofTerraform(root),
  ];
}

/** The resources of one type. */
export function ofType(resources: readonly Resource[], ...types: readonly string[]): Resource[] {
  return resources.filter(({ type }) => types.includes(type));
}

/** The first of the resources that a value refers to. */
export function referredIn(
  node: Node | undefined,
  resources: readonly Resource[],
): Resource | undefined {
  const names = referencesIn(node);
  return names
    .map((name) => resources.find(({ id }) => id === name))
    .find((resource) => resource !== undefined);
}

const functionTypes = ["AWS::Lambda::Function", "AWS::Serverless::Function"];

/** The function that a value leads to: itself, through an alias or version, or by its own name in an ARN. */
export function functionIn(
  node: Node | undefined,
  resources: readonly Resource[],
  way = 0,
): Resource | undefined {
  const functions = ofType(resources, ...functionTypes);
  const direct = referredIn(node, functions);
  if (direct) return direct;
  const between = ofType(resources, "AWS::Lambda::Alias", "AWS::Lambda::Version");
  const alias = way < 3 ? referredIn(node, between) : undefined;
  if (alias) return functionIn(valueAt(alias.properties, "FunctionName"), resources, way + 1);
  const [, named] = /function:([\w-]+)/.exec(wordsIn(node)) ?? [];
  const plain = named ?? textOf(node);
  return functions.find(
    ({ properties }) =>
      plain !== undefined && textOf(valueAt(properties, "FunctionName")) === plain,
  );
}
