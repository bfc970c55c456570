import { arrive } from "../../gateways/arrive";
import { type BrowserView, type Page, viewFromBrowser } from "../../gateways/browser";
import type { CorsVerdict } from "../../gateways/browser/cors";
import { checkPreflight } from "../../gateways/browser/preflight";
import { isPreflight } from "../../gateways/configured-cors";
import type { GatewayContext, Response } from "../../gateways/gateway";
import { headerValue } from "../../gateways/header-lines";
import { respond } from "../../gateways/respond";
import { obstacle } from "../../invocation/invoke";
import type { Report } from "../../report/report";
import type { GatewayKind, Header, Request, Submission } from "../../submission/submission";

const hosts: Readonly<Record<GatewayKind, (context: GatewayContext) => string>> = {
  rest: ({ apiId, region }) => `${apiId}.execute-api.${region}.amazonaws.com`,
  "rest-custom": ({ apiId, region }) => `${apiId}.execute-api.${region}.amazonaws.com`,
  http1: ({ apiId, region }) => `${apiId}.execute-api.${region}.amazonaws.com`,
  http2: ({ apiId, region }) => `${apiId}.execute-api.${region}.amazonaws.com`,
  url: ({ apiId, region }) => `${apiId}.lambda-url.${region}.on.aws`,
  alb: ({ region }) => `my-alb-1234567890.${region}.elb.amazonaws.com`,
};

/** The origin that the request goes to: the host that it names, else the gateway's own. */
export function gatewayOrigin(submission: Submission): string {
  const { gateway, request } = submission;
  const own = hosts[gateway](arrive(submission).context);
  return `https://${headerValue(request.headers, "host") ?? own}`;
}

/** A request as a page of this origin sends it: with an Origin header of the browser's own. */
export function sentFrom(origin: string, request: Request): Request {
  const others = request.headers.filter(([name]) => name.toLowerCase() !== "origin");
  return { ...request, headers: [...others, ["origin", origin] satisfies Header] };
}

/** Whether the gateway answers CORS itself, by its own settings. */
export function answersCorsItself({ gateway, settings }: Submission): boolean {
  return settings.cors !== undefined && ["http1", "http2", "url"].includes(gateway);
}

/** The request that a preflight asks for. */
function askedFor({ path, query, headers }: Request): Request {
  const names = (headerValue(headers, "access-control-request-headers") ?? "").split(",");
  return {
    method: headerValue(headers, "access-control-request-method") ?? "GET",
    path,
    query,
    headers: names.filter((name) => name.trim()).map((name) => [name.trim(), ""]),
    body: "",
  };
}

/** What a page's script would get of the answer that a report is about. */
export type PageView =
  | { readonly of: "request"; readonly view: BrowserView; readonly response: Response }
  | { readonly of: "preflight"; readonly asked: Request; readonly verdict: CorsVerdict };

/**
 * What a browser makes of a report's answer for a page. An answer by configured CORS is asked for anew,
 * as it depends on the page's origin. Undefined while there is no answer.
 */
export function viewForPage(report: Report, page: Page): PageView | undefined {
  const { submission, invocation, responses } = report;
  const { gateway, request } = submission;
  const given = responses[gateway];
  if (!given || given.verdict === "unknown") return undefined;
  if (isPreflight(request)) {
    const asked = askedFor(request);
    const verdict = checkPreflight(given, asked, page.origin, page.credentials);
    return { of: "preflight", asked, verdict };
  }
  const configured = answersCorsItself(submission);
  const answer = (sent: Request) =>
    respond(gateway, invocation, { ...arrive(submission), request: sent });
  const view = (response: Response) =>
    viewFromBrowser(
      {
        request,
        response,
        gatewayOrigin: gatewayOrigin(submission),
        answerPreflight: (preflight) =>
          configured || obstacle(submission) ? answer(preflight) : undefined,
      },
      page,
    );
  const response =
    configured && submission.kind !== "log" ? answer(sentFrom(page.origin, request)) : given;
  return { of: "request", view: view(response), response };
}

/** An answer that fails for its own reasons, and that the browser reports as a CORS error. */
export function masksFailure({ view, response }: PageView & { of: "request" }): boolean {
  return (
    response.status >= 400 &&
    !view.verdict.allowed &&
    view.verdict.fact === "browser.cors-header-missing" &&
    view.preflight?.answer?.verdict.allowed !== false
  );
}
