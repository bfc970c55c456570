import { cause as adapterCannotInfer } from "./adapter-cannot-infer/cause";
import { cause as adapterPromiseNotReturned } from "./adapter-promise-not-returned/cause";
import { cause as albInvalidResponse } from "./alb-invalid-response/cause";
import { cause as albMultiValueMode } from "./alb-multi-value-mode/cause";
import { cause as albNullFields } from "./alb-null-fields/cause";
import { cause as arrayReturned } from "./array-returned/cause";
import { cause as arrowObjectLiteral } from "./arrow-object-literal/cause";
import { cause as asiReturn } from "./asi-return/cause";
import { cause as asyncWithCallback } from "./async-with-callback/cause";
import { cause as authorizerBadResponse } from "./authorizer-bad-response/cause";
import { cause as authorizerDenied } from "./authorizer-denied/cause";
import { cause as awsSdkV2Missing } from "./aws-sdk-v2-missing/cause";
import { cause as badBase64 } from "./bad-base64/cause";
import { cause as binaryAcceptMismatch } from "./binary-accept-mismatch/cause";
import { cause as binaryAsUtf8 } from "./binary-as-utf8/cause";
import { cause as binaryMediaTypesMissing } from "./binary-media-types-missing/cause";
import { cause as binaryWildcardBreaksOptions } from "./binary-wildcard-breaks-options/cause";
import { cause as bodyBase64Request } from "./body-base64-request/cause";
import { cause as bodyNotParsed } from "./body-not-parsed/cause";
import { cause as bodyNotString } from "./body-not-string/cause";
import { cause as bodyNullParse } from "./body-null-parse/cause";
import { cause as bootstrapMissing } from "./bootstrap-missing/cause";
import { cause as callbackErrorArgument } from "./callback-error-argument/cause";
import { cause as callbackHandlerNode24 } from "./callback-handler-node24/cause";
import type { Cause } from "./cause";
import { cause as classNotFoundJava } from "./class-not-found-java/cause";
import { cause as contentEncodingMismatch } from "./content-encoding-mismatch/cause";
import { cause as contextSucceedRemoved } from "./context-succeed-removed/cause";
import { cause as cookiesKeyOnRest } from "./cookies-key-on-rest/cause";
import { cause as corsDuplicateOrigin } from "./cors-duplicate-origin/cause";
import { cause as corsErrorMasks5xx } from "./cors-error-masks-5xx/cause";
import { cause as corsHeadersMissing } from "./cors-headers-missing/cause";
import { cause as corsWildcardCredentials } from "./cors-wildcard-credentials/cause";
import { cause as csharpAsyncVoid } from "./csharp-async-void/cause";
import { cause as csharpSerializerMissing } from "./csharp-serializer-missing/cause";
import { cause as doubleEncodedBody } from "./double-encoded-body/cause";
import { cause as emptyEnvelope } from "./empty-envelope/cause";
import { cause as eniLimit } from "./eni-limit/cause";
import { cause as errorReturnedWithResponse } from "./error-returned-with-response/cause";
import { cause as esmCjsMismatch } from "./esm-cjs-mismatch/cause";
import { cause as eventLoopNotEmpty } from "./event-loop-not-empty/cause";
import { cause as eventShapeAssumed } from "./event-shape-assumed/cause";
import { cause as extraKeys } from "./extra-keys/cause";
import { cause as fetchResponseReturned } from "./fetch-response-returned/cause";
import { cause as forbiddenKeyOrStage } from "./forbidden-key-or-stage/cause";
import { cause as formBodyAsJson } from "./form-body-as-json/cause";
import { cause as frameworkAppAsHandler } from "./framework-app-as-handler/cause";
import { cause as functionTimeout } from "./function-timeout/cause";
import { cause as functionUrlPermission } from "./function-url-permission/cause";
import { cause as functionUrlStreamMode } from "./function-url-stream-mode/cause";
import { cause as gatewayTimeout } from "./gateway-timeout/cause";
import { cause as generic500HttpApi } from "./generic-500-http-api/cause";
import { cause as generic502 } from "./generic-502/cause";
import { cause as genericMalformed } from "./generic-malformed/cause";
import { cause as handlerNotFound } from "./handler-not-found/cause";
import { cause as handlerSignature } from "./handler-signature/cause";
import { cause as headerCase } from "./header-case/cause";
import { cause as headerRemapped } from "./header-remapped/cause";
import { cause as headerValueArray } from "./header-value-array/cause";
import { cause as headerValueNotString } from "./header-value-not-string/cause";
import { cause as headersNotObject } from "./headers-not-object/cause";
import { cause as iamAccessDenied } from "./iam-access-denied/cause";
import { cause as importModuleError } from "./import-module-error/cause";
import { cause as integrationMethodNotPost } from "./integration-method-not-post/cause";
import { cause as isBase64NotBoolean } from "./is-base64-not-boolean/cause";
import { cause as javaPojoNoGetters } from "./java-pojo-no-getters/cause";
import { cause as jsUnserializable } from "./js-unserializable/cause";
import { cause as jsonDumpsUnserializable } from "./json-dumps-unserializable/cause";
import { cause as jsonNan } from "./json-nan/cause";
import { cause as lambdaThrottled } from "./lambda-throttled/cause";
import { cause as layerWrapperBroken } from "./layer-wrapper-broken/cause";
import { cause as marshalError } from "./marshal-error/cause";
import { cause as missingAuthenticationToken } from "./missing-authentication-token/cause";
import { cause as missingBase64Flag } from "./missing-base64-flag/cause";
import { cause as missingContentType } from "./missing-content-type/cause";
import { cause as missingEnvVar } from "./missing-env-var/cause";
import { cause as missingInvokePermission } from "./missing-invoke-permission/cause";
import { cause as missingReturn } from "./missing-return/cause";
import { cause as misspelledKey } from "./misspelled-key/cause";
import { cause as multiValueHeadersIgnored } from "./multi-value-headers-ignored/cause";
import { cause as multiValueHeadersNotArrays } from "./multi-value-headers-not-arrays/cause";
import { cause as nativeBinaryMismatch } from "./native-binary-mismatch/cause";
import { cause as notJson } from "./not-json/cause";
import { cause as notRedeployed } from "./not-redeployed/cause";
import { cause as nullPathParams } from "./null-path-params/cause";
import { cause as nullQueryParams } from "./null-query-params/cause";
import { cause as nullResponse } from "./null-response/cause";
import { cause as objectCoercedToString } from "./object-coerced-to-string/cause";
import { cause as outOfMemory } from "./out-of-memory/cause";
import { cause as outputMappingInvalid } from "./output-mapping-invalid/cause";
import { cause as packagePermissionDenied } from "./package-permission-denied/cause";
import { cause as pascalCaseKeys } from "./pascal-case-keys/cause";
import { cause as payloadVersionMismatch } from "./payload-version-mismatch/cause";
import { cause as processExit } from "./process-exit/cause";
import { cause as promiseNeverResolves } from "./promise-never-resolves/cause";
import { cause as promiseNotReturned } from "./promise-not-returned/cause";
import { cause as proxyIntegrationOff } from "./proxy-integration-off/cause";
import { cause as pythonAsyncHandler } from "./python-async-handler/cause";
import { cause as pythonReprBody } from "./python-repr-body/cause";
import { cause as rawObjectReturned } from "./raw-object-returned/cause";
import { cause as requestTooLarge } from "./request-too-large/cause";
import { cause as responseTooLarge } from "./response-too-large/cause";
import { cause as routeNotFound } from "./route-not-found/cause";
import { cause as setCookieCollapsed } from "./set-cookie-collapsed/cause";
import { cause as stageInPath } from "./stage-in-path/cause";
import { cause as statusCodeInvalid } from "./status-code-invalid/cause";
import { cause as statusCodeMissing } from "./status-code-missing/cause";
import { cause as statusCodeUndefined } from "./status-code-undefined/cause";
import { cause as statusInsteadOfStatuscode } from "./status-instead-of-statuscode/cause";
import { cause as stringReturned } from "./string-returned/cause";
import { cause as syncReturnIgnored } from "./sync-return-ignored/cause";
import { cause as syntaxError } from "./syntax-error/cause";
import { cause as throwHttpStatus } from "./throw-http-status/cause";
import { cause as unawaitedPromiseInBody } from "./unawaited-promise-in-body/cause";
import { cause as unhandledException } from "./unhandled-exception/cause";
import { cause as unhandledRejection } from "./unhandled-rejection/cause";
import { cause as vpcNetworkTimeout } from "./vpc-network-timeout/cause";
import { cause as websocketConnectResponse } from "./websocket-connect-response/cause";
import { cause as wholeResponseStringified } from "./whole-response-stringified/cause";

