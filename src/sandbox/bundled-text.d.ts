declare module "*?bundled" {
  /** The file and all that it imports, as the text of one classic script. */
  export const text: string;
  /** The hash by which a Content-Security-Policy names the text: `sha256-` and base64. */
  export const hash: string;
}
