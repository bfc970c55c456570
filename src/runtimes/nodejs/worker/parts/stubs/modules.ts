import { kindOf, type PackageKind } from "../../../stubs/packages";
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

function moduleOf(specifier: string): object | undefined {
  const kind = kindOf(specifier) ?? (lent.outside.stubOf(specifier) ? "service" : undefined);
  return kind && standIn(specifier, [], answersByKind[kind]);
}

function fileOf(specifier: string): object {
  return standIn(specifier, [], answersByKind.service);
}

function fetch(...values: unknown[]): Promise<unknown> | undefined {
  const path = ["fetch"];
  const call = { module: "fetch", path, name: "fetch", arguments: values, isNew: false };
  return askLater(call, { later: plainResponse, adapt: responseOf });
}

provideStubs({ moduleOf, fileOf, fetch });
