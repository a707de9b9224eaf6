/** Writing and reading estimates on a PC without a window. */
import type { LineId, WorkfileId } from '../../src-shared/base/ids.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { demoLines } from '../../src-shared/demo/demo-lines.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { estimateTotals, type Totals } from '../../src-shared/domain/estimate/totals.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import type { Desktop } from './desktop.ts';

/** Makes a workfile with rates and that many invented lines, added one by one as they are typed. */
export async function writeEstimate(desktop: Desktop, lineCount: number, seed = 1): Promise<WorkfileId> {
  const workfileId = await desktop.ask('workfile.create', {});
  const { estimate, rates, contacts, insurance } = await sheetOf(desktop, workfileId);
  const [owner] = contacts;
  if (owner === undefined) throw new Error('a new workfile has no owner');
  const name = { first: 'Sharon', last: `Turpin ${seed}`, company: '' };
  await desktop.ask('contact.change', { contactId: owner.id, group: 'name', value: name });
  await desktop.ask('insurance.change', { insuranceId: insurance.id, group: 'payer', value: { payer: 'Self Pay' } });
  const labor = { ...rates.labor, body: 7500, refinish: 7500, mechanical: 17_500 };
  await desktop.ask('rates.change', { ratesId: rates.id, group: 'labor', value: labor });
  let after: LineId | null = null;
  for (const line of demoLines(chanceOf(seed), lineCount)) {
    const added: readonly LineId[] = await desktop.ask('line.add', { estimateId: estimate.id, after, lines: [line] });
    after = added.at(-1) ?? null;
  }
  return workfileId;
}

/** Asks for the estimate to be locked under its estimator's name. */
export const lockEstimate = async (desktop: Desktop, workfileId: WorkfileId) =>
  desktop.reply('estimate.lock', {
    estimateId: (await sheetOf(desktop, workfileId)).estimate.id,
    estimator: 'Casey Moor',
  });

export const sheetOf = (desktop: Desktop, workfileId: WorkfileId): Promise<WorkfileSheet> =>
  desktop.ask('workfile.open', { workfileId });

/** The lines of a workfile that stand in its estimate. */
export async function linesOf(desktop: Desktop, workfileId: WorkfileId): Promise<readonly Line[]> {
  const { lines } = await sheetOf(desktop, workfileId);
  return lines.filter((line) => !line.deleted);
}

export const totalsOf = (sheet: WorkfileSheet): Totals => estimateTotals(sheet);

/** What two PCs must agree on of a workfile; what is of one PC alone is left out. */
export async function sharedPart(desktop: Desktop, workfileId: WorkfileId) {
  const { workfile, contacts, vehicle, insurance, rates, estimate, lines } = await sheetOf(desktop, workfileId);
  return { workfile, contacts, vehicle, insurance, rates, estimate, lines };
}

/** One group of a line as it is now. */
export async function setPrice(desktop: Desktop, line: Line, priceCents: number): Promise<void> {
  await desktop.ask('line.change', { lineId: line.id, group: 'part', value: { ...line.part, priceCents } });
}
