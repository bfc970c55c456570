import { kindOf, type PackageKind, packageOf } from "../../../stubs/packages";
import { lent, provideStubs } from "../lent";
import { answerAws } from "./aws";
import { answerCache, answerMongo, answerMysql, answerPostgres, answerQuery } from "./databases";
import {
  answerAxios,
  answerFetch,
  answerGot,
  answerService,
  plainResponse,
  responseOf,
} from "./network";
import { type Answers, askLater, standIn } from "./stand-in";
import { answerConfig, answerData, answerSecret, answerText, answerValidator } from "./values";
import { answerFramework, answerLogger, answerMiddy, answerWrapper } from "./wrappers";

const answersByKind: Readonly<Record<PackageKind, Answers>> = {
  "aws-client": answerAws,
  aws: answerAws,
  axios: answerAxios,
  fetch: answerFetch,
  got: answerGot,
  postgres: answerPostgres,
  mysql: answerMysql,
  mongo: answerMongo,
  query: answerQuery,
  cache: answerCache,
  validator: answerValidator,
  wrapper: answerWrapper,
  logger: answerLogger,
  text: answerText,
  data: answerData,
  secret: answerSecret,
  service: answerService,
  framework: answerFramework,
  middy: answerMiddy,
  config: answerConfig,
};

/**
 * Modules of which nothing is known. A value or an error that the submission gives comes at once, which
 * is as good where the code awaits it.
 */
const answerUnknown: Answers = (call) => {
  const answer = answerService(call);
  const said = lent.outside.stubOf(call.module)?.answers;
  const isGiven = said === "value" || said === "error";
  const usesCallback = typeof call.arguments.at(-1) === "function";
  const isStep = !("chain" in answer) || answer.chain === undefined;
  return isGiven && !usesCallback && !isStep ? { now: undefined } : answer;
};

function moduleOf(specifier: string): object | undefined {
  const kind = kindOf(specifier);
  if (kind) return standIn(specifier, [], answersByKind[kind]);
  // Version 2 of the SDK answers to `.promise()`, and so never at once.
  const answers = packageOf(specifier) === "aws-sdk" ? answerService : answerUnknown;
  return lent.outside.stubOf(specifier) && standIn(specifier, [], answers);
}

function fileOf(specifier: string): object {
  return standIn(specifier, [], answerUnknown);
}

function fetch(...values: unknown[]): Promise<unknown> | undefined {
  const path = ["fetch"];
  const call = { module: "fetch", path, name: "fetch", arguments: values, isNew: false };
  return askLater(call, { later: plainResponse, adapt: responseOf });
}

provideStubs({ moduleOf, fileOf, fetch });
