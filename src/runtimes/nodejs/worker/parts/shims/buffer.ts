import { lent } from "../lent";

export const { Buffer } = lent;
export { Blob } from "./globals";
