import codes from "./status-codes.json";

/** Node.js's `http.STATUS_CODES`. */
export const statusCodes: Readonly<Record<number, string>> = codes;
