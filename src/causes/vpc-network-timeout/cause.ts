import { evidenceOf, type Place } from "../../reading/javascript/syntax";
import type { CodeReading } from "../../reading/reading";
import { languages } from "../../submission/submission";
import type { Cause, Detection, Situation } from "../cause";
import { everyGateway } from "../reach";

/** What a module's name tells of where its calls go. */
const destinations: readonly (readonly [RegExp, "database" | "aws" | "internet"])[] = [
  [
    /^(?:pg|pg-.*|mysql2?|mariadb|mongodb|mongoose|redis|ioredis|knex|sequelize|typeorm|@prisma\/.*|oracledb|mssql|psycopg2?|psycopg|pymysql|pymongo|sqlalchemy|@redis\/.*|memcached|cassandra-driver)$/,
    "database",
  ],
  [/^(?:@aws-sdk\/.*|@smithy\/.*|boto3|botocore|aws-sdk)$/, "aws"],
  [
    /^(?:axios|node-fetch|got|undici|superagent|request|ky|fetch|http|https|node:https?|requests|urllib3?|httpx|aiohttp|nodemailer|stripe|twilio|openai)$/,
    "internet",
  ],
];

/** The module that a pending call names first: `pg.Client.connect` is of `pg`. */
function moduleOf(call: string, modules: readonly string[]): string {
  const known = modules.find((name) => call === name || call.startsWith(`${name}.`));
  return known ?? /^(?:@[^/]+\/)?[^.(]+/.exec(call)?.[0] ?? call;
}

/** The last place that calls the module, by what the code imported it as. */
function importOf(code: CodeReading | undefined, module: string): Place | undefined {
  const asked = code?.imports.find(({ specifier }) => specifier === module);
  const file = asked && code?.files.find(({ path }) => path === asked.range.file);
  const node = file?.tree.rootNode.namedDescendantForPosition({
    row: asked ? asked.range.line - 1 : 0,
    column: asked ? asked.range.column - 1 : 0,
  });
  return file && node ? { file, node } : undefined;
}

function detect({ invocation, reading, submission }: Situation): Detection | undefined {
  const [call] = invocation.observations.pending.calls;
  if (invocation.outcome !== "timed-out" || call === undefined) return undefined;
  const module = moduleOf(call, Object.keys(submission.stubs).concat(reading.imports));
  const destination = destinations.find(([names]) => names.test(module))?.[1];
  if (!destination) return undefined;
  const place = importOf(reading.code, module);
  return {
    role: "primary",
    specificity: 2,
    evidence: [
      ...(place ? [evidenceOf(place)] : []),
      { in: "settings", member: "functionTimeoutMs" },
    ],
    facts: ["lambda.timeout"],
    wording: destination,
    values: { module, call, seconds: submission.settings.functionTimeoutMs / 1000 },
  };
}

export const cause: Cause = {
  id: "vpc-network-timeout",
  gateways: everyGateway,
  languages,
  grade: "reported",
  since: "0.1.0",
  detect,
};
