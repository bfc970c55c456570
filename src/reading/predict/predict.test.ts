import { describe, expect, test } from "vitest";
import { nameFile } from "../../submission/name-file";
import { type Language, parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { predict } from "./predict";
import type { Prediction } from "./prediction";

async function predicted(
  language: Language,
  text: string,
  event: unknown = {},
  more: object = {},
): Promise<Prediction | undefined> {
  const files = [{ path: nameFile(language, text), text }];
  const submission = parseSubmission({ v: 1, language, files, ...more });
  const code = await readCode(submission);
  return predict(code, { submission, event: JSON.stringify(event), requestId: "id" });
}

async function payloadOf(language: Language, text: string, event?: unknown, more?: object) {
  return (await predicted(language, text, event, more))?.payload;
}

function go(result: string, body: string, declarations = ""): string {
  return `package main\n\n${declarations}\n\nfunc handler(req events.APIGatewayProxyRequest) (${result}, error) {\n${body}\n}\n\nfunc main() { lambda.Start(handler) }\n`;
}

describe("Go writes", () => {
  test.each<[string, string, string, string, string?]>([
    [
      "nil maps as null, in the struct's order",
      "events.APIGatewayProxyResponse",
      'return events.APIGatewayProxyResponse{Body: "x"}, nil',
      '{"statusCode":0,"headers":null,"multiValueHeaders":null,"body":"x"}',
    ],
    [
      "fields without tags by their own names, unexported ones never",
      "R",
      "return R{A: 1, b: 2}, nil",
      '{"A":1}',
      "type R struct { A int; b int }",
    ],
    [
      "omitempty and - as encoding/json does",
      "R",
      "return R{}, nil",
      '{"b":""}',
      'type R struct { A string `json:"a,omitempty"`; B string `json:"b"`; C string `json:"-"` }',
    ],
    [
      "keys of maps in order",
      "map[string]any",
      'return map[string]any{"b": 1, "a": []int{}}, nil',
      '{"a":[],"b":1}',
    ],
    [
      "HTML as it is, and escaped by the user's own json.Marshal",
      "map[string]string",
      'b, _ := json.Marshal("<a>")\nreturn map[string]string{"x": "<a>", "y": string(b)}, nil',
      '{"x":"<a>","y":"\\"\\\\u003ca\\\\u003e\\""}',
    ],
    [
      "bytes in base64",
      "map[string]any",
      'return map[string]any{"b": []byte("hi")}, nil',
      '{"b":"aGk="}',
    ],
    [
      "embedded structs flat",
      "R",
      'return R{Base: Base{ID: 7}, Name: "n"}, nil',
      '{"id":7,"name":"n"}',
      'type Base struct { ID int `json:"id"` }\ntype R struct { Base; Name string `json:"name"` }',
    ],
  ])("%s", async (_, result, body, payload, declarations) => {
    expect(await payloadOf("go", go(result, body, declarations))).toBe(payload);
  });

  test("an error's type and message, and not the response beside it", async () => {
    const text = go(
      "events.APIGatewayProxyResponse",
      'return events.APIGatewayProxyResponse{StatusCode: 400}, fmt.Errorf("no: %w", errors.New("x"))',
    );
    expect(await predicted("go", text)).toMatchObject({
      outcome: "function-error",
      payload: '{"errorMessage":"no: x","errorType":"wrapError"}',
    });
  });
});

function csharp(members: string, serializer = "DefaultLambdaJsonSerializer"): string {
  return `using Amazon.Lambda.Core;\n[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.${serializer}))]\n${members}`;
}

function csharpReturning(expression: string, types = "", serializer?: string): string {
  return csharp(
    `${types} public class Function { public object FunctionHandler(APIGatewayProxyRequest r, ILambdaContext c) { return ${expression}; } }`,
    serializer,
  );
}

describe(".NET writes", () => {
  const reply =
    "public class R { public int StatusCode { get; set; } public string Body { get; set; } }";

  test.each<[string, string, string, string?, string?]>([
    [
      "own classes in PascalCase without nulls",
      "new R { StatusCode = 200 }",
      '{"StatusCode":200}',
      reply,
    ],
    [
      "own classes in camelCase with that serialiser",
      "new R { StatusCode = 200 }",
      '{"statusCode":200}',
      reply,
      "CamelCaseLambdaJsonSerializer",
    ],
    [
      "nulls with the source-generated one",
      "new R { StatusCode = 200 }",
      '{"StatusCode":200,"Body":null}',
      reply,
      "SourceGeneratorLambdaJsonSerializer<Context>",
    ],
    [
      "the library's types by their attributes",
      'new APIGatewayProxyResponse { StatusCode = 200, Body = "x" }',
      '{"statusCode":200,"body":"x","isBase64Encoded":false}',
    ],
    [
      "attributes before the naming policy",
      "new R { A = 1 }",
      '{"x":1}',
      'public class R { [JsonPropertyName("x")] public int A { get; set; } [JsonIgnore] public int B { get; set; } }',
    ],
    [
      "quotes escaped by the user's own JsonSerializer",
      'new { body = JsonSerializer.Serialize(new { a = "\\"é" }) }',
      '{"body":"{\\"a\\":\\"\\\\u0022\\\\u00E9\\"}"}',
    ],
    [
      "records and computed properties",
      'new R("x")',
      '{"Name":"x","Loud":"x!"}',
      'public record R(string Name) { public string Loud => Name + "!"; }',
    ],
  ])("%s", async (_, expression, payload, types, serializer) => {
    expect(await payloadOf("csharp", csharpReturning(expression, types, serializer))).toBe(payload);
  });
});

function javaReturning(expression: string, types: string): string {
  return `import java.util.*;\npublic class H implements RequestHandler<Map<String, Object>, Object> { public Object handleRequest(Map<String, Object> e, Context c) { return ${expression}; } }\n${types}`;
}

describe("Java writes", () => {
  test.each<[string, string, string, string?]>([
    ["{} for the library's empty response", "new APIGatewayProxyResponseEvent()", "{}"],
    [
      "zero and base64Encoded for the one of format 2.0",
      "new APIGatewayV2HTTPResponse()",
      '{"statusCode":0,"base64Encoded":false}',
    ],
    [
      "getters, not fields",
      "new R()",
      '{"b":2}',
      "class R { private int a = 1; private int b = 2; public int getB() { return b; } }",
    ],
    [
      "public fields and names from annotations",
      "new R()",
      '{"a":1,"x":3}',
      'class R { public int a = 1; @JsonIgnore public int b = 2; @JsonProperty("x") private int c = 3; }',
    ],
    [
      "nothing for nulls of a class, null for nulls of a map",
      "new R()",
      '{"m":{"k":null}}',
      'class R { public String s; public Map<String, String> m = new HashMap<>(); R() { m.put("k", null); } }',
    ],
    ["records", 'new R(1, "x")', '{"a":1,"b":"x"}', "record R(int a, String b) {}"],
    ["a String as a JSON string", '"{}"', '"{}"'],
  ])("%s", async (_, expression, payload, types = "") => {
    expect(await payloadOf("java", javaReturning(expression, types))).toBe(payload);
  });

  test("what a stream handler wrote, as it wrote it", async () => {
    const text =
      'class S implements RequestStreamHandler { public void handleRequest(InputStream i, OutputStream o, Context c) throws IOException { o.write("{\\"statusCode\\":200}".getBytes()); } }';
    expect(await payloadOf("java", text)).toBe('{"statusCode":200}');
  });
});

function ruby(body: string): string {
  return `require 'json'\ndef lambda_handler(event:, context:)\n${body}\nend\n`;
}

describe("Ruby writes", () => {
  test.each<[string, string, string, unknown?]>([
    [
      "the last expression, symbols as texts",
      "  { a: :b, 'c' => nil, d: 1.0 }",
      '{"a":"b","c":null,"d":1.0}',
    ],
    ["null when the last expression is puts", "  r = { a: 1 }\n  puts r", "null"],
    [
      "what rescue gives",
      "  raise 'x'\nrescue StandardError => e\n  { body: e.message }",
      '{"body":"x"}',
    ],
    [
      "heredocs and interpolation",
      '  name = event["name"]\n  { body: <<~HTML }\n    <p>\n      #{name}\n    </p>\n  HTML',
      '{"body":"<p>\\n  Ada\\n</p>\\n"}',
      { name: "Ada" },
    ],
    [
      "blocks, with returns that leave the method",
      "  [1, 2].each { |n| return({ n: n }) if n > 1 }\n  nil",
      '{"n":2}',
    ],
  ])("%s", async (_, body, payload, event) => {
    expect(await payloadOf("ruby", ruby(body), event)).toBe(payload);
  });

  test.each([
    ["ruby3.2", "undefined method `[]' for nil:NilClass"],
    ["ruby3.3", "undefined method `[]' for nil"],
    ["ruby3.4", "undefined method '[]' for nil"],
  ])("a call on nil as %s says it", async (runtime, message) => {
    const found = await predicted("ruby", ruby("  event['a']['b']"), {}, { runtime });
    expect(found?.error).toEqual({ errorType: "Function<NoMethodError>", errorMessage: message });
    expect(found?.observations.prediction?.missing).toEqual(["a"]);
  });
});

describe("what only a run could tell", () => {
  test("is marked inside a text and named by its path", async () => {
    const found = await predicted(
      "ruby",
      ruby(
        "  user = Store.find(1)\n  { statusCode: 200, body: { name: user.name, ok: true }.to_json }",
      ),
    );
    expect(found?.payload).toBe(
      '{"statusCode":200,"body":"{\\"name\\":⟨user.name⟩,\\"ok\\":true}"}',
    );
    expect(found?.observations.prediction?.unknown).toEqual(["$.body"]);
  });

  test("leaves the whole unsaid when it is the whole", async () => {
    expect(await predicted("ruby", ruby("  App.call(event)"))).toBeUndefined();
  });

  test("is taken to go well, and the condition is named", async () => {
    const text = go(
      "events.APIGatewayProxyResponse",
      "out, err := db.Get(req.Path)\nif err != nil {\n\treturn events.APIGatewayProxyResponse{StatusCode: 500}, nil\n}\nreturn events.APIGatewayProxyResponse{StatusCode: 200, Body: *out.Text}, nil",
    );
    const found = await predicted("go", text);
    expect(found?.payload).toContain('"statusCode":200');
    expect(found?.observations.prediction?.assumed).toHaveLength(1);
  });

  test("says where each member was written", async () => {
    const found = await predicted(
      "ruby",
      ruby("  body = { a: 1 }\n  { statusCode: 200,\n    body: body }"),
    );
    expect(found?.observations.prediction?.places["$.body"]?.line).toBe(5);
    expect(found?.observations.prediction?.places["$.body.a"]?.line).toBe(3);
  });
});

test("a file that does not parse is not predicted", async () => {
  expect(
    await predicted("ruby", "def lambda_handler(event:, context:)\n  {,,}\nend\n"),
  ).toBeUndefined();
});

test("code that never ends is given up", async () => {
  expect(await predicted("ruby", ruby("  loop { x = 1 }\n  { statusCode: 200 }"))).toBeUndefined();
  expect(
    await predicted("ruby", ruby("  lambda_handler(event: event, context: context)")),
  ).toBeUndefined();
});
