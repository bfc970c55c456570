import { describe, expect, test } from "vitest";
import { nameFile } from "../submission/name-file";
import { type Language, parseSubmission } from "../submission/submission";
import { readCode } from "./code";
import { type ProgramAnswer, programAnswers } from "./program/answers";
import { environmentReads } from "./program/environment";
import { programEventReads } from "./program/event-reads";
import type { CodeReading } from "./reading";

function read(language: Language, text: string, more: object = {}): Promise<CodeReading> {
  const files = [{ path: nameFile(language, text), text }];
  return readCode(parseSubmission({ v: 1, language, files, ...more }));
}

function firstLine({ handler }: CodeReading): string | undefined {
  return handler?.node.text.split("\n")[0];
}

describe("the handler", () => {
  test.each<[Language, string, string, object?]>([
    [
      "python",
      "def lambda_handler(event, context):\n    pass\n",
      "def lambda_handler(event, context):",
    ],
    ["python", "def main(e, c):\n    pass\n\nlambda_handler = main\n", "def main(e, c):"],
    [
      "python",
      "def app(event, context):\n    pass\n",
      "def app(event, context):",
      { handler: "lambda_function.app" },
    ],
    [
      "go",
      "package main\n\nfunc run() error { return nil }\n\nfunc main() { lambda.Start(run) }\n",
      "func run() error { return nil }",
    ],
    [
      "go",
      "package main\n\ntype S struct{}\n\nfunc (s *S) Run() error { return nil }\n\nfunc main() {\n\ts := &S{}\n\tlambda.Start(s.Run)\n}\n",
      "func (s *S) Run() error { return nil }",
    ],
    [
      "go",
      'func handler() (string, error) { return "", nil }\n',
      'func handler() (string, error) { return "", nil }',
    ],
    [
      "csharp",
      "public class A { public int Get(string s, ILambdaContext c) => 1; public int Other() => 2; }",
      "public int Get(string s, ILambdaContext c) => 1;",
    ],
    [
      "csharp",
      "namespace N; public class A { public int X() => 1; public int Y() => 2; }",
      "public int Y() => 2;",
      { handler: "Asm::N.A::Y" },
    ],
    [
      "java",
      "class A implements RequestHandler<String, String> { public String handleRequest(String s, Context c) { return s; } }",
      "public String handleRequest(String s, Context c) { return s; }",
    ],
    [
      "java",
      "class A { public String run(String s) { return s; } }",
      "public String run(String s) { return s; }",
      { handler: "x.A::run" },
    ],
    ["ruby", "def lambda_handler(event:, context:)\nend\n", "def lambda_handler(event:, context:)"],
    [
      "ruby",
      "module M\n  class H\n    def self.process(event:, context:)\n    end\n  end\nend\n",
      "def self.process(event:, context:)",
      { handler: "lambda_function.M::H.process" },
    ],
  ])("of %s code %j", async (language, text, handler, more) => {
    expect(firstLine(await read(language, text, more))).toBe(handler);
  });

  test("is not found where the handler string names nothing", async () => {
    const handler = "lambda_function.lambda_handler";
    const code = await read("python", "def handle(event, context):\n    pass\n", { handler });
    expect(code.handler).toBeUndefined();
    expect(code.exports.map(({ name }) => name)).toEqual(["handle"]);
  });
});

describe("imports", () => {
  test.each<[Language, string, readonly string[]]>([
    [
      "python",
      "import json, os.path\nfrom boto3.dynamodb import conditions\nfrom . import y\n",
      ["json", "os.path", "boto3.dynamodb", "."],
    ],
    [
      "go",
      'package main\n\nimport (\n\t"fmt"\n\tev "github.com/aws/aws-lambda-go/events"\n)\n',
      ["fmt", "github.com/aws/aws-lambda-go/events"],
    ],
    ["csharp", "using System;\nusing J = System.Text.Json;\n", ["System", "System.Text.Json"]],
    [
      "java",
      "import java.util.Map;\nimport com.google.gson.*;\n",
      ["java.util.Map", "com.google.gson"],
    ],
    ["ruby", "require 'json'\nrequire_relative 'lib/store'\n", ["json", "./lib/store"]],
  ])("of %s code", async (language, text, specifiers) => {
    const code = await read(language, text);
    expect(code.imports.map(({ specifier }) => specifier)).toEqual(specifiers);
  });
});

test("a file that does not parse says where", async () => {
  const code = await read(
    "ruby",
    "def lambda_handler(event:, context:)\n  { statusCode: 200,, }\nend\n",
  );
  expect(code.files[0]?.problem?.range.line).toBe(2);
});

describe("environment variables read", () => {
  test.each<[Language, string, readonly string[]]>([
    [
      "python",
      "import os\nA = os.environ['A']\ndef lambda_handler(event, context):\n    return os.getenv('B') or os.environ.get('C')\n",
      ["A", "B", "C"],
    ],
    [
      "go",
      'package main\n\nvar a = os.Getenv("A")\n\nfunc main() {\n\tif b, ok := os.LookupEnv("B"); ok {\n\t\tlog.Print(b)\n\t}\n}\n',
      ["A", "B"],
    ],
    [
      "csharp",
      'class A { string a = Environment.GetEnvironmentVariable("A"); void F() { G(Environment.GetEnvironmentVariable("B")); } }',
      ["B", "A"],
    ],
    [
      "java",
      'class A { static final String T = System.getenv("A"); A() { x(System.getenv("B")); } }',
      ["B", "A"],
    ],
    [
      "ruby",
      "T = ENV.fetch('A')\ndef lambda_handler(event:, context:)\n  ENV['B']\nend\n",
      ["A", "B"],
    ],
  ])("by %s code", async (language, text, names) => {
    const reads = environmentReads(await read(language, text));
    expect(reads.map(({ name }) => name)).toEqual(names);
  });
});

