// Two versions of an estimate side by side: lines that changed, went and came, each with its number and heading.

import { sameValue } from '../../../base/same-value.ts';
import type { SheetLine } from '../refinish/automatic-lines.ts';

/** A line with its printed number in its version and the text of the heading above it. */
export type NumberedLine = { readonly line: SheetLine; readonly number: number; readonly heading: string };

/** What of a line two versions are compared by; the rest is where it stands and how it is marked. */
const comparedGroups = [
  'work',
  'text',
  'note',
  'part',
  'labor',
  'refinish',
  'misc',
  'adjust',
  'betterment',
  'share',
] as const;
export type ComparedGroup = (typeof comparedGroups)[number];

export type ChangedLine = {
  readonly before: NumberedLine;
  readonly after: NumberedLine;
  readonly groups: readonly ComparedGroup[];
};

/** The differences, each list in the order of its version. Headings are no differences. */
export type LineComparison = {
  readonly changed: readonly ChangedLine[];
  readonly deleted: readonly NumberedLine[];
  readonly added: readonly NumberedLine[];
};

/**
 * Compares two versions by the ids of their lines (EMS UNQ_SEQ, the key that survives supplements); automatic rows keep
 * their key through every change of their cause.
 */
export function compareLines(before: readonly SheetLine[], after: readonly SheetLine[]): LineComparison {
  const old = numbered(before);
  const now = numbered(after);
  const oldById = new Map(old.map((one) => [one.line.id, one]));
  const ids = new Set(now.map((one) => one.line.id));
  const changed = now.flatMap((one): readonly ChangedLine[] => {
    const was = oldById.get(one.line.id);
    const groups = was === undefined ? [] : differingGroups(was.line, one.line);
    return was === undefined || groups.length === 0 ? [] : [{ before: was, after: one, groups }];
  });
  return {
    changed,
    deleted: old.filter((one) => !ids.has(one.line.id)),
    added: now.filter((one) => !oldById.has(one.line.id)),
  };
}

/** Numbers the lines as a print does: headings count, deleted lines do not; headings themselves are left out. */
export function numbered(lines: readonly SheetLine[]): readonly NumberedLine[] {
  let heading = '';
  return lines
    .filter((line) => !line.deleted)
    .flatMap((line, i) => {
      if (line.work.operation !== 'heading') return [{ line, number: i + 1, heading }];
      heading = line.text.description;
      return [];
    });
}

const differingGroups = (before: SheetLine, after: SheetLine): readonly ComparedGroup[] =>
  comparedGroups.filter((group) => !sameValue(before[group], after[group]));
