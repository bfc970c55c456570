import type { Import } from "../../reading/reading";
import type { SourceFile } from "../../submission/submission";
import type { Detection, FixProposal, Situation } from "../cause";

/** What could not be imported, as the runtime's error says it. */
interface Failure {
  readonly kind: "module" | "name" | "relative" | "other";
  /** The module; for a name, the module that does not have it. */
  readonly module: string;
  readonly name?: string;
  readonly message: string;
}

const told = /^Unable to import module '[^']*': (.*)$/s;

function findFailure({ invocation }: Situation): Failure | undefined {
  const [, message] = told.exec(invocation.error?.errorMessage ?? "") ?? [];
  if (invocation.outcome !== "function-error" || message === undefined) return undefined;
  const module = /^No module named '([^']+)'/.exec(message)?.[1];
  if (module) return { kind: "module", module, message };
  const [, name, from] = /^cannot import name '([^']+)' from '([^']+)'/.exec(message) ?? [];
  if (name && from) return { kind: "name", module: from, name, message };
  const isRelative = /^attempted relative import/.test(message);
  return { kind: isRelative ? "relative" : "other", module: "", message };
}

function askedFor({ reading }: Situation, failure: Failure): Import | undefined {
  const imports = reading.code?.imports ?? [];
  if (failure.kind === "relative") return imports.find(({ specifier }) => /^\./.test(specifier));
  const { module } = failure;
  return (
    imports.find(({ specifier }) => specifier === module) ??
    imports.find(({ specifier }) => specifier.startsWith(`${module}.`)) ??
    imports.find(({ specifier }) => module.startsWith(`${specifier}.`))
  );
}

function moduleOfHandler(handler: string): string {
  return handler.slice(0, Math.max(0, handler.lastIndexOf("."))).replaceAll("/", ".");
}

/** A file of the package that the module was meant for, in another folder than the import says. */
function meantFile({ submission }: Situation, module: string): SourceFile | undefined {
  const name = `${module.split(".").at(-1)}.py`;
  const named = submission.files.filter(({ path }) => path === name || path.endsWith(`/${name}`));
  return named.length === 1 ? named[0] : undefined;
}

/** Finds what a Python module imports, and the package does not have. */
export function detectInPython(situation: Situation): Detection | undefined {
  const failure = findFailure(situation);
  if (!failure) return undefined;
  const { handler } = situation.submission;
  const common = { role: "primary", specificity: 1, facts: ["python.import-error"] } as const;
  const { kind, module, name = "", message } = failure;
  if (kind === "module" && module === moduleOfHandler(handler)) {
    return {
      ...common,
      evidence: [{ in: "settings", member: "handler" }],
      wording: "handler",
      values: { module, handler, file: `${module.replaceAll(".", "/")}.py` },
    };
  }
  const asked = askedFor(situation, failure);
  const wordings = {
    module: asked ? "package" : undefined,
    name: "name",
    relative: "relative",
    other: "told",
  };
  const wording = wordings[kind];
  return {
    ...common,
    evidence: asked ? [{ in: "code", ...asked.range }] : [],
    ...(wording ? { wording } : {}),
    values: { module, name, message, line: asked?.range.line ?? 1 },
  };
}

/** The handler setting with the path of a file that is there. */
export function fixesInPython(situation: Situation): readonly FixProposal[] {
  const { submission } = situation;
  const failure = findFailure(situation);
  if (failure?.kind !== "module" || failure.module !== moduleOfHandler(submission.handler))
    return [];
  const name = submission.handler.slice(submission.handler.lastIndexOf(".") + 1);
  const meant = meantFile(situation, failure.module);
  const files = meant ? [meant] : submission.files.filter(({ path }) => /\.py$/.test(path));
  return files.slice(0, 3).map(({ path }) => {
    const handler = `${path.replace(/\.py$/, "")}.${name}`;
    return { submission: { ...submission, handler }, wording: "handler", values: { handler } };
  });
}