describe("members of the event that are read", () => {
  const eventPaths = async (language: Language, text: string) =>
    programEventReads(await read(language, text)).map(
      ({ path, isLenient }) => path.join(".") + (isLenient ? "?" : ""),
    );

  test("by Python, through variables, lookups and helpers", async () => {
    const text = `import json

def name_of(query):
    return query["name"]

def lambda_handler(event, context):
    method = event["httpMethod"]
    params = event.get("pathParameters") or {}
    identity = params.get("id", "none")
    data = json.loads(event["body"])
    return name_of(event["queryStringParameters"]) + data["title"]
`;
    expect(await eventPaths("python", text)).toEqual([
      "httpMethod",
      "pathParameters",
      "pathParameters.id?",
      "body",
      "body.(parsed)",
      "queryStringParameters",
      "queryStringParameters.name",
      "body.(parsed).title",
    ]);
  });

  test("by Ruby", async () => {
    const text = `def lambda_handler(event:, context:)
  token = event['headers']['Authorization']
  id = event.dig('pathParameters')&.fetch('id')
  { statusCode: 200, body: JSON.parse(event['body'])['x'] }
end
`;
    expect(await eventPaths("ruby", text)).toEqual([
      "headers",
      "headers.Authorization",
      "pathParameters",
      "pathParameters.id?",
      "body",
      "body.(parsed)",
      "body.(parsed).x",
    ]);
  });

  test.each<[Language, string, readonly string[]]>([
    [
      "go",
      'package main\n\nfunc handler(ctx context.Context, req events.APIGatewayV2HTTPRequest) (string, error) {\n\treturn req.RequestContext.HTTP.Method + req.QueryStringParameters["q"], nil\n}\n\nfunc main() { lambda.Start(handler) }\n',
      [
        "requestContext",
        "requestContext.http",
        "requestContext.http.method",
        "queryStringParameters",
        "queryStringParameters.q",
      ],
    ],
    [
      "csharp",
      'class F { public string FunctionHandler(APIGatewayProxyRequest r, ILambdaContext c) => r.HttpMethod + r.PathParameters?["id"]; }',
      ["httpMethod", "pathParameters", "pathParameters.id?"],
    ],
    [
      "java",
      'class A implements RequestHandler<APIGatewayProxyRequestEvent, String> { public String handleRequest(APIGatewayProxyRequestEvent e, Context c) { return e.getQueryStringParameters().get("q"); } }',
      ["queryStringParameters", "queryStringParameters.q"],
    ],
  ])("by %s, through the library's types", async (language, text, read) => {
    expect(await eventPaths(language, text)).toEqual(read);
  });
});

describe("what the handler returns", () => {
  const shapes = async (language: Language, text: string) =>
    programAnswers(await read(language, text)).map(
      ({ shape, members, stringifyCall }: ProgramAnswer) =>
        `${stringifyCall ? "text of " : ""}${shape}${members.size > 0 ? ` ${[...members.keys()]}` : ""}`,
    );

  test("in Python, every return followed to where it is written", async () => {
    const text = `import json

def reply(status, body):
    return {"statusCode": status, "body": json.dumps(body)}

def lambda_handler(event, context):
    if event["httpMethod"] == "GET":
        return reply(200, [])
    if event["httpMethod"] == "PUT":
        return {"error": "no"}, 400
    response = {"statusCode": 200}
    response["body"] = "ok"
    if event["x"]:
        return json.dumps(response)
    if event["y"]:
        return None
    return response
`;
    expect(await shapes("python", text)).toEqual([
      "object statusCode,body",
      "list",
      "text of object statusCode,body",
      "null",
      "object statusCode,body",
    ]);
  });

  test("in Ruby, the last expression too", async () => {
    const text = `def lambda_handler(event:, context:)
  return [200, {}, []] if event['a']
  case event['httpMethod']
  when 'GET' then { statusCode: 200, body: 'x' }
  else 'no'
  end
end
`;
    expect(await shapes("ruby", text)).toEqual(["list", "object statusCode,body", "text"]);
  });

  test.each<[Language, string, readonly string[]]>([
    [
      "go",
      'package main\n\nfunc handler() (*R, error) {\n\tr := R{StatusCode: 200}\n\tr.Body = "x"\n\treturn &r, nil\n}\n\nfunc main() { lambda.Start(handler) }\n',
      ["object StatusCode,Body"],
    ],
    [
      "csharp",
      "class F { public async Task<object> FunctionHandler(object o, ILambdaContext c) { if (o == null) return null; return await Task.FromResult(new { StatusCode = 200 }); } }",
      ["null", "object StatusCode"],
    ],
    [
      "java",
      'class A { public Object handleRequest(Object o, Context c) { return new R().withStatusCode(200).withBody("x"); } }',
      ["object statusCode,body"],
    ],
  ])("in %s", async (language, text, expected) => {
    expect(await shapes(language, text)).toEqual(expected);
  });
});

test("code nested deeper than people write is not followed, and nothing throws", async () => {
  const deep = `def lambda_handler(event, context):\n    return ${"[".repeat(5000)}${"]".repeat(5000)}\n`;
  const code = await read("python", deep);
  expect(code.program?.modules).toEqual([]);
});
