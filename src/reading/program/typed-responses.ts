import type { Language } from "../../submission/submission";
import type { Reply } from "./notation";
import type { FunctionDeclaration } from "./program";

type Write = (type: string, reply: Reply) => string;

const initialised: Write = (type, { status, message }) =>
  `new ${type} { StatusCode = ${status}, Body = ${message} }`;
const fluent: Write = (type, { status, message }) =>
  `new ${type}().withStatusCode(${status}).withBody(${message})`;
const built: Write = (type, { status, message }) =>
  `${type}.builder().withStatusCode(${status}).withBody(${message}).build()`;

/** How AWS's own response types are made in C# and Java. */
const writes: Readonly<Partial<Record<Language, Readonly<Record<string, Write>>>>> = {
  csharp: {
    APIGatewayProxyResponse: initialised,
    APIGatewayHttpApiV2ProxyResponse: initialised,
    ApplicationLoadBalancerResponse: initialised,
  },
  java: {
    APIGatewayProxyResponseEvent: fluent,
    APIGatewayV2HTTPResponse: built,
    ApplicationLoadBalancerResponseEvent: fluent,
  },
};

/** A response of the type that the handler declares, its message as plain text; undefined for every other type. */
export function typedResponse(
  language: Language,
  { results, isAsync }: FunctionDeclaration,
  reply: Reply,
): string | undefined {
  const [result] = results;
  const isTask = result?.name === "Task" || result?.name === "ValueTask";
  const type = isTask && isAsync ? result.arguments[0] : result;
  const known = writes[language] ?? {};
  return type && Object.hasOwn(known, type.name) ? known[type.name]?.(type.name, reply) : undefined;
}
