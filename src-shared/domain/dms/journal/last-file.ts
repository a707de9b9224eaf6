// What a cloud that was restored knows of a shop's journal files, and which number a person may call the last.

/** The newest file that there is, 0 for none, and the numbers after it of which only the history of the workfiles tells. */
export type KnownFiles = { readonly newest: number; readonly lost: readonly number[] };

/** What the history calls a file. */
export const journalName = (n: number): string => `Journal ${n}`;

/** The files that the history tells of and that are newer than the newest one there is, by what it calls them. */
export function lostFiles(newest: number, names: readonly string[]): readonly number[] {
  const numbers = names.map((name) => Number(/^Journal (\d{1,7})$/.exec(name)?.[1] ?? 0));
  return [...new Set(numbers)].filter((n) => n > newest).toSorted((a, b) => a - b);
}

/** The newest number that was ever given, as far as anybody told. */
export const newestGiven = ({ newest, lost }: KnownFiles): number => Math.max(newest, lost.at(-1) ?? 0);

/** The first lost file until the typed one of which no PC told yet: nobody knows what stood in it. */
export function firstUntold({ newest, lost }: KnownFiles, lastFile: number): number | undefined {
  const told = new Set(lost);
  let n = newest + 1;
  while (told.has(n)) n += 1;
  return n <= lastFile ? n : undefined;
}

type Said = { readonly lastFile?: number; readonly despite?: boolean };

/** Whether the next file may follow the one that a person calls the last. */
export function mayFollow(files: KnownFiles, { lastFile, despite }: Said): boolean {
  if (lastFile === undefined || lastFile < newestGiven(files)) return false;
  return despite === true || firstUntold(files, lastFile) === undefined;
}
