import { lent } from "../lent";

export const StringDecoder: unknown = Reflect.get(lent.builtin("string_decoder"), "StringDecoder");
