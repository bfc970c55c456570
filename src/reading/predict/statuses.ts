/** HTTP's status codes by their reason phrases, for the constants that libraries name after them. */
export const statusPhrases: ReadonlyMap<number, string> = new Map([
  [200, "OK"],
  [201, "Created"],
  [202, "Accepted"],
  [204, "No Content"],
  [206, "Partial Content"],
  [301, "Moved Permanently"],
  [302, "Found"],
  [303, "See Other"],
  [304, "Not Modified"],
  [307, "Temporary Redirect"],
  [308, "Permanent Redirect"],
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [402, "Payment Required"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [405, "Method Not Allowed"],
  [406, "Not Acceptable"],
  [408, "Request Timeout"],
  [409, "Conflict"],
  [410, "Gone"],
  [412, "Precondition Failed"],
  [413, "Request Entity Too Large"],
  [415, "Unsupported Media Type"],
  [418, "I'm a teapot"],
  [422, "Unprocessable Entity"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [501, "Not Implemented"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
  [504, "Gateway Timeout"],
]);

/** The status whose phrase a constant's name spells, whatever its case and separators: `InternalServerError`, `NOT_FOUND`. */
export function statusNamed(name: string): number | undefined {
  const wanted = name.replace(/[^a-z]/gi, "").toLowerCase();
  for (const [status, phrase] of statusPhrases) {
    if (phrase.replace(/[^a-z]/gi, "").toLowerCase() === wanted) return status;
  }
  return undefined;
}
