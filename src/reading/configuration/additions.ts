import type { SourceFile } from "../../submission/submission";
import type { Edit } from "../edit";
import type { ConfiguredRoute } from "./deployment";
import type { Stretch } from "./node";

type Style = "yaml" | "json" | "hcl";

/** The lines to be added in each of the notations. */
type Addition = Readonly<Record<Style, readonly string[]>>;

function styleOf(path: string): Style {
  if (/\.tf$/i.test(path)) return "hcl";
  return /\.json$/i.test(path) ? "json" : "yaml";
}

/**
 * Puts an addition before what has this key, in the notation and the indentation of the file; undefined
 * where other things stand before the key on its line.
 */
function before(file: SourceFile, key: Stretch, addition: Addition): Edit | undefined {
  const style = styleOf(file.path);
  const lineStart = file.text.lastIndexOf("\n", key.start - 1) + 1;
  const start = style === "hcl" ? lineStart + leading(file.text, lineStart).length : key.start;
  const indent = file.text.slice(lineStart, start);
  if (style !== "json" && indent.trim() !== "") return undefined;
  const gap = indent.trim() === "" ? `\n${indent}` : " ";
  const written = `${addition[style].join(gap)}${style === "json" ? "," : ""}${gap}`;
  return { file: file.path, start, end: start, text: written };
}

/** The lines of an object's members, without its braces. */
function membersOf(value: object): readonly string[] {
  return JSON.stringify(value, null, 2)
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(2));
}

function leading(text: string, from: number): string {
  return /^[ \t]*/.exec(text.slice(from, from + 200))?.[0] ?? "";
}

/** The permission that a route lacks, as a resource before its function. */
export function permissionFor(
  route: ConfiguredRoute,
  functionId: string,
  functionAt: Stretch,
  file: SourceFile,
): Edit | undefined {
  const { gateway, api } = route;
  if (gateway === "url") return undefined;
  const principal =
    gateway === "alb" ? "elasticloadbalancing.amazonaws.com" : "apigateway.amazonaws.com";
  const hasSource = gateway !== "alb" && api !== undefined;
  const id = `${functionId.replace(/\W/g, "")}Permission`;
  const source = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api?.id}}/*/*`;
  const properties = {
    FunctionName: { Ref: functionId },
    Action: "lambda:InvokeFunction",
    Principal: principal,
    ...(hasSource ? { SourceArn: { "Fn::Sub": source } } : {}),
  };
  const resource = { Type: "AWS::Lambda::Permission", Properties: properties };
  const label = functionId.replace(/^\w+\./, "");
  return before(file, functionAt, {
    yaml: [
      `${id}:`,
      "  Type: AWS::Lambda::Permission",
      "  Properties:",
      `    FunctionName: !Ref ${functionId}`,
      "    Action: lambda:InvokeFunction",
      `    Principal: ${principal}`,
      ...(hasSource ? [`    SourceArn: !Sub ${source}`] : []),
    ],
    json: membersOf({ [id]: resource }),
    hcl: [
      `resource "aws_lambda_permission" "${label}_${gateway === "alb" ? "alb" : "api"}" {`,
      '  action        = "lambda:InvokeFunction"',
      `  function_name = ${functionId}.function_name`,
      `  principal     = "${principal}"`,
      ...(hasSource ? [`  source_arn    = "\${${api?.id}.execution_arn}/*/*"`] : []),
      "}",
      "",
    ],
  });
}

/** The conversion to text that a MOCK integration lacks, before its type. */
export function conversionToText(typeAt: Stretch, file: SourceFile): Edit | undefined {
  const isTemplate = file.text.slice(typeAt.start, typeAt.end).includes("Type");
  const name = isTemplate ? "ContentHandling" : "contentHandling";
  return before(file, typeAt, {
    yaml: [`${name}: CONVERT_TO_TEXT`],
    json: membersOf({ [name]: "CONVERT_TO_TEXT" }),
    hcl: ['content_handling = "CONVERT_TO_TEXT"'],
  });
}
