/** The first media type of an Accept or Content-Type value, lower-case, without parameters; "" for none. */
export function firstMediaType(value: string | undefined): string {
  return (value ?? "").split(",")[0]?.split(";")[0]?.trim().toLowerCase() ?? "";
}

/**
 * Whether one of API Gateway's binaryMediaTypes covers a media type: the same text, a wildcard on
 * the right (`image/*`), or an entry of two wildcards, which covers a missing type as well.
 */
export function isBinaryMediaType(mediaType: string, binaryMediaTypes: readonly string[]): boolean {
  return binaryMediaTypes.some((entry) => {
    const binaryType = entry.trim().toLowerCase();
    if (binaryType === "*/*" || binaryType === mediaType) return true;
    return (
      binaryType.endsWith("/*") &&
      !binaryType.startsWith("*") &&
      mediaType.startsWith(binaryType.slice(0, -1))
    );
  });
}
