/** Types of aws-lambda-go's package events, as that package declares them. */
export const goEventTypes = `package events

type APIGatewayProxyRequest struct {
	Resource string \`json:"resource"\`
	Path string \`json:"path"\`
	HTTPMethod string \`json:"httpMethod"\`
	Headers map[string]string \`json:"headers"\`
	MultiValueHeaders map[string][]string \`json:"multiValueHeaders"\`
	QueryStringParameters map[string]string \`json:"queryStringParameters"\`
	MultiValueQueryStringParameters map[string][]string \`json:"multiValueQueryStringParameters"\`
	PathParameters map[string]string \`json:"pathParameters"\`
	StageVariables map[string]string \`json:"stageVariables"\`
	RequestContext APIGatewayProxyRequestContext \`json:"requestContext"\`
	Body string \`json:"body"\`
	IsBase64Encoded bool \`json:"isBase64Encoded,omitempty"\`
}

type APIGatewayProxyRequestContext struct {
	AccountID string \`json:"accountId"\`
	ResourceID string \`json:"resourceId"\`
	Stage string \`json:"stage"\`
	RequestID string \`json:"requestId"\`
	Identity APIGatewayRequestIdentity \`json:"identity"\`
	ResourcePath string \`json:"resourcePath"\`
	Path string \`json:"path"\`
	Authorizer map[string]interface{} \`json:"authorizer"\`
	HTTPMethod string \`json:"httpMethod"\`
	APIID string \`json:"apiId"\`
}

type APIGatewayRequestIdentity struct {
	SourceIP string \`json:"sourceIp"\`
	UserAgent string \`json:"userAgent"\`
}

type APIGatewayProxyResponse struct {
	StatusCode int \`json:"statusCode"\`
	Headers map[string]string \`json:"headers"\`
	MultiValueHeaders map[string][]string \`json:"multiValueHeaders"\`
	Body string \`json:"body"\`
	IsBase64Encoded bool \`json:"isBase64Encoded,omitempty"\`
}

type APIGatewayV2HTTPRequest struct {
	Version string \`json:"version"\`
	RouteKey string \`json:"routeKey"\`
	RawPath string \`json:"rawPath"\`
	RawQueryString string \`json:"rawQueryString"\`
	Cookies []string \`json:"cookies,omitempty"\`
	Headers map[string]string \`json:"headers"\`
	QueryStringParameters map[string]string \`json:"queryStringParameters,omitempty"\`
	PathParameters map[string]string \`json:"pathParameters,omitempty"\`
	RequestContext APIGatewayV2HTTPRequestContext \`json:"requestContext"\`
	StageVariables map[string]string \`json:"stageVariables,omitempty"\`
	Body string \`json:"body,omitempty"\`
	IsBase64Encoded bool \`json:"isBase64Encoded"\`
}

type APIGatewayV2HTTPRequestContext struct {
	RouteKey string \`json:"routeKey"\`
	AccountID string \`json:"accountId"\`
	Stage string \`json:"stage"\`
	RequestID string \`json:"requestId"\`
	APIID string \`json:"apiId"\`
	DomainName string \`json:"domainName"\`
	DomainPrefix string \`json:"domainPrefix"\`
	Time string \`json:"time"\`
	TimeEpoch int64 \`json:"timeEpoch"\`
	HTTP APIGatewayV2HTTPRequestContextHTTPDescription \`json:"http"\`
}

type APIGatewayV2HTTPRequestContextHTTPDescription struct {
	Method string \`json:"method"\`
	Path string \`json:"path"\`
	Protocol string \`json:"protocol"\`
	SourceIP string \`json:"sourceIp"\`
	UserAgent string \`json:"userAgent"\`
}

type APIGatewayV2HTTPResponse struct {
	StatusCode int \`json:"statusCode"\`
	Headers map[string]string \`json:"headers"\`
	MultiValueHeaders map[string][]string \`json:"multiValueHeaders"\`
	Body string \`json:"body"\`
	IsBase64Encoded bool \`json:"isBase64Encoded,omitempty"\`
	Cookies []string \`json:"cookies"\`
}

type LambdaFunctionURLRequest struct {
	Version string \`json:"version"\`
	RawPath string \`json:"rawPath"\`
	RawQueryString string \`json:"rawQueryString"\`
	Cookies []string \`json:"cookies,omitempty"\`
	Headers map[string]string \`json:"headers"\`
	QueryStringParameters map[string]string \`json:"queryStringParameters,omitempty"\`
	RequestContext LambdaFunctionURLRequestContext \`json:"requestContext"\`
	Body string \`json:"body,omitempty"\`
	IsBase64Encoded bool \`json:"isBase64Encoded"\`
}

type LambdaFunctionURLRequestContext struct {
	AccountID string \`json:"accountId"\`
	RequestID string \`json:"requestId"\`
	APIID string \`json:"apiId"\`
	DomainName string \`json:"domainName"\`
	Time string \`json:"time"\`
	TimeEpoch int64 \`json:"timeEpoch"\`
	HTTP LambdaFunctionURLRequestContextHTTPDescription \`json:"http"\`
}

type LambdaFunctionURLRequestContextHTTPDescription struct {
	Method string \`json:"method"\`
	Path string \`json:"path"\`
	Protocol string \`json:"protocol"\`
	SourceIP string \`json:"sourceIp"\`
	UserAgent string \`json:"userAgent"\`
}

type LambdaFunctionURLResponse struct {
	StatusCode int \`json:"statusCode"\`
	Headers map[string]string \`json:"headers"\`
	Body string \`json:"body"\`
	IsBase64Encoded bool \`json:"isBase64Encoded"\`
	Cookies []string \`json:"cookies"\`
}

type ALBTargetGroupRequest struct {
	HTTPMethod string \`json:"httpMethod"\`
	Path string \`json:"path"\`
	QueryStringParameters map[string]string \`json:"queryStringParameters,omitempty"\`
	MultiValueQueryStringParameters map[string][]string \`json:"multiValueQueryStringParameters,omitempty"\`
	Headers map[string]string \`json:"headers,omitempty"\`
	MultiValueHeaders map[string][]string \`json:"multiValueHeaders,omitempty"\`
	IsBase64Encoded bool \`json:"isBase64Encoded"\`
	Body string \`json:"body"\`
}

type ALBTargetGroupResponse struct {
	StatusCode int \`json:"statusCode"\`
	StatusDescription string \`json:"statusDescription"\`
	Headers map[string]string \`json:"headers"\`
	MultiValueHeaders map[string][]string \`json:"multiValueHeaders"\`
	Body string \`json:"body"\`
	IsBase64Encoded bool \`json:"isBase64Encoded"\`
}
`;
