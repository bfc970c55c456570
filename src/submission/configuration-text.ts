/** What only one kind of configuration has, with the name that its file usually has; each sign is needed. */
interface Kind {
  readonly name: string;
  readonly signs: readonly RegExp[];
}

const ofYaml: readonly Kind[] = [
  {
    name: "openapi.yaml",
    signs: [
      /^["']?(?:openapi|swagger|paths|\/.*)["']?[ \t]*:/m,
      /^[ \t]+["']?x-amazon-apigateway-integration["']?[ \t]*:/m,
    ],
  },
  {
    name: "template.yaml",
    signs: [/^[ \t]*["']?Type["']?[ \t]*:[ \t]*["']?AWS::\w+::\w+["']?[ \t]*(?:#.*)?\r?$/m],
  },
  {
    name: "serverless.yml",
    signs: [/^functions[ \t]*:[ \t]*(?:#.*)?\r?$/m, /^[ \t]+handler[ \t]*:[ \t]*\S/m],
  },
];

const ofJson: readonly Kind[] = [
  {
    name: "openapi.json",
    signs: [/"(?:openapi|swagger|paths)"\s*:/, /"x-amazon-apigateway-integration"\s*:/],
  },
  { name: "template.json", signs: [/"Type"\s*:\s*"AWS::\w+::\w+"/] },
];

const ofTerraform: readonly Kind[] = [
  {
    name: "main.tf",
    signs: [/^[ \t]*(?:resource|data)[ \t]+"aws_\w+"[ \t]+"[\w-]+"[ \t]*\{/m],
  },
];

/** YAML begins with a name alone before a colon, which code does not. */
const beginsAsYaml = /^["']?[\w./${}-]{1,100}["']?[ \t]*:(?:[ \t]|\r?$)/m;
const beforeYaml = /^(?:---|#|%YAML|\s*$)/;
const leadingName = /^(?:#|\/\/)[ \t]*([\w-]+\.(?:ya?ml|tf))[ \t]*\r?\n/;

function isYaml(text: string): boolean {
  const first = text.split("\n", 200).find((line) => !beforeYaml.test(line));
  return first !== undefined && beginsAsYaml.test(first);
}

/**
 * The name for a pasted text that is a configuration: a SAM or CloudFormation template, serverless.yml,
 * Terraform, or OpenAPI with API Gateway's extensions; undefined for any other text. Linear in its length.
 */
export function configurationName(text: string): string | undefined {
  const kinds = text.startsWith("{") ? ofJson : isYaml(text) ? ofYaml : ofTerraform;
  const found = kinds.find(({ signs }) => signs.every((sign) => sign.test(text)))?.name;
  if (found === undefined || kinds === ofJson) return found;
  const named = leadingName.exec(text)?.[1];
  return named?.endsWith(".tf") === (kinds === ofTerraform) ? named : found;
}
