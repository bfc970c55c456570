/** A file that the user handed in: its path below what was handed in, and its bytes, not read yet. */
export interface OfferedFile {
  readonly path: string;
  readonly bytes: Blob;
}

/** Why a file was left out. */
export const leftOutReasons = [
  "dependency",
  "tooling",
  "binary",
  "large",
  "many",
  "damaged",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** A file that was handed in and not taken. */
export interface LeftOut {
  readonly path: string;
  readonly reason: LeftOutReason;
}

/** Most files of a package; a submission holds no more. */
export const mostFiles = 200;
/** Largest file of a package, in bytes. */
export const largestFile = 1_000_000;
/** Most text of a package, in bytes. */
export const largestPackage = 4_000_000;
/** Largest zip, in bytes: Lambda itself takes none above 50 MB from the console. */
export const largestZip = 50_000_000;
/** How much of a log or output is read, in bytes. */
export const longestText = 10_000_000;

const dependencies =
  /(?:^|\/)(?:node_modules|\.?venv|site-packages|dist-packages|vendor\/bundle|[\w.-]+\.dist-info)(?:\/|$)/;
const tooling =
  /(?:^|\/)(?:\.git|\.svn|\.idea|\.vscode|\.aws-sam|\.serverless|__pycache__|__MACOSX|\.pytest_cache|\.mypy_cache|coverage)(?:\/|$)|(?:^|\/)(?:\.DS_Store|Thumbs\.db|\._[^/]*|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|Pipfile\.lock|uv\.lock|go\.sum|Gemfile\.lock|\.gitignore|\.npmignore|\.eslintrc[^/]*|\.prettierrc[^/]*)$|\.(?:map|pyc|tsbuildinfo)$/;
const binary =
  /\.(?:png|jpe?g|gif|webp|avif|ico|pdf|woff2?|ttf|eot|mp[34]|mov|wasm|node|so(?:\.\d+)*|dylib|dll|exe|class|jar|zip|gz|tgz|bz2|xz|7z|tar|bin|pyd|whl|sqlite3?|db|pem|p12)$/i;

/** Why a path is left out whatever it holds; undefined where it is worth reading. */
export function reasonAgainst(path: string): LeftOutReason | undefined {
  if (dependencies.test(path)) return "dependency";
  if (tooling.test(path)) return "tooling";
  return binary.test(path) ? "binary" : undefined;
}
