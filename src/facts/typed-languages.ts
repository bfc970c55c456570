import type { Fact } from "./fact";
import { sources } from "./sources";

/** What typed languages send for members that were not set. */
export const typedLanguageFacts = [
  {
    id: "typed.go-response",
    statement:
      "Go's events.APIGatewayProxyResponse sends headers and multiValueHeaders as null, and statusCode 0 when it is not set.",
    source: "aws/aws-lambda-go, events/apigw.go",
    date: "2024",
    grade: "documented",
  },
  {
    id: "typed.dotnet-response",
    statement:
      "Amazon.Lambda.APIGatewayEvents sends what is not set as null and an unset StatusCode as 0; the two default serializers leave nulls out today.",
    source: `${sources.dotnetTool}; aws/aws-lambda-dotnet, its serializers`,
    date: "2025-04-14",
    grade: "recorded",
  },
  {
    id: "typed.dotnet-alb-response",
    statement:
      "Amazon.Lambda.ApplicationLoadBalancerEvents sent statusDescription and multiValueHeaders as null, which load balancers answer with 502.",
    source: "aws/aws-lambda-dotnet #507",
    date: "2019",
    grade: "reported",
  },
  {
    id: "typed.zero-is-not-missing",
    statement:
      "A response class of format 2.0 without StatusCode sends statusCode 0: nothing is inferred, the answer is 500.",
    source: `${sources.dotnetTool}: V2_HandlesZeroStatusCode`,
    date: "2025-04-14",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];
