/** Lines of a version of an estimate from its printed rows; a key is an id, so that versions can be compared. */
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { panelGroup } from '../../../src-shared/domain/estimate/refinish/panel.ts';
import { linesOfPrint } from './print-line.ts';
import type { VersionRow } from './print-s01-lines.ts';

export function linesOfVersion(rows: readonly VersionRow[]): readonly SheetLine[] {
  const lines = linesOfPrint(
    rows.map(([, operation, description, cells], i) => ({ line: i + 1, operation, description, ...cells })),
  );
  return lines.map((line, i) => ({
    ...line,
    id: rows[i]?.[0] ?? line.id,
    panel: { ...panelGroup.parse({}), ...rows[i]?.[4] },
  }));
}
