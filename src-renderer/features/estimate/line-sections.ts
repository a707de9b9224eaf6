// The sections of an estimate: a heading and the rows below it up to the next one, shown or closed.
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';

export type SectionState = { readonly isClosed: boolean; readonly rows: number };

export type PlacedLine = {
  readonly line: SheetLine;
  /** As printed: automatic rows count, closed ones too. */
  readonly number: number;
  readonly section: SectionState | undefined;
};

type Divided = Pick<SheetLine, 'id' | 'work'>;

const isHeading = ({ work }: Divided): boolean => work.operation === 'heading';

/** The lines that are shown, numbered, headings with what they hold. */
export function inOpenSections(lines: readonly SheetLine[], closed: ReadonlySet<string>): readonly PlacedLine[] {
  const shown: PlacedLine[] = [];
  let hidden = false;
  lines.forEach((line, at) => {
    if (isHeading(line)) {
      hidden = closed.has(line.id);
      shown.push({ line, number: at + 1, section: { isClosed: hidden, rows: hidden ? rowsBelow(lines, at) : 0 } });
    } else if (!hidden) shown.push({ line, number: at + 1, section: undefined });
  });
  return shown;
}

function rowsBelow(lines: readonly Divided[], heading: number): number {
  const next = lines.findIndex((line, at) => at > heading && isHeading(line));
  return (next < 0 ? lines.length : next) - heading - 1;
}

/** The heading above a line, itself if it is one; undefined above the first heading. */
export const headingOf = (lines: readonly Divided[], id: string): string | undefined =>
  lines.slice(0, lines.findIndex((line) => line.id === id) + 1).findLast(isHeading)?.id;

/** The lines with everything that closed headings among them hide: a closed section moves and is copied whole. */
export function withHidden(
  lines: readonly Divided[],
  ids: readonly string[],
  closed: ReadonlySet<string>,
): readonly string[] {
  const chosen = new Set(ids);
  let taking = false;
  for (const line of lines) {
    if (isHeading(line)) taking = chosen.has(line.id) && closed.has(line.id);
    else if (taking) chosen.add(line.id);
  }
  return lines.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}
