import type { SignatureRow } from "./signature-row";

/** What keeps a function from loading, before what it does once it runs. */
export const loading: readonly SignatureRow[] = [
  { cause: "callback-handler-node24", text: /CallbackHandlerDeprecated/ },
  {
    cause: "layer-wrapper-broken",
    text: /(?<wrapper>\/opt\/(?!bootstrap\b)[\w./@-]{1,200})/,
    beside:
      /Cannot find (?:module|package)|No module named|Unable to import module|is undefined or not exported|Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName)|missing on module/,
    unless: /Couldn't find valid bootstrap/,
  },
  {
    cause: "layer-wrapper-broken",
    text: /(?<wrapper>DD_LAMBDA_HANDLER|NEW_RELIC_LAMBDA_HANDLER|LUMIGO_ORIGINAL_HANDLER|SENTRY_INITIAL_HANDLER)\b.{0,80}(?:not defined|not set|undefined|missing|invalid)/,
  },
  {
    cause: "aws-sdk-v2-missing",
    text: /Cannot find (?:module|package) '(?<module>aws-sdk(?:\/[^']{0,100})?)'/,
  },
  {
    cause: "native-binary-mismatch",
    text: /No module named '(?<module>(?:\w+\.)*_\w+|lxml\.etree)'|cannot import name '_\w+' from/,
  },
  {
    cause: "native-binary-mismatch",
    text: /invalid ELF header|exec format error|GLIBC(?:XX)?_[\d.]+'? not found|wrong ELF class|compiled against a different Node\.js version|cannot open shared object file|Could not load the "[\w-]+" module using the|C-extensions failed|could not locate the Query Engine|Mach-O|incompatible architecture/i,
  },
  {
    cause: "esm-cjs-mismatch",
    text: /Cannot use import statement outside a module|(?:exports|require|module|__dirname|__filename) is not defined in ES module scope|Unexpected token '?export'?|Named export .{1,200} not found|require\(\) of ES Module|Must use import to load ES Module/,
  },
  {
    cause: "import-module-error",
    text: /Cannot find (?:module|package) '(?<module>[^']{1,200})'/,
  },
  { cause: "import-module-error", text: /No module named '?(?<module>[\w.]{1,200})/ },
  { cause: "import-module-error", text: /cannot load such file -- (?<module>\S{1,200})/ },
  { cause: "import-module-error", text: /Unable to import module '(?<module>[^']{1,200})'/ },
  { cause: "import-module-error", text: /Runtime\.ImportModuleError/ },
  {
    cause: "handler-not-found",
    text: /(?:(?<![\w./-])(?<handler>[\w./-]{1,200}) is undefined or not exported|Handler '(?:[^']{1,200})' missing on module|Runtime\.HandlerNotFound|Runtime\.MalformedHandlerName)/,
  },
  {
    cause: "syntax-error",
    text: /Syntax error in module '[^']{1,200}': (?<message>.{1,200}) \((?<file>[^\s,)]{1,200}), line (?<line>\d+)\)/,
  },
  {
    cause: "syntax-error",
    text: /Runtime\.UserCodeSyntaxError|Syntax error in module '(?<module>[^']{1,200})'/,
    unless: /outside a module|ES module scope|Unexpected token '?export|Named export/,
  },
  {
    cause: "bootstrap-missing",
    text: /Couldn't find valid bootstrap|fork\/exec (?<path>\/(?:var\/task|opt)\/\S{1,200}): no such file|\$'\\r': command not found/,
  },
  {
    cause: "package-permission-denied",
    text: /fork\/exec (?<path>\S{1,300}): permission denied/,
  },
  {
    cause: "package-permission-denied",
    text: /(?:Errno 13\] Permission denied: |EACCES: permission denied, \w+ )'(?<path>\/var\/task[^']{0,300})'/,
  },
  { cause: "class-not-found-java", text: /Class not found: (?<class>[\w.$]{1,300})/ },
  {
    cause: "class-not-found-java",
    text: /java\.lang\.(?:ClassNotFoundException|NoClassDefFoundError): (?<class>[\w.$/]{1,300})/,
  },
  { cause: "csharp-serializer-missing", text: /LambdaSerializerAttribute/ },
  {
    cause: "csharp-async-void",
    text: /async void/i,
    beside: /LambdaValidationException|not supported/,
  },
];
