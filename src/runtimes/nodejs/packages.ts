import type { Task } from "../../sandbox/task";
import { specifiersIn } from "./specifiers";
import type { GivenPackages } from "./worker/given";

interface KeptPackages {
  readonly title: string;
  readonly specifiers: readonly string[];
  /** The modules of Node.js that they ask for and that not every process has. */
  readonly needs: readonly string[];
  readonly script: () => Promise<{ readonly text: string }>;
}

/** The npm packages that are small enough, and free enough, to run here as they are. */
export const keptPackages: readonly KeptPackages[] = [
  {
    title: "middy 6",
    specifiers: [
      "@middy/core",
      "@middy/util",
      "@middy/http-cors",
      "@middy/http-error-handler",
      "@middy/http-event-normalizer",
      "@middy/http-header-normalizer",
      "@middy/http-json-body-parser",
      "@middy/http-response-serializer",
      "@middy/http-router",
      "@middy/http-security-headers",
      "@middy/http-urlencode-body-parser",
      "middy",
      "middy/middlewares",
    ],
    needs: ["stream"],
    script: () => import("./worker/packages/middy?bundled"),
  },
  {
    title: "Express 4",
    specifiers: ["express", "express-async-errors", "body-parser", "cors"],
    needs: ["stream", "http", "zlib", "crypto"],
    script: () => import("./worker/packages/express?bundled"),
  },
  {
    title: "serverless-http 4",
    specifiers: ["serverless-http"],
    needs: ["stream", "http"],
    script: () => import("./worker/packages/serverless-http?bundled"),
  },
  {
    title: "serverless-express 4",
    specifiers: ["@codegenie/serverless-express", "@vendia/serverless-express"],
    needs: ["stream", "http"],
    script: () => import("./worker/packages/serverless-express?bundled"),
  },
];

function wantedBy({ files }: Task): readonly KeptPackages[] {
  const named = specifiersIn(files);
  return keptPackages.filter(({ specifiers }) =>
    specifiers.some((specifier) => named.has(specifier)),
  );
}

/** The modules of Node.js that a task's packages ask for and that not every process has. */
export function modulesOfPackages(task: Task): ReadonlySet<string> {
  return new Set(wantedBy(task).flatMap(({ needs }) => needs));
}

/** The packages that a task's files ask for and that really run. */
export function packagesOf(task: Task): Promise<readonly GivenPackages[]> {
  return Promise.all(
    wantedBy(task).map(async ({ title, specifiers, script }) => ({
      title,
      specifiers,
      script: (await script()).text,
    })),
  );
}
