import { expect, test } from "vitest";
import { parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { editFiles } from "../edit";
import { answerFailures, answerUnless } from "./early-answers";
import { programEventReads } from "./event-reads";

async function reading(language: "python" | "ruby", text: string) {
  const path = `lambda_function.${language === "python" ? "py" : "rb"}`;
  const submission = parseSubmission({ v: 1, language, files: [{ path, text }] });
  return { submission, code: await readCode(submission) };
}

const reply = { status: "500", message: '"Internal server error"' };

async function caught(language: "python" | "ruby", text: string) {
  const { submission, code } = await reading(language, text);
  const edits = answerFailures(code, reply);
  return edits && editFiles(submission, edits).files[0]?.text;
}

test("a Python handler's body is put into try, its docstring, texts and comments left as they are", async () => {
  const text = [
    "import json",
    "",
    "def lambda_handler(event, context):",
    '    """What it does."""',
    "    # one",
    "    note = '''a",
    "  b'''",
    "",
    "    if event:",
    "        return {'body': note}  # two",
    "",
    "def other(): pass",
    "",
  ].join("\n");
  expect(await caught("python", text)).toBe(
    [
      "import traceback",
      "import json",
      "",
      "def lambda_handler(event, context):",
      '    """What it does."""',
      "    # one",
      "    try:",
      "        note = '''a",
      "  b'''",
      "",
      "        if event:",
      "            return {'body': note}  # two",
      "    except Exception:",
      "        traceback.print_exc()",
      "        return {'statusCode': 500, 'body': json.dumps({'message': 'Internal server error'})}",
      "",
      "def other(): pass",
      "",
    ].join("\n"),
  );
});

test("tabs and CRLF stay", async () => {
  const text = "import json\r\ndef lambda_handler(e, c):\r\n\tx()\r\n\treturn 1\r\n";
  const edited = await caught("python", text);
  expect(edited).toContain("\r\n\ttry:\r\n\t\tx()\r\n\t\treturn 1\r\n\texcept Exception:\r\n\t\t");
  expect(edited?.replaceAll("\r\n", "")).not.toContain("\n");
});

test("a body on the line of its def is not edited", async () => {
  expect(await caught("python", "def lambda_handler(e, c): return 1\n")).toBeUndefined();
});

test("a Ruby handler gets a rescue", async () => {
  const text = 'require "json"\ndef lambda_handler(event:, context:)\n  { a: 1 }\nend\n';
  expect(await caught("ruby", text)).toBe(
    [
      'require "json"',
      "def lambda_handler(event:, context:)",
      "  { a: 1 }",
      "rescue StandardError => error",
      "  puts error.full_message",
      '  { statusCode: 500, body: { message: "Internal server error" }.to_json }',
      "end",
      "",
    ].join("\n"),
  );
});

test("a request is refused in front of the statement of the handler that needs more", async () => {
  const text =
    "import json\ndef lambda_handler(event, context):\n    if True:\n        x = f(\n            event['a'])\n";
  const { submission, code } = await reading("python", text);
  const [read] = programEventReads(code);
  const edits = read && answerUnless(code, read.file, read.node, "event.get('a')", reply);
  expect(edits && editFiles(submission, edits).files[0]?.text).toContain(
    "    if True:\n        if not event.get('a'):\n            return {'statusCode'",
  );
});

test("no answer is put into another function, whose return would not be the handler's", async () => {
  const text =
    "def take(event):\n    return event['a']\n\ndef lambda_handler(event, context):\n    return take(event)\n";
  const { code } = await reading("python", text);
  const [read] = programEventReads(code);
  expect(read && answerUnless(code, read.file, read.node, "event", reply)).toBeUndefined();
});

test.each([
  [
    "csharp",
    "Function.cs",
    "using System;\npublic class Function\n{\n    public APIGatewayProxyResponse Handler(APIGatewayProxyRequest request)\n    {\n        var a = 1; // one\n        return Make(a);\n    }\n}\n",
    [
      "        try",
      "        {",
      "            var a = 1; // one",
      "            return Make(a);",
      "        }",
      "        catch (Exception error)",
      "        {",
      "            Console.Error.WriteLine(error);",
      '            return new APIGatewayProxyResponse { StatusCode = 500, Body = "Internal server error" };',
      "        }",
      "    }",
    ],
  ],
  [
    "java",
    "Handler.java",
    "public class Handler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {\n  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent e, Context c) {\n    return make();\n  }\n}\n",
    [
      "    try {",
      "      return make();",
      "    } catch (Exception error) {",
      "      error.printStackTrace();",
      '      return new APIGatewayProxyResponseEvent().withStatusCode(500).withBody("Internal server error");',
      "    }",
      "  }",
    ],
  ],
])("a %s handler's braces are placed as the file has them", async (language, path, text, lines) => {
  const submission = parseSubmission({ v: 1, language, files: [{ path, text }] });
  const edits = answerFailures(await readCode(submission), reply);
  expect(edits && editFiles(submission, edits).files[0]?.text).toContain(lines.join("\n"));
});
