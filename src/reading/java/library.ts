/** Types of aws-lambda-java-events, as far as their JSON goes; their accessors are made from the fields. */
export const javaEventTypes = `
class APIGatewayProxyRequestEvent {
  private String version;
  private String resource;
  private String path;
  private String httpMethod;
  private Map<String, String> headers;
  private Map<String, List<String>> multiValueHeaders;
  private Map<String, String> queryStringParameters;
  private Map<String, List<String>> multiValueQueryStringParameters;
  private Map<String, String> pathParameters;
  private Map<String, String> stageVariables;
  private ProxyRequestContext requestContext;
  private String body;
  private Boolean isBase64Encoded;
}
class ProxyRequestContext {
  private String accountId;
  private String stage;
  private String resourceId;
  private String requestId;
  private RequestIdentity identity;
  private String resourcePath;
  private String httpMethod;
  private String apiId;
  private String path;
  private Map<String, Object> authorizer;
  private String domainName;
}
class RequestIdentity {
  private String sourceIp;
  private String userAgent;
}
class APIGatewayProxyResponseEvent {
  private Integer statusCode;
  private Map<String, String> headers;
  private Map<String, List<String>> multiValueHeaders;
  private String body;
  private Boolean isBase64Encoded;
}
class APIGatewayV2HTTPEvent {
  private String version;
  private String routeKey;
  private String rawPath;
  private String rawQueryString;
  private List<String> cookies;
  private Map<String, String> headers;
  private Map<String, String> queryStringParameters;
  private Map<String, String> pathParameters;
  private Map<String, String> stageVariables;
  private String body;
  private boolean isBase64Encoded;
  private HttpApiRequestContext requestContext;
}
class HttpApiRequestContext {
  private String routeKey;
  private String accountId;
  private String stage;
  private String apiId;
  private String domainName;
  private String time;
  private long timeEpoch;
  private Http http;
  private String requestId;
}
class Http {
  private String method;
  private String path;
  private String protocol;
  private String sourceIp;
  private String userAgent;
}
class APIGatewayV2HTTPResponse {
  private int statusCode;
  private Map<String, String> headers;
  private Map<String, List<String>> multiValueHeaders;
  private List<String> cookies;
  private String body;
  private boolean isBase64Encoded;
}
class ApplicationLoadBalancerRequestEvent {
  private String httpMethod;
  private String path;
  private Map<String, String> queryStringParameters;
  private Map<String, List<String>> multiValueQueryStringParameters;
  private Map<String, String> headers;
  private Map<String, List<String>> multiValueHeaders;
  private String body;
  private boolean isBase64Encoded;
}
class ApplicationLoadBalancerResponseEvent {
  private int statusCode;
  private String statusDescription;
  private boolean isBase64Encoded;
  private Map<String, String> headers;
  private Map<String, List<String>> multiValueHeaders;
  private String body;
}
`;
