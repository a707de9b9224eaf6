// Which lines take on a panel by themselves: those with paint time on a known outer part.
import { sameValue } from '../../../src-shared/base/same-value.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { noPanel, usualPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';

/** Whether somebody writes overlap and clear coat by hand: computed rows would be there twice. */
export const writesOwnRows = (lines: readonly { readonly work?: Line['work'] }[]): boolean =>
  lines.some(({ work }) => work?.operation === 'clear-coat' || work?.operation === 'overlap');

/** A change of a line with the panel that follows from it, while nobody said anything of the panel. */
export function withPanel(line: Line, change: LineGroups, lines: readonly Line[]): LineGroups {
  if (change.panel !== undefined || !(change.refinish || change.text || change.work)) return change;
  if (writesOwnRows(lines)) return change;
  const panel = usualPanel({ ...line, ...change }, line);
  return panel === undefined || sameValue(panel, line.panel ?? noPanel) ? change : { ...change, panel };
}
