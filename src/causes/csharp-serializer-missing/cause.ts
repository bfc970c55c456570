import { insertAfter } from "../../reading/edit";
import type { FunctionDeclaration } from "../../reading/program/program";
import { languages } from "../../submission/submission";
import type { Cause, Detection, FixProposal, Situation } from "../cause";
import { codePlace } from "../code-places";
import { fromLog } from "../from-log";
import { codeEdited } from "../proposals";
import { everyGateway } from "../reach";

const id = "csharp-serializer-missing";

/** The handler whose types nobody could read or write. */
function typedHandler({ invocation, reading }: Situation): FunctionDeclaration | undefined {
  const isRefused = /LambdaSerializerAttribute/.test(invocation.error?.errorMessage ?? "");
  return isRefused ? reading.code?.program?.handler?.declaration : undefined;
}

function detect(situation: Situation): Detection | undefined {
  const handler = typedHandler(situation);
  if (!handler) return fromLog(situation, id, ["dotnet.serializer"]);
  return {
    role: "primary",
    specificity: 2,
    evidence: [codePlace(handler.file, handler.node)],
    facts: ["dotnet.serializer", "lambda.function-error"],
  };
}

const attribute =
  "[assembly: Amazon.Lambda.Core.LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]";

/** The attribute after the last `using`, where attributes of an assembly belong. */
function fixes(situation: Situation): readonly FixProposal[] {
  const handler = typedHandler(situation);
  const last = handler?.file.tree.rootNode.descendantsOfType("using_directive").at(-1);
  if (!handler || !last) return [];
  return codeEdited(situation.submission, [insertAfter(handler.file, last, `\n\n${attribute}`)]);
}

export const cause: Cause = {
  id,
  gateways: everyGateway,
  languages,
  grade: "documented",
  since: "0.1.0",
  detect,
  fixes,
};
