/** Languages of Lambda functions that this page does not read, by what only they have. */
const languages: readonly (readonly [string, RegExp])[] = [
  ["Rust", /^\s*(?:use \w+(?:::|;)|(?:pub )?(?:async )?fn \w+\s*[(<]|#\[tokio::main\])/m],
  ["PHP", /^\s*<\?php\b|^\s*\$\w+\s*=(?!=)/m],
  [
    "Kotlin",
    /^\s*(?:(?:override|suspend|private|public|internal) )*fun (?:\w+\.)?\w+\(|^\s*import kotlin/m,
  ],
  ["Swift", /^\s*import (?:AWSLambda\w+|Foundation)\s*$|^\s*func \w+\(.*\) (?:async |throws )*->/m],
  ["Scala", /^\s*(?:object|trait) \w+ extends\b|^\s*def \w+\(.*\)\s*:\s*\w+\s*=/m],
  ["PowerShell", /^\s*#Requires -Modules|\$LambdaInput\b/m],
];

/** The language that a text which is no JavaScript seems to be written in, where it is a known one. */
export function foreignLanguage(text: string): string | undefined {
  return languages.find(([, sign]) => sign.test(text))?.[0];
}
