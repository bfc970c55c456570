import { cause as arrowObjectLiteral } from "./arrow-object-literal/cause";
import { cause as asiReturn } from "./asi-return/cause";
import { cause as asyncWithCallback } from "./async-with-callback/cause";
import { cause as awsSdkV2Missing } from "./aws-sdk-v2-missing/cause";
import { cause as bodyBase64Request } from "./body-base64-request/cause";
import { cause as bodyNotParsed } from "./body-not-parsed/cause";
import { cause as bodyNotString } from "./body-not-string/cause";
import { cause as bodyNullParse } from "./body-null-parse/cause";
import { cause as callbackErrorArgument } from "./callback-error-argument/cause";
import { cause as callbackHandlerNode24 } from "./callback-handler-node24/cause";
import type { Cause } from "./cause";
import { cause as esmCjsMismatch } from "./esm-cjs-mismatch/cause";
import { cause as eventLoopNotEmpty } from "./event-loop-not-empty/cause";
import { cause as eventShapeAssumed } from "./event-shape-assumed/cause";
import { cause as fetchResponseReturned } from "./fetch-response-returned/cause";
import { cause as formBodyAsJson } from "./form-body-as-json/cause";
import { cause as functionTimeout } from "./function-timeout/cause";
import { cause as handlerNotFound } from "./handler-not-found/cause";
import { cause as headerCase } from "./header-case/cause";
import { cause as importModuleError } from "./import-module-error/cause";
import { cause as missingReturn } from "./missing-return/cause";
import { cause as nullPathParams } from "./null-path-params/cause";
import { cause as nullQueryParams } from "./null-query-params/cause";
import { cause as payloadVersionMismatch } from "./payload-version-mismatch/cause";
import { cause as promiseNeverResolves } from "./promise-never-resolves/cause";
import { cause as promiseNotReturned } from "./promise-not-returned/cause";
import { cause as statusCodeUndefined } from "./status-code-undefined/cause";
import { cause as syncReturnIgnored } from "./sync-return-ignored/cause";
import { cause as syntaxError } from "./syntax-error/cause";
import { cause as throwHttpStatus } from "./throw-http-status/cause";
import { cause as unawaitedPromiseInBody } from "./unawaited-promise-in-body/cause";
import { cause as unhandledException } from "./unhandled-exception/cause";

/** Every known cause, in alphabetical order of their ids. */
export const causes: readonly Cause[] = [
  arrowObjectLiteral,
  asiReturn,
  asyncWithCallback,
  awsSdkV2Missing,
  bodyBase64Request,
  bodyNotParsed,
  bodyNotString,
  bodyNullParse,
  callbackErrorArgument,
  callbackHandlerNode24,
  esmCjsMismatch,
  eventLoopNotEmpty,
  eventShapeAssumed,
  fetchResponseReturned,
  formBodyAsJson,
  functionTimeout,
  handlerNotFound,
  headerCase,
  importModuleError,
  missingReturn,
  nullPathParams,
  nullQueryParams,
  payloadVersionMismatch,
  promiseNeverResolves,
  promiseNotReturned,
  statusCodeUndefined,
  syncReturnIgnored,
  syntaxError,
  throwHttpStatus,
  unawaitedPromiseInBody,
  unhandledException,
];
