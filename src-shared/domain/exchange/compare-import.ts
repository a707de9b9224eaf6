// A newer version of an estimate beside the one that is here: which lines came, went and changed, before anything does.

import { sameValue } from '../../base/same-value.ts';
import type { Line } from '../estimate/line.ts';
import { extendedPrice } from '../estimate/subtotals.ts';
import { emptyGroups, type LineGroups } from './line-in.ts';
import type { ImportedLine } from './lines-in.ts';

/** The groups of a line that an import writes. */
export const importedLineGroups = Object.keys(emptyGroups) as readonly (keyof LineGroups)[];

/** What a line comes to, as the columns of an estimate show it. */
export type LineFigures = {
  readonly operation: LineGroups['work']['operation'];
  readonly priceCents: number;
  readonly laborTenths: number;
  readonly paintTenths: number;
};

/** A line of the comparison; `kept` lines were written here and are none of the file's. */
export type LineMatch = {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'kept';
  readonly description: string;
  readonly before: LineFigures | null;
  readonly after: LineFigures | null;
  readonly groups: readonly (keyof LineGroups)[];
  /** The line here, and the place of the file's line. */
  readonly id: Line['id'] | null;
  readonly imported: number | null;
};

/** Matches the lines of a file with those here: by their key, then by what they say. */
export function matchLines(here: readonly Line[], file: readonly ImportedLine[]): readonly LineMatch[] {
  const live = here.filter(({ deleted }) => !deleted);
  const partner = partners(live, file);
  const taken = new Set(partner.values());
  const matched = file.map((one, i): LineMatch => {
    const line = partner.get(i);
    return line === undefined ? matchOf('added', null, one, i) : pairOf(line, one, i);
  });
  const rest = live.filter((line) => !taken.has(line));
  return [
    ...matched,
    ...rest.map((line) => matchOf((line.vendor?.system ?? '') === '' ? 'kept' : 'removed', line, null, null)),
  ];
}

function partners(here: readonly Line[], file: readonly ImportedLine[]): ReadonlyMap<number, Line> {
  const found = new Map<number, Line>();
  const free = new Set(here);
  const pair = (keyOfFile: (one: ImportedLine) => string, keyOfLine: (line: Line) => string): void => {
    const byKey = new Map<string, Line[]>();
    for (const line of free) {
      const same = byKey.get(keyOfLine(line));
      if (same === undefined) byKey.set(keyOfLine(line), [line]);
      else same.push(line);
    }
    file.forEach((one, i) => {
      const key = keyOfFile(one);
      const line = found.has(i) || key === '' ? undefined : byKey.get(key)?.shift();
      if (line === undefined) return;
      found.set(i, line);
      free.delete(line);
    });
  };
  const sequence = ({ vendor }: Pick<ImportedLine, 'vendor'>): string =>
    vendor.sequence === 0 ? '' : `${vendor.sequence}/${vendor.row}`;
  pair(sequence, (line) => (line.vendor === undefined ? '' : sequence({ vendor: line.vendor })));
  const words = ({ work, text, part }: Pick<LineGroups, 'work' | 'text' | 'part'>): string =>
    [work.operation, text.description, part.number].join('\n');
  pair(({ groups }) => words(groups), words);
  return found;
}

function pairOf(line: Line, one: ImportedLine, index: number): LineMatch {
  const groups = importedLineGroups.filter((group) => !sameValue(groupOf(line, group), one.groups[group]));
  return { ...matchOf(groups.length === 0 ? 'same' : 'changed', line, one, index), groups };
}

/** A group of a line; those that most lines leave empty may be absent. */
export const groupOf = (line: Line, group: keyof LineGroups): object => line[group] ?? emptyGroups[group];

const matchOf = (
  kind: LineMatch['kind'],
  line: Line | null,
  one: ImportedLine | null,
  index: number | null,
): LineMatch => ({
  kind,
  description: one?.groups.text.description ?? line?.text.description ?? '',
  before: line === null ? null : figuresOf(line),
  after: one === null ? null : figuresOf(one.groups),
  groups: [],
  id: line?.id ?? null,
  imported: index,
});

const figuresOf = (line: Pick<LineGroups, 'work' | 'part' | 'misc' | 'labor' | 'refinish'>): LineFigures => ({
  operation: line.work.operation,
  priceCents: extendedPrice(line),
  laborTenths: line.labor.included ? 0 : line.labor.tenths,
  paintTenths: line.refinish.included ? 0 : line.refinish.tenths,
});
