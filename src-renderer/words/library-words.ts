// The words for canned operations, templates and part codes.

import type { Canned } from '../../src-shared/domain/library/canned.ts';
import type { PartCodeRow } from '../../src-shared/domain/library/part-code-rows.ts';

export const cannedChoices = [
  { value: 'operation', label: 'Canned operation' },
  { value: 'template', label: 'Template' },
] as const;

/** `3 lines`. */
export function wordLines({ content }: Pick<Canned, 'content'>): string {
  const count = content?.lines.length ?? 0;
  return count === 1 ? '1 line' : `${count} lines`;
}

/** What becomes of a row of a table. */
export function wordRow(row: PartCodeRow): string {
  switch (row.standing) {
    case 'new':
      return 'New';
    case 'changed':
      return 'Replaces the values of this code';
    case 'same':
      return 'Nothing differs';
    case 'twice':
      return 'Left out: an earlier row has this code';
    case 'wrong':
      return row.text === ''
        ? `Left out: ${row.column} is missing`
        : `Left out: ${row.column} “${row.text}” cannot be read`;
  }
}

/** `28 new, 2 replace others, 1 cannot be read`. */
export function wordImport(rows: readonly PartCodeRow[]): string {
  if (rows.length === 0) return 'There is no row in this file.';
  const count = (standing: PartCodeRow['standing']): number => rows.filter((row) => row.standing === standing).length;
  const parts = [
    `${count('new')} new`,
    `${count('changed')} replace values`,
    `${count('same')} the same`,
    `${count('twice')} doubled`,
    `${count('wrong')} cannot be read`,
  ];
  return `${rows.length} rows: ${parts.filter((part) => !part.startsWith('0 ')).join(', ')}.`;
}
