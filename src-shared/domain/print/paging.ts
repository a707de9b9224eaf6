// Where pages begin: the heights of pieces, as the engine that prints them measured them, laid into the room of pages.

/** A piece by its height. */
export type Measured = { readonly height: number; readonly table: string | null; readonly keep: boolean };

/** The room for pieces on the first page and on every other, and the height of each table's head. */
export type Room = {
  readonly first: number;
  readonly other: number;
  readonly heads: Readonly<Record<string, number>>;
};

/** The index of the first piece of each page. A piece higher than a page has a page of its own. */
export function pageStarts(pieces: readonly Measured[], room: Room): readonly number[] {
  const starts = [0];
  let used = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const from = starts.at(-1) ?? 0;
    const needed = heightAt(pieces, at, from, room.heads);
    if (at > from && used + needed > (from === 0 ? room.first : room.other)) {
      const next = startBefore(pieces, at, from);
      starts.push(next);
      used = 0;
      // What was taken along is laid once more: with it the new page may be full before this piece.
      at = next - 1;
    } else {
      used += needed;
    }
  }
  return starts;
}

/** Takes pieces along that may not be the last of a page, unless the whole page is made of them. */
function startBefore(pieces: readonly Measured[], at: number, from: number): number {
  let start = at;
  while (start > from && pieces[start - 1]?.keep === true) start -= 1;
  return start === from ? at : start;
}

/** What a piece adds to its page: a row that begins its table there brings the head along. */
function heightAt(pieces: readonly Measured[], at: number, from: number, heads: Room['heads']): number {
  const piece = pieces[at];
  if (piece === undefined) return 0;
  const begins = piece.table !== null && (at === from || pieces[at - 1]?.table !== piece.table);
  return piece.height + (begins && piece.table !== null ? (heads[piece.table] ?? 0) : 0);
}

/** Whether numbers can be the page starts of so many pieces. */
export const arePageStarts = (starts: readonly number[], pieces: number): boolean =>
  starts[0] === 0 &&
  starts.every((start, i) => Number.isInteger(start) && start < Math.max(pieces, 1) && start > (starts[i - 1] ?? -1));
