import { configurationName } from "./configuration-text";
import { isJson } from "./json-text";
import { nameFile } from "./name-file";
import type { Language, SourceFile } from "./submission";

/** What a pasted text was recognised as: code or a configuration with its file, or a payload or log with its text. */
export type Recognised =
  | { readonly kind: "code"; readonly language: Language; readonly files: readonly SourceFile[] }
  | { readonly kind: "output" | "log"; readonly language: Language; readonly text: string };

/** How much of a long paste is looked at. */
const sampleLength = 50_000;

/** What only Lambda, a gateway, curl or a browser's console writes, each at the beginning of a line. */
const logLines = [
  /^(?:START|END|REPORT) RequestId: |^INIT_(?:START|REPORT)\b/m,
  /^(?:\([\w-]{8,}\) )?(?:\w{3} \w{3} \d\d [\d:]{8} UTC \d{4} : )?(?:Execution (?:log for request|failed due to)|Endpoint (?:response|request) (?:body|headers|URI)|Method (?:completed with status|request|response)|Starting execution for request|Lambda (?:execution|invocation) failed|Gateway response (?:type|body|headers)|HTTP Method: |Received response\. |Sending request to |Successfully completed execution)/m,
  /^\([\da-f]{8}-[\da-f-]{27}\) /m,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/m,
  /^\[(?:ERROR|WARNING|WARN|INFO|CRITICAL|DEBUG)\]\s/m,
  /^(?:Traceback \(most recent call last\)|Unable to import module|Runtime\.\w+|RequestId: [\da-f-]{8,})/m,
  /^(?:\$|>|%) ?(?:curl|time|http|aws|wget|sam) |^curl: \(\d+\)|^< HTTP\/|^HTTP\/[\d.]+ \d{3}\b/m,
  /^Access to (?:fetch|XMLHttpRequest|font|image|script) at |^(?:GET|POST|PUT|DELETE|PATCH|OPTIONS|HEAD) https?:\S+ net::ERR/m,
  /^.{0,200}(?:blocked by CORS policy|net::ERR_[A-Z_]+|the CORS protocol|Cross-Origin Request Blocked)/m,
  /^(?:https?|h2|grpcs|wss?) \d{4}-\d\d-\d\dT/m,
  /^\S+ \S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d/m,
  /^<html>\s*<head><title>\d{3} |JavaScript heap out of memory$/m,
  /^.{0,200}(?:Malformed Lambda proxy response|Task timed out after|Couldn't find valid bootstrap|Runtime exited (?:with|without)|Process exited before completing|Lambda(?:InvalidResponse|Unhandled|ResponseTooLarge|Throttling|AccessDenied))/m,
  /^"?@?(?:timestamp|message|logStream)"?,"?@?(?:timestamp|message|logStream)/im,
  /^\s+at .{1,200}(?:\/var\/(?:task|runtime)|node:internal)/m,
  /^\s*File "\/var\/(?:task|lang|runtime)\//m,
];

/** Members that only a record of a log, an error document or an export of them has. */
const logMembers =
  /"(?:errorType|errorMessage|stackTrace|logEvents|logStreamName|ingestionTime|@message|integrationErrorMessage|integrationStatus|responseLatency)"\s*:|"type"\s*:\s*"platform\.|"trace_id"\s*:\s*"1-[\da-f]{8}-|"(?:requestId|extendedRequestId)"\s*:.{0,400}"(?:routeKey|httpMethod|protocol|ip|stage)"\s*:/;

/** The bodies of the gateways' own errors: what a client saw, not what a function returned. */
const gatewayError =
  /^\{\s*"[mM]essage"\s*:\s*(?:null|"(?:Internal [sS]erver [eE]rror|Endpoint request timed out|Service Unavailable|Missing Authentication Token|Forbidden\b.*|Not Found|Unauthorized|Request Too Long|Request Entity Too Large|Too Many Requests|Limit Exceeded|User is not authorized .*|.*not a valid key=value pair.*)")\s*\}$/;

/** What each language has and the ones before it do not, with how telling it is. */
const signs: readonly {
  readonly language: Language;
  readonly patterns: readonly [RegExp, number][];
}[] = [
  {
    language: "go",
    patterns: [
      [/^package \w+\s*$/m, 5],
      [/^func (?:\([^)]*\) )?\w+\(/m, 3],
      [/^import (?:"|\()/m, 2],
      [/\bevents\.(?:APIGateway|LambdaFunctionURL|ALBTargetGroup)\w+/, 6],
      [/:=/, 1],
    ],
  },
  {
    language: "csharp",
    patterns: [
      [/^\s*using (?:static )?[\w.]+(?: = [\w.<>]+)?;/m, 4],
      [/^\s*namespace [\w.]+/m, 4],
      [/^\s*\[assembly: ?\w/m, 6],
      [
        /^\s*(?:public|private|internal|protected) (?:static |async |override |sealed |partial )*(?:class|record|[\w<>[\]?, ]+ \w+\()/m,
        2,
      ],
      [/\bILambdaContext\b|\bTask</, 3],
      [
        /(?<!events\.)\b(?:APIGatewayProxy|APIGatewayHttpApiV2Proxy|ApplicationLoadBalancer)(?:Request|Response)\b/,
        6,
      ],
      [/\bvar \w+ = new\b/, 1],
    ],
  },
  {
    language: "java",
    patterns: [
      [/^\s*import (?:static )?(?:java|javax|com|org|io|software)\.[\w.*]+;/m, 6],
      [/^\s*package [\w.]+;/m, 6],
      [/\bimplements Request(?:Stream)?Handler\b/, 5],
      [
        /(?<!events\.)\b(?:(?:APIGatewayProxy|ApplicationLoadBalancer)(?:Request|Response)Event|APIGatewayV2HTTP(?:Event|Response))\b/,
        6,
      ],
      [/\bpublic (?:final |abstract )*class \w+/, 2],
      [/^\s*@Override\b/m, 3],
      [/\bnew \w+<[^>]*>\(/, 1],
    ],
  },
  {
    language: "ruby",
    patterns: [
      [/^\s*require(?:_relative)? ['"]/m, 4],
      [/^\s*def \w+[?!]?\(?[^:\n]*event:/m, 6],
      [/^\s*end\s*$/m, 3],
      [/\bdo \|\w+/, 2],
      [/^\s*(?:puts|module [A-Z]|class [A-Z]\w*(?: < [A-Z]\w*)?\s*$)/m, 2],
      [/:\w+ =>|\.to_json\b/, 2],
    ],
  },
  {
    language: "python",
    patterns: [
      [/^[ \t]*(?:async )?def \w+\(.*(?:\)|,)?[^;{]*:?\s*(?:#.*)?$/m, 3],
      [/^[ \t]*(?:from [\w.]+ import |import [\w.]+(?: as \w+)?(?:, ?[\w.]+)*\s*(?:#.*)?$)/m, 4],
      [
        /^[ \t]*(?:class \w+(?:\([^)]*\))?|if .+|elif .+|else|try|except\b.*|for .+ in .+|with .+):\s*(?:#.*)?$/m,
        3,
      ],
      [/^[ \t]*@\w[\w.]*(?:\(.*\))?\s*$/m, 1],
      [/\b(?:None|True|False|self|lambda_handler)\b/, 1],
      [/^\s*(?:print\(|return \{?$|#[^!])/m, 1],
      [/^"""|^'''/m, 2],
    ],
  },
  {
    language: "javascript",
    patterns: [
      [/\b(?:module\.)?exports\b\s*(?:\.\w+\s*|\[[^\]]*\]\s*)?=/, 6],
      [/^\s*export (?:default|const|let|var|async|function|class|\{|\*)/m, 6],
      [/^\s*import (?:[\w{*][^'"\n]*from\s*)?['"]/m, 6],
      [/\brequire\(\s*['"`]/, 4],
      [/=>|\bfunction\b\s*\*?\s*\w*\s*\(/, 3],
      [/^\s*(?:const|let|var)\s+[\w{[]/m, 4],
      [/^\s*(?:'use strict'|"use strict"|async |await |return\b|callback\()/m, 2],
      [/JSON\.(?:stringify|parse)\(|console\.(?:log|error)\(/, 3],
      [/^\s*(?:\/\/|\/\*)/m, 1],
    ],
  },
];

const stringsAndComments = /\/\/.*|\/\*[\s\S]*?\*\/|'[^'\n]*'|"[^"\n]*"|`[^`]*`/g;

/** What TypeScript has and JavaScript does not, outside of strings and comments. */
const typeSyntax = [
  /^\s*(?:import|export) type\b/m,
  /^\s*(?:export )?(?:interface \w+[^\n;=(]*\{|type \w+(?:<[^>\n]*>)? =|(?:const )?enum \w+ \{|declare \w|abstract class )/m,
  /(?:\(\s*(?:\{[^{}\n]*\}|\w+\??)|\)|\b(?:const|let|var)\s+\w+|\w\?|\])\s*:\s*(?:string|number|boolean|any|unknown|void|never|object|[A-Z]\w*)(?=\s*[,)=|{[<])/,
  /\b(?:const|let|var)\s+\w+\s*:\s*\w/,
  /\bas (?:const|any|unknown|string|number|[A-Z]\w*)\b|\bsatisfies [A-Z]/,
  /^\s*(?:private|public|protected|readonly) \w+/m,
];

function hasTypes(text: string): boolean {
  const bare = text.replace(stringsAndComments, "''");
  return typeSyntax.some((pattern) => pattern.test(bare));
}

function scoreOf(text: string, patterns: readonly [RegExp, number][]): number {
  return patterns.reduce((sum, [pattern, weight]) => (pattern.test(text) ? sum + weight : sum), 0);
}

function languageOf(text: string): { readonly language: Language; readonly score: number } {
  const best = signs
    .map(({ language, patterns }) => ({ language, score: scoreOf(text, patterns) }))
    .reduce((first, second) => (second.score >= first.score ? second : first));
  return best.language === "javascript" && hasTypes(text)
    ? { language: "typescript", score: best.score + 2 }
    : best;
}

const beginsLikeValue =
  /^(?:[{"“”'‘`]|\[(?!assembly)|-?\d|(?:null|None|nil|undefined|true|false|True|False|NaN)\s*$)/;
const beginsLikeCode = /^(?:['"]use strict['"]|"""|'''|\{\s*(?:const|let|var|return)\b)/;
const labelledValue =
  /^(?:(?:lambda )?(?:response|result|payload|output|returns?|returned)(?: payload| body)?)\s*[:=]?\s*[{["']/i;
const sentence = /^[^\n{}()[\];=<>]*\p{L} +\p{L}[^\n{};=]*$/u;

/**
 * Recognises what was pasted: code in one of the languages, a configuration, what a function returned, or
 * a log (also of curl or a browser). Names a code's file so that it can work. Linear in the text's length; never
 * throws.
 */
export function recognise(text: string): Recognised {
  const trimmed = text.trim();
  const sample = trimmed.slice(0, sampleLength);
  const asText = (kind: "output" | "log"): Recognised => ({ kind, language: "javascript", text });
  const asCode = (language: Language): Recognised => ({
    kind: "code",
    language,
    files: [{ path: nameFile(language, sample), text }],
  });
  if (trimmed === "") return asCode("javascript");
  const configuration = configurationName(sample);
  if (configuration !== undefined) {
    return { kind: "code", language: "javascript", files: [{ path: configuration, text }] };
  }
  if (isJson(trimmed)) {
    return asText(gatewayError.test(sample) || logMembers.test(sample) ? "log" : "output");
  }
  const { language, score } = languageOf(sample);
  const logScore = logLines.filter((line) => line.test(sample)).length * 4;
  const value = beginsLikeValue.test(sample) && !beginsLikeCode.test(sample);
  if (value) return asText(logScore > 0 || logMembers.test(sample) ? "log" : "output");
  if (logScore > 0 && logScore >= score) return asText("log");
  if (labelledValue.test(sample)) return asText("output");
  if (score >= 2) return asCode(language);
  if (sample.startsWith("<") || sample.startsWith("(")) return asText("output");
  return sentence.test(sample) || sample.includes("\n") ? asText("log") : asCode(language);
}
