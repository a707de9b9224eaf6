// The files in what was dropped: those of a folder and of the folders in it as well.

/** What was dropped is gone after the first wait, so all of it is asked for at once. */
export async function filesIn(dropped: DataTransfer): Promise<readonly File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return [...dropped.files];
  const files = await Promise.all(entries.map(filesOf));
  return files.flat();
}

const mostOfFolder = 2_000;

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry);
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map(filesOf))).flat();
}

const fileOf = (entry: FileSystemFileEntry): Promise<readonly File[]> =>
  new Promise((resolve) => {
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    );
  });

/** A folder gives its entries by the hundred until it gives none. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0 || all.length > mostOfFolder) return all;
    all.push(...some);
  }
}
