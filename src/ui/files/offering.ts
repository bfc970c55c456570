import { type OfferedFile, reasonAgainst } from "../../submission/taking/offered";

/** Folders are walked until so many files are found: far more than a package may hold. */
const mostWalked = 2000;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader hands out its entries in batches, the last of them empty.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

/** The files below an entry; a folder of dependencies stands as one empty file for all that is in it. */
async function walk(entry: FileSystemEntry, path: string, found: OfferedFile[]): Promise<void> {
  if (found.length >= mostWalked) return;
  if (entry.isFile) {
    found.push({ path, bytes: await fileOf(entry as FileSystemFileEntry) });
  } else if (reasonAgainst(`${path}/`)) {
    found.push({ path: `${path}/`, bytes: new Blob() });
  } else {
    for (const below of await entriesIn(entry as FileSystemDirectoryEntry)) {
      await walk(below, `${path}/${below.name}`, found);
    }
  }
}

/** Paths below the one folder that holds them all, which is the package's root; other paths stay. */
function belowRoot(files: readonly OfferedFile[]): readonly OfferedFile[] {
  const root = files[0]?.path.split("/", 1)[0] ?? "";
  const shared = files.every(({ path }) => path.startsWith(`${root}/`));
  return shared
    ? files.map(({ path, bytes }) => ({ path: path.slice(root.length + 1), bytes }))
    : files;
}

/** What was handed in: its files, and whether it was a folder, which is a package of its own. */
export interface Offer {
  readonly files: readonly OfferedFile[];
  readonly folder: boolean;
}

/** The files of a drop, those of its folders too. To be called while the drop is being handled. */
export async function offeredByDrop({ items, files }: DataTransfer): Promise<Offer> {
  const entries = [...items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const plain = [...files];
  const known = entries.filter((entry) => entry !== null);
  if (known.length < plain.length) return offeredByChoice(plain);
  const found: OfferedFile[] = [];
  for (const entry of known) await walk(entry, entry.name, found);
  const folder = known.some(({ isDirectory }) => isDirectory);
  return { files: folder && known.length === 1 ? belowRoot(found) : found, folder };
}

/** The files of a file dialog, with their paths where it chose a folder. */
export function offeredByChoice(chosen: readonly File[]): Offer {
  const files = chosen.map((file) => ({ path: file.webkitRelativePath || file.name, bytes: file }));
  const folder = chosen.some(({ webkitRelativePath }) => webkitRelativePath !== "");
  return { files: folder ? belowRoot(files) : files, folder };
}
