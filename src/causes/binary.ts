import { decodeBase64 } from "../gateways/base64";

/** The first characters of well-known files in base64. */
const knownFiles: readonly { readonly start: string; readonly mediaType: string }[] = [
  { start: "iVBORw0KGgo", mediaType: "image/png" },
  { start: "/9j/", mediaType: "image/jpeg" },
  { start: "R0lGOD", mediaType: "image/gif" },
  { start: "UklGR", mediaType: "image/webp" },
  { start: "JVBERi0", mediaType: "application/pdf" },
  { start: "UEsDB", mediaType: "application/zip" },
  { start: "H4sI", mediaType: "application/gzip" },
];

/** The media type of the file that a text is the base64 of, by its first bytes; undefined for any other text. */
export function encodedFile(text: string): string | undefined {
  return isBase64(text)
    ? knownFiles.find(({ start }) => text.startsWith(start))?.mediaType
    : undefined;
}

const textTypes =
  /^text\/|^(?:application|image)\/(?:[\w.-]+\+)?(?:json|xml|javascript|ecmascript|x-www-form-urlencoded|x-ndjson|graphql|yaml|toml|sql|xhtml\+xml|ld\+json)$|^multipart\//;

/** Whether a media type names bytes rather than text. */
export function isBinaryType(mediaType: string): boolean {
  return (
    /^(?:image|audio|video|font|application)\/[\w.+-]+$/.test(mediaType) &&
    !textTypes.test(mediaType) &&
    mediaType !== "image/svg+xml"
  );
}

/** Whether a text is base64 as it should be: of its alphabet, with its padding; line breaks are allowed. */
export function isBase64(text: string): boolean {
  return decodeBase64(text.replace(/[\r\n]/g, "")) !== undefined;
}

/** The first characters of well-known files whose bytes were read as text: PDF, ZIP, PNG, GIF, JPEG, gzip, WebP. */
const fileTexts = [
  "%PDF-",
  "PK\x03\x04",
  "\ufffdPNG",
  "GIF8",
  "\ufffd\ufffd\ufffd",
  "\x1f\ufffd\b",
  "RIFF",
];

/** Whether a text begins like a well-known file whose bytes were read as text. */
export function beginsLikeFile(text: string): boolean {
  return fileTexts.some((start) => text.startsWith(start));
}
