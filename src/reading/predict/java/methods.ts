import { plainType } from "../../program/nodes";
import { areEqual } from "../arithmetic";
import { callValue } from "../calls";
import { instantiate } from "../create";
import { called, type Methods } from "../method-table";
import type { Calling } from "../rules";
import {
  booleanValue,
  nothing,
  objectValue,
  unknownValue,
  type Value,
  type ValueOf,
} from "../value";
import { hasMadeBuilder, madeAccessor } from "./accessors";
import { ofList, ofMap, ofOptional } from "./collections";
import { javaText, stringType } from "./rules";
import { ofMapper } from "./serialisers";
import { ofText } from "./texts";
import { ofWriter } from "./writers";

const ofException: Methods<ValueOf<"object">> = {
  getMessage: (error) => error.fields.get("message")?.value ?? nothing,
  getLocalizedMessage: (error) => error.fields.get("message")?.value ?? nothing,
  printStackTrace: () => nothing,
};

const ofObjects: Readonly<Record<string, Methods<ValueOf<"object">>>> = {
  Optional: ofOptional,
  ObjectMapper: ofMapper,
  JsonMapper: ofMapper,
  Gson: ofMapper,
  StringBuilder: ofWriter,
  OutputStream: ofWriter,
};

/** Getters, setters, builders and `withX` that Lombok or the events library write. */
function made(
  holder: ValueOf<"object">,
  name: string,
  { machine, given, place }: Calling,
): Value | undefined {
  const { declaration } = holder;
  const [value = nothing] = given.positional;
  const builds = holder.fields.get("$builds")?.value;
  if (builds?.is === "object") {
    if (name === "build") return builds;
    const bare = name.replace(/^with(?=\p{Lu})/u, "");
    const field = bare === name ? name : bare.charAt(0).toLowerCase() + bare.slice(1);
    builds.fields.set(field, { value, place });
    return holder;
  }
  if (!declaration) return undefined;
  if (/^(?:ordinal|name|toString)$/.test(name)) {
    return holder.fields.get(name === "ordinal" ? "$index" : "$name")?.value;
  }
  const accessor = madeAccessor(machine, declaration, name);
  switch (accessor?.kind) {
    case "get":
      return holder.fields.get(accessor.field)?.value;
    case "set":
    case "with":
      holder.fields.set(accessor.field, { value, place });
      return accessor.kind === "with" ? holder : nothing;
    default:
      return undefined;
  }
}

/** Static methods that the submission's own classes have without writing them. */
function ofType(
  holder: ValueOf<"type">,
  name: string,
  { machine, given }: Calling,
): Value | undefined {
  const declaration = machine.typeNamed(holder.type);
  if (declaration && name === "builder" && hasMadeBuilder(declaration)) {
    return objectValue(`${declaration.name}Builder`, {
      $builds: instantiate(machine, declaration),
    });
  }
  const [first] = given.positional;
  if (declaration?.form === "enum" && name === "valueOf" && first) return undefined;
  return holder.name === "Base64" && /^get\w*Encoder$/.test(name)
    ? { is: "type", name: "encoder", type: undefined }
    : undefined;
}

/** Methods of Java's libraries, and those that Lombok and the events library write. */
export function javaMethods(holder: Value, name: string, calling: Calling): Value | undefined {
  switch (holder.is) {
    case "text":
      return called(ofText, holder, name, calling) ?? ofAny(holder, name, calling);
    case "map":
      return called(ofMap, holder, name, calling) ?? ofAny(holder, name, calling);
    case "list":
      return called(ofList, holder, name, calling) ?? ofAny(holder, name, calling);
    case "object": {
      const own = made(holder, name, calling);
      if (own) return own;
      const methods = Object.hasOwn(ofObjects, holder.type) ? ofObjects[holder.type] : ofException;
      return (methods && called(methods, holder, name, calling)) ?? ofAny(holder, name, calling);
    }
    case "type":
      return ofType(holder, name, calling);
    case "function":
    case "native":
      return callValue(calling.machine, holder, calling.given);
    case "unknown":
      if (name === "join" || name === "get") return undefined;
      return name === "toString" ? { ...holder, type: stringType } : undefined;
    case "number":
    case "boolean":
      return ofAny(holder, name, calling);
    default:
      return undefined;
  }
}

function ofAny(holder: Value, name: string, { machine, given, place }: Calling): Value | undefined {
  const [other] = given.positional;
  switch (name) {
    case "equals": {
      const equal = other && areEqual(holder, other);
      return equal === undefined
        ? unknownValue("equals", plainType("boolean"))
        : booleanValue(equal);
    }
    case "toString":
      return javaText(machine, holder, place);
    case "intValue":
    case "longValue":
    case "booleanValue":
      return holder;
    default:
      return undefined;
  }
}
