import {
  type LeftOut,
  largestFile,
  largestPackage,
  type OfferedFile,
  reasonAgainst,
} from "./offered";

/** Whether a file is a zip, by its name. */
export function isZip({ path }: OfferedFile): boolean {
  return /\.zip$/i.test(path);
}

/**
 * The files of a zip, with those that are not worth unfolding left out: by their path, or because they
 * would unfold to too much. A zip that cannot be read is itself left out.
 */
export async function unzipped(
  zip: OfferedFile,
): Promise<{ readonly files: readonly OfferedFile[]; readonly leftOut: readonly LeftOut[] }> {
  const { unzipSync } = await import("fflate");
  const leftOut: LeftOut[] = [];
  let total = 0;
  try {
    const entries = unzipSync(new Uint8Array(await zip.bytes.arrayBuffer()), {
      filter: ({ name, originalSize }) => {
        if (name.endsWith("/")) return false;
        const large = originalSize > largestFile || total + originalSize > 2 * largestPackage;
        const reason = reasonAgainst(name) ?? (large ? "large" : undefined);
        if (reason) leftOut.push({ path: name, reason });
        else total += originalSize;
        return !reason;
      },
    });
    const files = Object.entries(entries).map(
      ([path, bytes]): OfferedFile => ({ path, bytes: new Blob([new Uint8Array(bytes)]) }),
    );
    return { files, leftOut };
  } catch {
    return { files: [], leftOut: [{ path: zip.path, reason: "damaged" }] };
  }
}
