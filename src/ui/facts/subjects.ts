import { type GatewayKind, gatewayKinds } from "../../submission/submission";

/** What facts can be about: a kind of gateway, Lambda with its runtimes, or the client's side. */
export const subjects = [...gatewayKinds, "lambda", "client"] as const;
export type Subject = (typeof subjects)[number];

/** The rooms of a fact's id, before its dot, that are about each subject. */
const roomsOf: Readonly<Record<Subject, readonly string[]>> = {
  rest: ["rest"],
  "rest-custom": ["rest-custom"],
  http1: ["http-api", "http1"],
  http2: ["http-api", "http2"],
  url: ["url"],
  alb: ["alb"],
  lambda: ["lambda", "nodejs", "python", "typed", "go", "dotnet", "java", "ruby"],
  client: ["browser", "client", "http", "websocket"],
};

/** What a fact is about, by the room of its id. */
export function subjectsOf(factId: string): readonly Subject[] {
  const room = factId.slice(0, factId.indexOf("."));
  return subjects.filter((subject) => roomsOf[subject].includes(room));
}

/** Whether a subject is a kind of gateway. */
export function isGateway(subject: Subject): subject is GatewayKind {
  return gatewayKinds.some((kind) => kind === subject);
}
