/** Types of the Amazon.Lambda.* event packages, as far as their JSON goes; declared as those packages do. */
export const csharpEventTypes = `
public class APIGatewayProxyRequest {
  public string Resource { get; set; }
  public string Path { get; set; }
  public string HttpMethod { get; set; }
  public IDictionary<string, string> Headers { get; set; }
  public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }
  public IDictionary<string, string> QueryStringParameters { get; set; }
  public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }
  public IDictionary<string, string> PathParameters { get; set; }
  public IDictionary<string, string> StageVariables { get; set; }
  public ProxyRequestContext RequestContext { get; set; }
  public string Body { get; set; }
  public bool IsBase64Encoded { get; set; }
}
public class ProxyRequestContext {
  public string Path { get; set; }
  public string AccountId { get; set; }
  public string ResourceId { get; set; }
  public string Stage { get; set; }
  public string RequestId { get; set; }
  public RequestIdentity Identity { get; set; }
  public string ResourcePath { get; set; }
  public string HttpMethod { get; set; }
  public string ApiId { get; set; }
  public string DomainName { get; set; }
  public IDictionary<string, object> Authorizer { get; set; }
}
public class RequestIdentity {
  public string SourceIp { get; set; }
  public string UserAgent { get; set; }
}
public class APIGatewayProxyResponse {
  [JsonPropertyName("statusCode")] public int StatusCode { get; set; }
  [JsonPropertyName("headers")] public IDictionary<string, string> Headers { get; set; }
  [JsonPropertyName("multiValueHeaders")] public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }
  [JsonPropertyName("body")] public string Body { get; set; }
  [JsonPropertyName("isBase64Encoded")] public bool IsBase64Encoded { get; set; }
}
public class APIGatewayHttpApiV2ProxyRequest {
  public string Version { get; set; }
  public string RouteKey { get; set; }
  public string RawPath { get; set; }
  public string RawQueryString { get; set; }
  public string[] Cookies { get; set; }
  public IDictionary<string, string> Headers { get; set; }
  public IDictionary<string, string> QueryStringParameters { get; set; }
  public HttpApiV2RequestContext RequestContext { get; set; }
  public string Body { get; set; }
  public IDictionary<string, string> PathParameters { get; set; }
  public bool IsBase64Encoded { get; set; }
  public IDictionary<string, string> StageVariables { get; set; }
}
public class HttpApiV2RequestContext {
  public string AccountId { get; set; }
  public string ApiId { get; set; }
  public string DomainName { get; set; }
  public string DomainPrefix { get; set; }
  public HttpDescription Http { get; set; }
  public string RequestId { get; set; }
  public string RouteKey { get; set; }
  public string Stage { get; set; }
  public string Time { get; set; }
  public long TimeEpoch { get; set; }
}
public class HttpDescription {
  public string Method { get; set; }
  public string Path { get; set; }
  public string Protocol { get; set; }
  public string SourceIp { get; set; }
  public string UserAgent { get; set; }
}
public class APIGatewayHttpApiV2ProxyResponse {
  [JsonPropertyName("statusCode")] public int StatusCode { get; set; }
  [JsonPropertyName("headers")] public IDictionary<string, string> Headers { get; set; }
  [JsonPropertyName("cookies")] public string[] Cookies { get; set; }
  [JsonPropertyName("body")] public string Body { get; set; }
  [JsonPropertyName("isBase64Encoded")] public bool IsBase64Encoded { get; set; }
}
public class ApplicationLoadBalancerRequest {
  public string HttpMethod { get; set; }
  public string Path { get; set; }
  public IDictionary<string, string> QueryStringParameters { get; set; }
  public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }
  public IDictionary<string, string> Headers { get; set; }
  public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }
  public string Body { get; set; }
  public bool IsBase64Encoded { get; set; }
}
public class ApplicationLoadBalancerResponse {
  [JsonPropertyName("statusCode")] public int StatusCode { get; set; }
  [JsonPropertyName("statusDescription")] public string StatusDescription { get; set; }
  [JsonPropertyName("headers")] public IDictionary<string, string> Headers { get; set; }
  [JsonPropertyName("multiValueHeaders")] public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }
  [JsonPropertyName("body")] public string Body { get; set; }
  [JsonPropertyName("isBase64Encoded")] public bool IsBase64Encoded { get; set; }
}
`;
