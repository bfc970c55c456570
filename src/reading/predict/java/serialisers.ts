import { jsonParts } from "../json";
import type { Methods } from "../method-table";
import type { Calling } from "../rules";
import { fromEvent, knownText, nothing, textValue, type Value, type ValueOf } from "../value";
import { EmptyBean, type JavaJson, javaFormat, plainGson, plainJackson } from "./json";
import { appended } from "./writers";

/** What the user's own serialiser writes; Jackson throws where a class has nothing to write. */
export function written(value: Value, json: JavaJson, { machine, place }: Calling): Value {
  try {
    return textValue(...jsonParts(javaFormat(machine, json), value));
  } catch (fault) {
    if (!(fault instanceof EmptyBean)) throw fault;
    const message = `No serializer found for class ${fault.type} and no properties discovered to create BeanSerializer (to avoid exception, disable SerializationFeature.FAIL_ON_EMPTY_BEANS)`;
    return machine.throwError("InvalidDefinitionException", message, place);
  }
}

function parsedBy(
  library: JavaJson["library"],
  source: Value | undefined,
  { machine, place }: Calling,
): Value | undefined {
  if (source?.is === "null" && library === "jackson") {
    return machine.throwError(
      "IllegalArgumentException",
      'argument "content" is null',
      place,
      source.from,
    );
  }
  if (source?.is === "null") return fromEvent(nothing, source.from);
  const text = knownText(source);
  if (text !== undefined && text.trim() === "" && library === "jackson") {
    const message = "No content to map due to end-of-input";
    return machine.throwError("MismatchedInputException", message, place, source?.from);
  }
  return undefined;
}

/** The methods of Jackson's and Gson's mappers. */
export const ofMapper: Methods<ValueOf<"object">> = {
  writeValueAsString: (_, [value = nothing], calling) => written(value, plainJackson, calling),
  readValue: (_, [source], calling) => parsedBy("jackson", source, calling),
  readTree: (_, [source], calling) => parsedBy("jackson", source, calling),
  toJson: (_, [value = nothing], calling) => written(value, plainGson, calling),
  fromJson: (_, [source], calling) => parsedBy("gson", source, calling),
  writeValue: (_, [target, value = nothing], calling) => {
    const text = written(value, plainJackson, calling);
    return target ? appended(target, text) : undefined;
  },
};
