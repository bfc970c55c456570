/**
 * Packages that a function may import and the page does not have, by what they are, which is how their
 * stand-ins answer.
 */
const packagesByKind = {
  /** Clients of AWS SDK version 3 besides `@aws-sdk/client-*`. */
  aws: "@aws-sdk/lib-dynamodb @aws-sdk/lib-storage @aws-sdk/s3-request-presigner @aws-sdk/cloudfront-signer @aws-sdk/rds-signer @aws-sdk/credential-providers @aws-sdk/credential-provider-node @aws-sdk/util-dynamodb @aws-sdk/smithy-client @aws-sdk/node-http-handler @aws-sdk/types @smithy/node-http-handler @smithy/protocol-http @smithy/signature-v4 @aws-crypto/sha256-js @aws-sdk/s3-presigned-post @aws-sdk/polly-request-presigner @aws-lambda-powertools/parameters/ssm @aws-lambda-powertools/parameters/secrets @aws-lambda-powertools/parameters/appconfig @aws-lambda-powertools/parameters/dynamodb",
  /** Resolve to `{ data, status, headers }`. */
  axios: "axios gaxios @nestjs/axios",
  /** Resolve to a Response of the fetch standard. */
  fetch:
    "node-fetch cross-fetch isomorphic-fetch isomorphic-unfetch unfetch whatwg-fetch undici make-fetch-happen fetch-retry ky node-fetch-native node-fetch-commonjs @vercel/fetch minipass-fetch",
  /** Resolve to `{ body, statusCode, headers }`. */
  got: "got needle phin bent centra superagent urllib request-promise request-promise-native request typed-rest-client popsicle unirest wreck @hapi/wreck httpie ofetch wretch miniget simple-get",
  /** Resolve to `{ rows: [], rowCount: 0 }`, and hold a connection open. */
  postgres:
    "pg pg-pool pg-native postgres pg-promise slonik @neondatabase/serverless @vercel/postgres serverless-postgres serverless-pg @databases/pg pgpool postgres-pool massive",
  /** Resolve to `[[], []]`, or call back with `[]`, and hold a connection open. */
  mysql:
    "mysql mysql2 mysql2/promise mariadb serverless-mysql promise-mysql @planetscale/database mysql-await data-api-client mssql tedious oracledb sqlite3 sqlite better-sqlite3 @databases/mysql",
  /** Find nothing: `[]` for many, null for one. */
  mongo:
    "mongodb mongoose monk mongojs nedb dynamoose electrodb dynamodb-toolbox @typedorm/core type-dynamo @shelf/dynamodb-query-iterator",
  /** Query builders and mappers: chains that resolve to `[]`, or null for one. */
  query:
    "knex sequelize sequelize-typescript typeorm drizzle-orm drizzle-orm/node-postgres drizzle-orm/mysql2 drizzle-orm/neon-http kysely objection bookshelf waterline mikro-orm @mikro-orm/core @mikro-orm/postgresql @prisma/client @prisma/client/edge @prisma/adapter-pg @supabase/supabase-js @supabase/ssr faunadb fauna @google-cloud/firestore @google-cloud/bigquery firebase-admin firebase-admin/firestore firebase-admin/app firebase-admin/auth firebase firebase/app firebase/firestore neo4j-driver cassandra-driver couchbase nano arangojs rethinkdb @elastic/elasticsearch @opensearch-project/opensearch elasticsearch algoliasearch meilisearch typesense @pinecone-database/pinecone @qdrant/js-client-rest influx @influxdata/influxdb-client",
  /** Caches: null for what is asked, `OK` for what is set; they hold a connection open. */
  cache:
    "redis ioredis @redis/client node-redis-pubsub memcached memjs @upstash/redis @upstash/ratelimit keyv cache-manager node-cache lru-cache catbox @vercel/kv redlock bull bullmq",
  /** Checks that pass: what is given comes back. */
  validator:
    "joi @hapi/joi zod zod/v4 zod/mini yup superstruct valibot io-ts ajv ajv-formats ajv-errors ajv-keywords validator class-validator class-transformer express-validator jsonschema is-my-json-valid fastest-validator @sinclair/typebox @sinclair/typebox/value runtypes ow myzod validate.js celebrate schema-utils openapi-request-validator openapi-backend @hookform/resolvers arktype typanion computed-types @effect/schema",
  /** Give back the handler, or whatever else they wrap. */
  wrapper:
    "aws-xray-sdk aws-xray-sdk-core aws-xray-sdk-postgres aws-xray-sdk-mysql @sentry/serverless @sentry/aws-serverless @sentry/node datadog-lambda-js dd-trace newrelic @newrelic/aws-lambda epsagon @epsagon/epsagon lumigo-tracer @lumigo/tracer @lumigo/opentelemetry thundra thundra-core @thundra/core iopipe @iopipe/iopipe @dazn/lambda-powertools-pattern-basic lambda-log-shipper @opentelemetry/api @opentelemetry/sdk-node @opentelemetry/sdk-trace-node @opentelemetry/instrumentation @opentelemetry/auto-instrumentations-node @opentelemetry/resources @opentelemetry/semantic-conventions @opentelemetry/exporter-trace-otlp-http @honeycombio/opentelemetry-node aws-embedded-metrics hot-shots lambda-warmer elastic-apm-node rollbar bugsnag @bugsnag/js @bugsnag/plugin-aws-lambda honeybadger @honeybadger-io/js logrocket appdynamics source-map-support source-map-support/register reflect-metadata regenerator-runtime regenerator-runtime/runtime core-js tsconfig-paths module-alias esm @babel/polyfill @babel/runtime tslib graceful-fs",
  /** Loggers: nothing comes of what they are told. */
  logger:
    "pino pino-lambda pino-pretty winston winston-cloudwatch bunyan loglevel lambda-log log4js npmlog signale consola debug morgan tslog roarr @aws-lambda-powertools/logger @aws-lambda-powertools/tracer @aws-lambda-powertools/metrics @aws-lambda-powertools/commons @aws-lambda-powertools/idempotency @aws-lambda-powertools/parser @aws-lambda-powertools/batch @dazn/lambda-powertools-logger electron-log chalk kleur picocolors ansi-colors colors colorette ora cli-progress",
  /** Pure functions that give text. */
  text: "uuid nanoid ulid cuid @paralleldrive/cuid2 shortid hashids short-uuid crypto-random-string ksuid uniqid slugify he html-entities entities escape-html marked markdown-it showdown sanitize-html dompurify isomorphic-dompurify xss handlebars mustache ejs pug nunjucks eta liquidjs mjml juice qs query-string querystringify url-join normalize-url path-to-regexp js-yaml yaml toml ini json5 fast-xml-parser xml2js xml-js xmlbuilder xmlbuilder2 papaparse csv-parse csv-parse/sync csv-stringify csv-stringify/sync fast-csv json2csv iconv-lite mime mime-types content-type content-disposition cookie cookie-signature set-cookie-parser tough-cookie accepts negotiator bytes ms pretty-bytes pluralize change-case camelcase lodash.template title-case inflection string-similarity iso-639-1 i18next intl-messageformat jsonwebtoken jose jwt-decode jsonpath jsonpath-plus jmespath fast-json-stringify safe-stable-stringify fast-safe-stringify serialize-javascript devalue superjson flatted dateformat cron-parser cronstrue rrule tldts psl parse-domain ua-parser-js libphonenumber-js google-libphonenumber",
  /** Functions over data: what is given comes back. */
  data: "lodash lodash-es underscore ramda rambda remeda immer immutable fp-ts deepmerge deep-equal fast-deep-equal clone-deep rfdc flat just-clone object-path dot-prop dlv p-map p-limit p-retry p-queue p-timeout async async-retry retry bluebird q neverthrow ts-pattern rxjs mathjs decimal.js bignumber.js big.js currency.js dinero.js big-integer long moment moment-timezone dayjs dayjs/plugin/utc dayjs/plugin/timezone luxon date-fns date-fns-tz date-fns/format @date-fns/utc js-joda @js-joda/core chrono-node timezone-support humanize-duration geolib haversine @turf/turf ngeohash semver compare-versions lodash.get lodash.set lodash.merge lodash.isequal lodash.clonedeep lodash.debounce lodash.throttle lodash.pick lodash.omit lodash.groupby lodash.sortby lodash.uniq lodash.chunk lodash.isempty",
  /** Secrets: hashes and comparisons that succeed. */
  secret:
    "bcrypt bcryptjs argon2 @node-rs/bcrypt @node-rs/argon2 crypto-js tweetnacl libsodium-wrappers node-forge jsrsasign jwk-to-pem jwks-rsa aws-jwt-verify passport passport-jwt passport-local openid-client oauth4webapi simple-oauth2 otplib speakeasy csrf csurf helmet @aws-crypto/client-node bcrypt-nodejs scrypt-js pbkdf2 elliptic",
  /** Services behind an API of their own: calls resolve to `{}`. */
  service:
    "stripe twilio @sendgrid/mail @sendgrid/client mailgun.js mailgun-js nodemailer postmark resend @slack/web-api @slack/webhook @slack/bolt @slack/events-api discord.js @discordjs/rest telegraf node-telegram-bot-api openai @anthropic-ai/sdk @google/generative-ai @google/genai cohere-ai groq-sdk langchain @langchain/core @langchain/openai @langchain/aws ai @ai-sdk/openai @ai-sdk/amazon-bedrock googleapis google-auth-library @google-cloud/storage @google-cloud/pubsub @google-cloud/secret-manager @azure/storage-blob @azure/identity @azure/cosmos @microsoft/microsoft-graph-client @octokit/rest @octokit/core @octokit/webhooks octokit @octokit/auth-app jira-client contentful contentful-management @sanity/client shopify-api-node @shopify/shopify-api square paypal-rest-sdk @paypal/checkout-server-sdk plaid auth0 @auth0/auth0-spa-js @clerk/backend @clerk/clerk-sdk-node @okta/okta-sdk-nodejs amazon-cognito-identity-js web-push apn @parse/node-apn expo-server-sdk onesignal-node pusher ably socket.io-client ws mqtt aws-iot-device-sdk kafkajs amqplib amqp-connection-manager nats sqs-consumer sqs-producer @temporalio/client inngest posthog-node mixpanel analytics-node @segment/analytics-node @amplitude/node @launchdarkly/node-server-sdk launchdarkly-node-server-sdk unleash-client flagsmith-nodejs statsig-node ssh2 ssh2-sftp-client basic-ftp ftp imap imapflow puppeteer puppeteer-core chrome-aws-lambda @sparticuz/chromium playwright playwright-core playwright-aws-lambda cheerio jsdom linkedom sharp jimp canvas pdf-lib pdfkit pdf-parse pdfmake exceljs xlsx docx archiver adm-zip jszip yauzl unzipper tar formidable busboy multer multiparty parse-multipart lambda-multipart-parser aws-lambda-multipart-parser @fastify/busboy fluent-ffmpeg qrcode tesseract.js web3 ethers viem @solana/web3.js bitcoinjs-lib @aws-amplify/core aws-amplify @apollo/client graphql graphql-request graphql-tag @apollo/server @as-integrations/aws-lambda apollo-server-lambda graphql-yoga apollo-server-core @graphql-tools/schema @graphql-tools/utils type-graphql dataloader @trpc/server @trpc/client @trpc/server/adapters/aws-lambda aws-appsync @aws-appsync/utils",
  /** Frameworks whose adapters make the response: a plain 200. */
  framework:
    "express express-async-errors serverless-http serverless-express @vendia/serverless-express @codegenie/serverless-express aws-serverless-express aws-serverless-express/middleware lambda-api fastify @fastify/aws-lambda aws-lambda-fastify @fastify/cors @fastify/helmet @fastify/sensible @fastify/swagger koa @koa/router koa-router koa-bodyparser @koa/cors koa-body hono hono/aws-lambda hono/cors hono/logger hono/jwt hono/validator @hono/zod-validator @hono/node-server @nestjs/core @nestjs/common @nestjs/platform-express @nestjs/platform-fastify @nestjs/config @nestjs/swagger @nestjs/typeorm @nestjs/mongoose @nestjs/jwt @nestjs/passport @h4ad/serverless-adapter body-parser cors compression cookie-parser express-session connect-timeout response-time method-override errorhandler express-rate-limit express-winston swagger-ui-express swagger-jsdoc tsoa routing-controllers inversify inversify-express-utils tsyringe typedi awilix polka restify @hapi/hapi itty-router find-my-way @feathersjs/feathers next nuxt remix @remix-run/node @remix-run/architect sst sst/node/api sst/node/table sst/node/bucket @serverless-stack/node @aws-lambda-powertools/event-handler @aws-lambda-powertools/event-handler/rest dynamodb-onetable @serverless/cloud @architect/functions",
  /** Middleware around a handler. */
  middy:
    "@middy/core middy @middy/http-json-body-parser @middy/http-cors @middy/http-error-handler @middy/http-header-normalizer @middy/http-event-normalizer @middy/http-response-serializer @middy/http-security-headers @middy/http-urlencode-body-parser @middy/http-urlencode-path-parser @middy/http-multipart-body-parser @middy/http-content-negotiation @middy/http-content-encoding @middy/http-partial-response @middy/http-router @middy/input-output-logger @middy/error-logger @middy/event-normalizer @middy/ssm @middy/secrets-manager @middy/s3 @middy/sqs-partial-batch-failure @middy/rds-signer @middy/service-discovery @middy/sts @middy/cloudwatch-metrics @middy/appconfig @middy/util @middy/ws-json-body-parser @middy/ws-response @middy/ws-router @middy/validator @middy/warmup @middy/do-not-wait-for-empty-event-loop",
  /** Configuration and errors. */
  config:
    "dotenv dotenv/config dotenv-expand dotenv-safe env-var envalid convict config nconf rc cosmiconfig yargs minimist commander http-errors @hapi/boom boom http-status-codes http-status statuses verror serialize-error ts-custom-error custom-error-instance standard-http-error",
} as const;

/** What a stand-in stands for. */
export type PackageKind = keyof typeof packagesByKind | "aws-client";

const kinds: ReadonlyMap<string, PackageKind> = new Map(
  Object.entries(packagesByKind).flatMap(([kind, names]) =>
    names.split(" ").map((name): [string, PackageKind] => [name, kind as PackageKind]),
  ),
);

/** A specifier's package: `@a/b/c` is `@a/b`, `d/e` is `d`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/**
 * What stands in for a bare specifier; undefined for a package that is not known, which fails to load as
 * on Lambda where it was not put into the function's package.
 */
export function kindOf(specifier: string): PackageKind | undefined {
  if (/^@aws-sdk\/client-[a-z0-9-]+$/.test(specifier)) return "aws-client";
  return kinds.get(specifier) ?? kinds.get(packageOf(specifier));
}
