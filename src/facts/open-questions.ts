import type { GatewayKind } from "../submission/submission";

/** What nobody has recorded or documented; what is answered here rests on inference. */
export interface OpenQuestion {
  readonly id: string;
  readonly question: string;
  readonly gateways: readonly GatewayKind[];
}

/** What is not known of AWS, so that the page can say so and somebody can try it. */
export const openQuestions: readonly OpenQuestion[] = [
  {
    id: "rest-payload-kinds",
    question: "What does a REST API answer to a payload that is a number, a boolean or an array?",
    gateways: ["rest"],
  },
  {
    id: "rest-status-code-kinds",
    question: "What does it make of a statusCode that is null, has a fraction or is out of range?",
    gateways: ["rest"],
  },
  {
    id: "rest-body-scalar",
    question: "Is a body that is a number or a boolean sent as its text?",
    gateways: ["rest"],
  },
  {
    id: "rest-header-value-kinds",
    question: "What becomes of a header value that is a number, null, a list or an object?",
    gateways: ["rest"],
  },
  {
    id: "rest-flag-text",
    question: 'Is isBase64Encoded accepted as the text "true"?',
    gateways: ["rest"],
  },
  {
    id: "rest-remapped-headers",
    question:
      "Which headers of a proxy integration are renamed to x-amzn-Remapped-...? The guide's table and the recordings of non-proxy integrations disagree in seven rows.",
    gateways: ["rest"],
  },
  {
    id: "rest-throttled-permission-timeout",
    question:
      "Are throttling, a missing permission and the timeout answered everywhere as one good write-up of 2025 shows? They were answered differently in 2018.",
    gateways: ["rest", "rest-custom"],
  },
  {
    id: "rest-authorizer-bodies",
    question:
      "What exactly are the bodies when a Lambda authorizer denies or fails? Reports show two wordings of the explicit deny.",
    gateways: ["rest", "rest-custom"],
  },
  {
    id: "rest-sending-before-permission",
    question:
      "Does 'Sending request to' stand in the execution log when the permission is missing? It was not there in 2015.",
    gateways: ["rest", "rest-custom"],
  },
  {
    id: "http-inference",
    question:
      "What does an HTTP API make of a payload that is a number, boolean, array, null or text with white space around it? Its inference is documented, not recorded.",
    gateways: ["http2"],
  },
  {
    id: "http-wrong-types",
    question:
      "Which wrong types other than that of body does an HTTP API refuse? Its header casing and field errors are those of a reader that would refuse a statusCode written as text, too.",
    gateways: ["http1", "http2"],
  },
  {
    id: "http-content-type-sniffed",
    question:
      "Is text/plain; charset=utf-8 the default for every body, or would HTML be recognised as such?",
    gateways: ["http1", "http2"],
  },
  {
    id: "http-unknown-keys",
    question:
      "Are unknown keys always ignored? One report shows an error for multiValueHeaders beside cookies.",
    gateways: ["http1", "http2"],
  },
  {
    id: "http-throttled",
    question: "Is a throttled function answered with 500 or 503?",
    gateways: ["http1", "http2"],
  },
  {
    id: "http1-beyond-happy-path",
    question:
      "What does format 1.0 answer to anything but a well-formed response? Only well-formed ones, status 0 and base64 are recorded.",
    gateways: ["http1"],
  },
  {
    id: "http1-path-with-stage",
    question: "Does path of format 1.0 include a named stage?",
    gateways: ["http1"],
  },
  {
    id: "url-throttled-body",
    question: "What is the body of a function URL's 429?",
    gateways: ["url"],
  },
  {
    id: "alb-everything",
    question:
      "Nothing of a load balancer is recorded: users report that null and header values that are no text are fatal, and the guide's list of required members is stricter than practice.",
    gateways: ["alb"],
  },
  {
    id: "illegal-headers",
    question: "What becomes of a header with a line break or a name that is no token?",
    gateways: ["rest", "http1", "http2", "url", "alb"],
  },
  {
    id: "duplicate-keys",
    question: "Which of two equal keys counts?",
    gateways: ["rest", "http1", "http2", "url", "alb"],
  },
];
