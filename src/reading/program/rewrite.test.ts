import { describe, expect, test } from "vitest";
import { type Language, parseSubmission } from "../../submission/submission";
import { readCode } from "../code";
import { type Edit, editFiles } from "../edit";
import type { CodeReading } from "../reading";
import { type AnswerMember, type ProgramAnswer, programAnswers } from "./answers";
import {
  addEntry,
  removeEntries,
  renameEntry,
  responseFromTuple,
  stringifyEntry,
  stringifyInstead,
  unwrapCall,
  wrapReturned,
} from "./rewrite";

type Rewrite = (answer: ProgramAnswer, code: CodeReading) => readonly Edit[] | undefined;

const endings = { python: "py", ruby: "rb" } as const;

async function rewritten(language: keyof typeof endings, text: string, rewrite: Rewrite) {
  const files = [{ path: `lambda_function.${endings[language]}`, text }];
  const submission = parseSubmission({ v: 1, language, files });
  const code = await readCode(submission);
  const [answer] = programAnswers(code);
  const edits = answer && rewrite(answer, code);
  return edits && editFiles(submission, edits).files[0]?.text;
}

function python(body: string): string {
  return `import json\n\ndef lambda_handler(event, context):\n${body}\n`;
}

function ofMember(
  name: string,
  rewrite: (member: AnswerMember, language: Language) => readonly Edit[] | undefined,
): Rewrite {
  return ({ members }, { language }) => {
    const member = members.get(name);
    return member && rewrite(member, language);
  };
}

const stringify = ofMember("body", (member, language) => stringifyEntry(language, member));

describe("in Python", () => {
  test("a member becomes JSON text", async () => {
    expect(await rewritten("python", python("    return {'body': rows}"), stringify)).toBe(
      python("    return {'body': json.dumps(rows)}"),
    );
  });

  test("a member that an assignment writes becomes JSON text", async () => {
    const text = python("    r = {'statusCode': 200}\n    r['body'] = {'a': 1}\n    return r");
    expect(await rewritten("python", text, stringify)).toBe(
      text.replace("= {'a': 1}", "= json.dumps({'a': 1})"),
    );
  });

  test.each([
    ["def lambda_handler(e, c):\n    return {'body': x}\n", "import json\n\ndef"],
    [
      '"""What it does."""\nimport os\n\ndef lambda_handler(e, c):\n    return {"body": x}\n',
      '"""What it does."""\nimport json\nimport os\n',
    ],
    [
      "# coding: utf-8\nfrom a import b\n\ndef lambda_handler(e, c):\n    return {'body': x}\n",
      "# coding: utf-8\nimport json\nfrom a import b\n",
    ],
  ])("json is imported where it is missing: %j", async (text, start) => {
    expect(await rewritten("python", text, stringify)).toMatch(
      new RegExp(`^${start.replace(/[.]/g, "\\.")}`),
    );
  });

  test("str() gives way to json.dumps()", async () => {
    const instead = ofMember("body", (member, language) => stringifyInstead(language, member));
    expect(await rewritten("python", python("    return {'body': str(rows)}"), instead)).toBe(
      python("    return {'body': json.dumps(rows)}"),
    );
  });

  test("so does a text of nothing else", async () => {
    const instead = ofMember("body", (member, language) => stringifyInstead(language, member));
    expect(await rewritten("python", python("    return {'body': f'{rows}'}"), instead)).toBe(
      python("    return {'body': json.dumps(rows)}"),
    );
    expect(
      await rewritten("python", python("    return {'body': f'{rows} left'}"), instead),
    ).toBeUndefined();
  });

  test("a tuple becomes the response that it stands for", async () => {
    const tuple: Rewrite = (answer, code) => responseFromTuple(code, answer, false);
    expect(await rewritten("python", python("    return {'error': 'x'}, 400"), tuple)).toBe(
      python(
        [
          "    return {",
          "        'statusCode': 400,",
          "        'headers': {'Content-Type': 'application/json'},",
          "        'body': json.dumps({'error': 'x'}),",
          "    }",
        ].join("\n"),
      ),
    );
  });

  test("json.dumps() is taken off the whole", async () => {
    const unwrap: Rewrite = ({ file, stringifyCall }) =>
      stringifyCall && unwrapCall(file, stringifyCall);
    expect(
      await rewritten("python", python("    return json.dumps({'statusCode': 200})"), unwrap),
    ).toBe(python("    return {'statusCode': 200}"));
  });

  test("what is returned is put into a response", async () => {
    const wrap: Rewrite = (answer, code) =>
      wrapReturned(code, answer, { contentType: "application/json", stringify: true });
    expect(await rewritten("python", python("    return {\n        'a': 1,\n    }"), wrap)).toBe(
      python(
        [
          "    return {",
          "        'statusCode': 200,",
          "        'headers': {'Content-Type': 'application/json'},",
          "        'body': json.dumps({",
          "            'a': 1,",
          "        }),",
          "    }",
        ].join("\n"),
      ),
    );
  });

  test("members are renamed, removed and added", async () => {
    const text = python("    return {'status_code': 200, 'extra': 1, 'body': ''}");
    const rename = ofMember("status_code", (member) => renameEntry(member, "statusCode"));
    expect(await rewritten("python", text, rename)).toContain("{'statusCode': 200, ");
    const remove: Rewrite = ({ members }) => removeEntries([members.get("extra")]);
    expect(await rewritten("python", text, remove)).toContain("{'status_code': 200, 'body': ''}");
    const add: Rewrite = (answer) => addEntry("python", answer, "isBase64Encoded", "True");
    expect(await rewritten("python", text, add)).toContain("'body': '', 'isBase64Encoded': True}");
  });
});

describe("in Ruby", () => {
  const ruby = (answer: string) => `def lambda_handler(event:, context:)\n  ${answer}\nend\n`;

  test("a member becomes JSON text", async () => {
    expect(await rewritten("ruby", ruby("{ statusCode: 200, body: { a: 1 } }"), stringify)).toBe(
      `require "json"\n\n${ruby("{ statusCode: 200, body: { a: 1 }.to_json }")}`,
    );
  });

  test("a symbol key and a text key are renamed", async () => {
    const rename = (name: string) => ofMember(name, (member) => renameEntry(member, "statusCode"));
    expect(await rewritten("ruby", ruby("{ status_code: 200 }"), rename("status_code"))).toBe(
      ruby("{ statusCode: 200 }"),
    );
    expect(await rewritten("ruby", ruby('{ "status" => 200 }'), rename("status"))).toBe(
      ruby('{ "statusCode" => 200 }'),
    );
  });
});
