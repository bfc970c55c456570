import type { GatewayKind } from "../../submission/submission";

const rest: readonly GatewayKind[] = ["rest", "rest-custom"];
const http: readonly GatewayKind[] = ["http2", "http1"];

/** The kinds of gateway that a host name of AWS's own tells; `execute-api` is both REST and HTTP APIs. */
const hosts: readonly { readonly host: RegExp; readonly gateways: readonly GatewayKind[] }[] = [
  { host: /\.lambda-url\.[\w-]+\.on\.aws$/, gateways: ["url"] },
  {
    host: /\.elb\.(?:[\w-]+\.)?amazonaws\.com(?:\.cn)?$|\.[\w-]+\.elb\.amazonaws\.com$/,
    gateways: ["alb"],
  },
];

/** The kinds of gateway behind a host; undefined when its name does not tell. */
export function gatewaysOfHost(host: string | undefined): readonly GatewayKind[] | undefined {
  return host === undefined ? undefined : hosts.find((known) => known.host.test(host))?.gateways;
}

/** The kinds of gateway that add a header of this name or value to their answers. */
const headerLines: readonly { readonly line: RegExp; readonly gateways: readonly GatewayKind[] }[] =
  [
    { line: /^apigw-requestid:/i, gateways: http },
    { line: /^x-amz-apigw-id:/i, gateways: rest },
    { line: /^x-amzn-remapped-/i, gateways: rest },
    { line: /^server: ?awselb/i, gateways: ["alb"] },
  ];

/** Only API Gateway and function URLs name an error's type, and a function URL's host or body gives it away. */
const errorType = /^x-amzn-errortype$/i;

/** The kinds of gateway that name the error's type in a header; undefined for any other header. */
export function gatewaysOfErrorType(name: string): readonly GatewayKind[] | undefined {
  return errorType.test(name) ? rest : undefined;
}

/** The kinds of gateway that a header of an answer tells. */
export function gatewaysOfHeader(name: string, value: string): readonly GatewayKind[] | undefined {
  const line = `${name}: ${value}`;
  return headerLines.find((known) => known.line.test(line))?.gateways;
}

/** The kinds of gateway that write this body and no other, by its capitals and spaces. */
const bodies: readonly { readonly body: RegExp; readonly gateways: readonly GatewayKind[] }[] = [
  { body: /^Internal Server Error$/, gateways: ["url"] },
  {
    body: /^<html>\s*<head><title>\d{3} [\w -]+<\/title><\/head>\s*<body[^>]*>\s*<center><h1>[^<]*<\/h1><\/center>\s*<\/body>\s*<\/html>$/,
    gateways: ["alb"],
  },
  {
    body: /^\{"message":"(?:Internal Server Error|Service Unavailable|Not Found)"\}$/,
    gateways: http,
  },
  {
    body: /^\{"message": "(?:Internal server error|Endpoint request timed out)"\}$/,
    gateways: rest,
  },
  { body: /^\{"message":\s?"Missing Authentication Token"\}$/, gateways: rest },
  { body: /^\{"message":\s?null\}$/, gateways: rest },
  {
    body: /not a valid key=value pair \(missing equal-sign\) in Authorization header/,
    gateways: rest,
  },
  { body: /^\{"Message":"Forbidden\. For troubleshooting Function URL/, gateways: ["url"] },
  { body: /^\{"Message":\s?"User is not authorized to access this resource/, gateways: rest },
];

/** The kinds of gateway that a whole body tells. */
export function gatewaysOfBody(body: string): readonly GatewayKind[] | undefined {
  const trimmed = body.length < 2000 ? body.trim() : "";
  return bodies.find((known) => known.body.test(trimmed))?.gateways;
}
