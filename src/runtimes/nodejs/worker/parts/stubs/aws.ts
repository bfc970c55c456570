import { lent } from "../lent";
import type { Answers, StubCall } from "./stand-in";

/** What `GetObject` gives as its body: an empty stream with the SDK's conversions. */
function emptyBody(): object {
  const Readable: { from?: (chunks: readonly unknown[]) => object } = Object(
    Reflect.get(lent.builtin("stream"), "Readable"),
  );
  return Object.assign(Readable.from?.([]) ?? {}, {
    transformToString: async () => "",
    transformToByteArray: async () => new Uint8Array(),
    transformToWebStream: () => new Response("").body,
  });
}

/** What a service answers that holds nothing, by the command's name. Others answer with an empty object. */
const answersByCommand: readonly (readonly [RegExp, (input: unknown) => object])[] = [
  [/^(Query|Scan|ExecuteStatement)$/, () => ({ Items: [], Count: 0, ScannedCount: 0 })],
  [/^BatchGet/, () => ({ Responses: {}, UnprocessedKeys: {} })],
  [/^BatchWrite/, () => ({ UnprocessedItems: {} })],
  [/^GetObject$/, () => ({ Body: emptyBody(), ContentLength: 0, ETag: '""' })],
  [/^PutObject$/, () => ({ ETag: '"d41d8cd98f00b204e9800998ecf8427e"' })],
  [/^ListObjectsV2$/, () => ({ IsTruncated: false, KeyCount: 0, MaxKeys: 1000 })],
  [
    /^(SendMessage|Publish|SendEmail|SendRawEmail)$/,
    () => ({ MessageId: "00000000-0000-4000-8000-000000000000" }),
  ],
  [/^PutEvents$/, () => ({ FailedEntryCount: 0, Entries: [] })],
  [/^ReceiveMessage$/, () => ({ Messages: [] })],
  [/^GetSecretValue$/, () => ({ SecretString: "{}" })],
  [
    /^GetParameter$/,
    (input) => ({ Parameter: { Name: Reflect.get(Object(input), "Name"), Value: "" } }),
  ],
  [/^GetParameters/, () => ({ Parameters: [], InvalidParameters: [] })],
  [/^Invoke$/, () => ({ StatusCode: 200, Payload: new TextEncoder().encode("null") })],
  [
    /^StartExecution$/,
    () => ({
      executionArn: "arn:aws:states:us-east-1:123456789012:execution:x:y",
      startDate: new Date(),
    }),
  ],
  [/^PostToConnection$/, () => ({})],
  [
    /^InvokeModel$/,
    () => ({ body: new TextEncoder().encode("{}"), contentType: "application/json" }),
  ],
];

function answerOf(command: string, input: unknown): object {
  const name = command.replace(/Command$/, "");
  const [, answer] = answersByCommand.find(([pattern]) => pattern.test(name)) ?? [];
  const metadata = {
    httpStatusCode: 200,
    requestId: "00000000-0000-4000-8000-000000000000",
    attempts: 1,
    totalRetryDelay: 0,
  };
  return { $metadata: metadata, ...answer?.(input) };
}

/** The name and input of a command object that was given to `send`. */
class Command {
  readonly input: unknown;
  readonly #name: string;

  constructor(name: string, input: unknown) {
    this.#name = name;
    this.input = input;
  }

  static nameOf(value: unknown): string {
    return value instanceof Command ? value.#name : "Command";
  }
}

const presignedUrl = "https://example.s3.amazonaws.com/key?X-Amz-Signature=0";

const passThrough = new Set([
  "marshall",
  "unmarshall",
  "fromEnv",
  "fromIni",
  "fromNodeProviderChain",
  "captureAWSv3Client",
]);

/** AWS SDK version 3: commands are sent and answered as by services that hold nothing. */
export const answerAws: Answers = ({ name, arguments: values, isNew }: StubCall) => {
  const [first] = values;
  if (isNew && name.endsWith("Command")) return { now: new Command(name, first) };
  if (isNew) return { chain: undefined };
  if (name === "send") {
    const command = Command.nameOf(first);
    const input = first instanceof Command ? first.input : undefined;
    return { later: () => answerOf(command, input), as: command };
  }
  if (passThrough.has(name)) return { now: first };
  if (/^(from|destroy|use|add|remove|clone|config|paginate)/.test(name))
    return { chain: undefined };
  if (name === "getSignedUrl") return { later: () => presignedUrl };
  if (name === "createPresignedPost") return { later: () => ({ url: presignedUrl, fields: {} }) };
  if (name.startsWith("waitUntil")) return { later: () => ({ state: "SUCCESS" }) };
  const command = name.charAt(0).toUpperCase() + name.slice(1);
  return { later: () => answerOf(command, first) };
};
