import type { Cause, Detection, Situation } from "../cause";
import { missingModule } from "../missing-module";
import { everyGateway, nodeLanguages, nodeVersion } from "../reach";

/** The version 3 package of a version 2 client, where the name differs from its own in lower case. */
const clientPackages: Readonly<Record<string, string>> = {
  DynamoDB: "client-dynamodb",
  "DynamoDB.DocumentClient": "lib-dynamodb",
  S3: "client-s3",
  SNS: "client-sns",
  SQS: "client-sqs",
  SES: "client-ses",
  SSM: "client-ssm",
  Lambda: "client-lambda",
  SecretsManager: "client-secrets-manager",
  EventBridge: "client-eventbridge",
  StepFunctions: "client-sfn",
  CognitoIdentityServiceProvider: "client-cognito-identity-provider",
  CloudWatch: "client-cloudwatch",
  KMS: "client-kms",
  STS: "client-sts",
};

/** The version 3 package for the first version 2 client that the code makes. */
function packageInPlace({ reading }: Situation): string | undefined {
  for (const { text } of reading.code?.files ?? []) {
    const name = /\bnew\s+(?:\w+\.)?(DynamoDB\.DocumentClient|[A-Z]\w+)\s*\(/.exec(text)?.[1];
    if (name && Object.hasOwn(clientPackages, name)) return `@aws-sdk/${clientPackages[name]}`;
  }
  return undefined;
}

function detect(situation: Situation): Detection | undefined {
  const missing = missingModule(situation);
  const isSdk = missing && /^aws-sdk(?:\/|$)/.test(missing.specifier);
  const version = nodeVersion(situation.submission.runtime);
  if (!isSdk || version === undefined || version < 18) return undefined;
  const client = packageInPlace(situation);
  const { asked } = missing;
  return {
    role: "primary",
    specificity: 2,
    evidence: asked ? [{ in: "code", ...asked.range }] : [],
    facts: ["nodejs.sdk-v3-only", "nodejs.module-not-found"],
    ...(asked ? { wording: client ? "client" : "asked" } : {}),
    values: {
      runtime: situation.submission.runtime,
      line: asked?.range.line ?? 1,
      ...(client ? { client } : {}),
    },
  };
}

export const cause: Cause = {
  id: "aws-sdk-v2-missing",
  gateways: everyGateway,
  languages: nodeLanguages,
  grade: "documented",
  since: "0.1.0",
  detect,
};
