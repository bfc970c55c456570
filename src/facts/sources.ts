/** Where many facts come from: public repositories with recordings of AWS, and AWS's own guides. */
export const sources = {
  localstackLambda:
    "localstack/localstack, tests/aws/services/apigateway/test_apigateway_lambda.py and its snapshot (validated against AWS)",
  localstackIntegrations:
    "localstack/localstack, tests/aws/services/apigateway/test_apigateway_integrations.py and its snapshot (validated against AWS)",
  localstackBasic:
    "localstack/localstack, tests/aws/services/apigateway/test_apigateway_basic.py and its snapshot (validated against AWS)",
  localstackApi:
    "localstack/localstack, tests/aws/services/apigateway/test_apigateway_api.py and its snapshot (validated against AWS)",
  localstackUrl:
    "localstack/localstack, tests/aws/services/lambda_/test_lambda.py, TestLambdaURL and its snapshot (validated against AWS)",
  localstackFunction:
    "localstack/localstack, tests/aws/services/lambda_/test_lambda.py and its snapshot (validated against AWS)",
  dotnetTool:
    "aws/aws-lambda-dotnet, Tools/LambdaTestTool-v2/tests/Amazon.Lambda.TestTool.UnitTests/Snapshots (recorded from regional APIs)",
  dotnetEmulator: "aws/aws-lambda-dotnet, Tools/LambdaTestTool-v2, the emulator's code",
  restCapture: "radkawar/stackd, testdata/aws/apigateway/rest_websocket_logs.json (capture)",
  httpCapture: "radkawar/stackd, testdata/aws/apigateway/http_logs.json (capture)",
  urlCapture: "radkawar/stackd, testdata/aws/lambda/url_http_codecs.json (capture)",
  samEmulator:
    "aws/aws-sam-cli, samcli/local/apigw/local_apigw_service.py (its comments cite trials)",
  failureWriteUp:
    "a public write-up with curl output and execution logs of five failure modes of an edge-optimised REST API",
  gatewayGuide: "Amazon API Gateway developer guide",
  lambdaGuide: "AWS Lambda developer guide",
  albGuide: "Elastic Load Balancing user guide for Application Load Balancers",
} as const;
