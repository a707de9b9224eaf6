/** What stands in a dealer's books of some receipts, beside what the shop knows of them. */
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { MortalCloud, StoredJob } from './mortal-cloud.ts';

export type PaidReceipt = { readonly number: string; readonly receipt: string };

/** Each receipt that is not once in the dealer's books, or whose shop does not know it, or tells it twice. */
export async function wrongWith(mortal: MortalCloud, paid: readonly PaidReceipt[]): Promise<readonly string[]> {
  const journal = await mortal.dealer.journal();
  const jobs = new Map((await mortal.jobs()).map((job) => [job.subject, job]));
  const { shown, lines } = await toldTo(mortal);
  return paid.flatMap(({ number, receipt }) => {
    const booked = journal.filter(({ request }) => request.reference === number);
    const [known, seen] = [referenceOf(jobs.get(receipt)), shown.get(receipt)];
    const isRight = booked.length === 1 && known === booked[0]?.reference && lines.get(receipt) === 1;
    if (isRight && seen?.state === 'posted' && seen.reference === known) return [];
    const words = `${known}, ${JSON.stringify(seen)}, ${lines.get(receipt) ?? 0} lines of history`;
    return [`${number}: ${booked.length} times in the books, ${words}`];
  });
}

const referenceOf = (job: StoredJob | undefined): string => (job?.state.kind === 'posted' ? job.state.reference : '');

/** What the shop's PCs show of each receipt, and how many lines of the history say that it is posted. */
async function toldTo({ desktop }: MortalCloud) {
  const { changes } = await desktop.pull();
  const shown = new Map<string, JsonObject>();
  const lines = new Map<string, number>();
  for (const [, , , kind, id, group, value] of changes) {
    if (kind === 'receipt' && group === 'dms') shown.set(id, value);
    if (kind !== 'dms-event') continue;
    const { what, receiptId } = value.what as { readonly what: string; readonly receiptId: string };
    if (what === 'payment-posted') lines.set(receiptId, (lines.get(receiptId) ?? 0) + 1);
  }
  return { shown, lines };
}
