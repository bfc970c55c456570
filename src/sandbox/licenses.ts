import * as z from "zod/mini";

const licenseSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** As SPDX names it. */
  identifier: z.optional(z.string()),
  text: z.optional(z.string()),
});

/** The terms of an npm package that is part of a bundle. */
export type License = z.infer<typeof licenseSchema>;

/** The licenses that Vite lists of a bundle, in a file of JSON. */
export function licensesIn(file: { readonly source?: string | Uint8Array }): readonly License[] {
  return z.array(licenseSchema).parse(JSON.parse(String(file.source)));
}

/** Markdown with each package's terms once, by name. */
export function writeLicenses(licenses: readonly License[]): string {
  const titled = licenses.map(({ name, version, identifier, text }): [string, string] => {
    const title = `## ${name} ${version}${identifier ? ` (${identifier})` : ""}`;
    return [title, text ? `${title}\n\n${text}` : title];
  });
  const unique = [...new Map(titled.toSorted()).values()];
  return `# Licenses of what runs in the sandbox\n\n${unique.join("\n\n")}\n`;
}