/** Every known cause, in alphabetical order of their ids. */
export const causes: readonly Cause[] = [
  adapterCannotInfer,
  adapterPromiseNotReturned,
  albInvalidResponse,
  albMultiValueMode,
  albNullFields,
  arrayReturned,
  arrowObjectLiteral,
  asiReturn,
  asyncWithCallback,
  authorizerBadResponse,
  authorizerDenied,
  awsSdkV2Missing,
  badBase64,
  binaryAcceptMismatch,
  binaryAsUtf8,
  binaryMediaTypesMissing,
  binaryWildcardBreaksOptions,
  bodyBase64Request,
  bodyNotParsed,
  bodyNotString,
  bodyNullParse,
  bootstrapMissing,
  callbackErrorArgument,
  callbackHandlerNode24,
  classNotFoundJava,
  contentEncodingMismatch,
  contextSucceedRemoved,
  cookiesKeyOnRest,
  corsDuplicateOrigin,
  corsErrorMasks5xx,
  corsHeadersMissing,
  corsWildcardCredentials,
  csharpAsyncVoid,
  csharpSerializerMissing,
  doubleEncodedBody,
  emptyEnvelope,
  eniLimit,
  errorReturnedWithResponse,
  esmCjsMismatch,
  eventLoopNotEmpty,
  eventShapeAssumed,
  extraKeys,
  fetchResponseReturned,
  forbiddenKeyOrStage,
  formBodyAsJson,
  frameworkAppAsHandler,
  functionTimeout,
  functionUrlPermission,
  functionUrlStreamMode,
  gatewayTimeout,
  generic500HttpApi,
  generic502,
  genericMalformed,
  handlerNotFound,
  handlerSignature,
  headerCase,
  headerRemapped,
  headerValueArray,
  headerValueNotString,
  headersNotObject,
  iamAccessDenied,
  importModuleError,
  integrationMethodNotPost,
  isBase64NotBoolean,
  javaPojoNoGetters,
  jsUnserializable,
  jsonDumpsUnserializable,
  jsonNan,
  lambdaThrottled,
  layerWrapperBroken,
  marshalError,
  missingAuthenticationToken,
  missingBase64Flag,
  missingContentType,
  missingEnvVar,
  missingInvokePermission,
  missingReturn,
  misspelledKey,
  multiValueHeadersIgnored,
  multiValueHeadersNotArrays,
  nativeBinaryMismatch,
  notJson,
  notRedeployed,
  nullPathParams,
  nullQueryParams,
  nullResponse,
  objectCoercedToString,
  outOfMemory,
  outputMappingInvalid,
  packagePermissionDenied,
  pascalCaseKeys,
  payloadVersionMismatch,
  processExit,
  promiseNeverResolves,
  promiseNotReturned,
  proxyIntegrationOff,
  pythonAsyncHandler,
  pythonReprBody,
  rawObjectReturned,
  requestTooLarge,
  responseTooLarge,
  routeNotFound,
  setCookieCollapsed,
  stageInPath,
  statusCodeInvalid,
  statusCodeMissing,
  statusCodeUndefined,
  statusInsteadOfStatuscode,
  stringReturned,
  syncReturnIgnored,
  syntaxError,
  throwHttpStatus,
  unawaitedPromiseInBody,
  unhandledException,
  unhandledRejection,
  vpcNetworkTimeout,
  websocketConnectResponse,
  wholeResponseStringified,
];
