import { lent } from "../lent";

export const { Buffer } = lent;
export const { kMaxLength, kStringMaxLength } = lent.builtin("buffer") as Record<string, number>;
export { Blob } from "./globals";
