import * as core from "@middy/core";
import * as cors from "@middy/http-cors";
import * as errorHandler from "@middy/http-error-handler";
import * as eventNormalizer from "@middy/http-event-normalizer";
import * as headerNormalizer from "@middy/http-header-normalizer";
import * as jsonBodyParser from "@middy/http-json-body-parser";
import * as responseSerializer from "@middy/http-response-serializer";
import * as router from "@middy/http-router";
import * as securityHeaders from "@middy/http-security-headers";
import * as urlEncodeBodyParser from "@middy/http-urlencode-body-parser";
import * as util from "@middy/util";
import { providePackages } from "../parts/lent";

/** The default export, as CommonJS builds of older versions give it: it has the others as members. */
function callable(namespace: { readonly default: object }): object {
  return Object.assign(namespace.default, { ...namespace });
}

providePackages({
  "@middy/core": () => callable(core),
  "@middy/util": () => ({ ...util }),
  "@middy/http-cors": () => callable(cors),
  "@middy/http-error-handler": () => callable(errorHandler),
  "@middy/http-event-normalizer": () => callable(eventNormalizer),
  "@middy/http-header-normalizer": () => callable(headerNormalizer),
  "@middy/http-json-body-parser": () => callable(jsonBodyParser),
  "@middy/http-response-serializer": () => callable(responseSerializer),
  "@middy/http-router": () => callable(router),
  "@middy/http-security-headers": () => callable(securityHeaders),
  "@middy/http-urlencode-body-parser": () => callable(urlEncodeBodyParser),
  // The package's first name, whose middlewares came along.
  middy: () => callable(core),
  "middy/middlewares": () => ({
    cors: cors.default,
    httpErrorHandler: errorHandler.default,
    httpEventNormalizer: eventNormalizer.default,
    httpHeaderNormalizer: headerNormalizer.default,
    jsonBodyParser: jsonBodyParser.default,
    urlEncodeBodyParser: urlEncodeBodyParser.default,
  }),
});
