import { defaultHandler, type Language, type SourceFile } from "../submission";

const endings: readonly (readonly [RegExp, Language])[] = [
  [/\.[mc]?jsx?$/, "javascript"],
  [/\.[mc]?tsx?$/, "typescript"],
  [/\.py$/, "python"],
  [/\.go$/, "go"],
  [/\.cs$/, "csharp"],
  [/\.java$/, "java"],
  [/\.rb$/, "ruby"],
];

/** The language of code that a path's ending names; undefined for files that are no code. */
export function languageOfFile(path: string): Language | undefined {
  return endings.find(([ending]) => ending.test(path))?.[1];
}

const jsExport = (name: string) =>
  new RegExp(
    `\\bexports\\.${name}\\s*=|\\bexport\\s+(?:async\\s+)?(?:const|let|var|function\\*?)\\s+${name}\\b|\\b(?:module\\.exports\\s*=|export)\\s*\\{[^}]*\\b${name}\\b`,
  );
const jsHandlerNames = ["handler", "lambdaHandler", "main", "default"] as const;

/** What makes a file the one with the handler, by language; each counts as much as it tells. */
const signs: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  javascript: jsHandlerNames.map((name, at) => [jsExport(name), 10 - at]),
  typescript: jsHandlerNames.map((name, at) => [jsExport(name), 10 - at]),
  python: [
    [/^(?:async )?def lambda_handler\s*\(/m, 10],
    [/^(?:async )?def handler\s*\(|^(?:lambda_)?handler\s*=/m, 9],
    [/^(?:async )?def \w+\s*\(\s*event\b[^)]*,\s*context\b/m, 8],
  ],
  ruby: [
    [/^\s*def (?:self\.)?(?:lambda_)?handler\s*\(/m, 10],
    [/\bdef \w+\s*\(\s*event:/, 8],
  ],
  go: [[/\blambda\.Start\w*\(/, 10]],
  csharp: [[/\bILambdaContext\b/, 10]],
  java: [[/\bimplements\s+Request(?:Stream)?Handler\b|\bcom\.amazonaws\.services\.lambda\b/, 10]],
};

const usualName =
  /(?:^|\/)(?:index|lambda_function|handler|app|main|lambda|function|bootstrap|Function|Handler)\.\w+$/;
const besideIt =
  /(?:^|\/)(?:tests?|__tests__|spec|examples?|scripts|docs|fixtures|cdk\.out|infra)\/|[._-](?:test|spec|config|setup|stories)\.\w+$|\.d\.[mc]?ts$|(?:^|\/)(?:test_|conftest|setup\.py|gulpfile|webpack|rollup|jest|vite)/i;

function scoreOf({ path, text }: SourceFile, language: Language): number {
  const sign = Math.max(
    0,
    ...signs[language].map(([pattern, score]) => (pattern.test(text) ? score : 0)),
  );
  const name = usualName.test(path) ? 4 : 0;
  return sign + name - path.split("/").length - (besideIt.test(path) ? 30 : 0);
}

/** The handler's file of a package, its language, and the handler string that AWS would be given. */
export interface HandlerFile {
  readonly path: string;
  readonly language: Language;
  readonly handler: string;
}

/** The file that most looks like the handler's; undefined when none of the files is code. */
export function findHandlerFile(files: readonly SourceFile[]): HandlerFile | undefined {
  const [best] = files
    .flatMap((file) => {
      const language = languageOfFile(file.path);
      return language ? [{ file, language, score: scoreOf(file, language) }] : [];
    })
    .sort((one, other) => other.score - one.score);
  if (!best) return undefined;
  const { file, language } = best;
  const usual = defaultHandler(language, [file]);
  const scripted = language === "javascript" || language === "typescript";
  const name = scripted
    ? jsHandlerNames.find((known) => jsExport(known).test(file.text))
    : undefined;
  const handler = name ? usual.replace(/[^.]*$/, name) : usual;
  return { path: file.path, language, handler };
}
