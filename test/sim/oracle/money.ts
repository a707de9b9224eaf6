/** Invariant 8: money stands as it was written, bound to what it was written on, and nobody is asked to merge it. */

import { readLedger, sha256 } from '../../../src-main/db/receipts.ts';
import { recordsOf } from '../../../src-main/db/record.ts';
import { checkLedger, type LedgerFault } from '../../../src-shared/domain/receipt/ledger.ts';
import type { SimPc } from '../pc.ts';
import { listRecordIds } from '../rows.ts';
import type { Scene } from './scene.ts';

/** What two PCs that did not hear of each other may well do to one receipt; people are shown it. */
const twice: ReadonlySet<LedgerFault['kind']> = new Set(['reversed-twice', 'reverses-void']);

export function moneyStandsAsWritten({ pcs, hadLives }: Scene): readonly string[] {
  // Two lives of one PC count on from the same receipt: their numbers meet, and are shown as that.
  const isUsual = ({ kind }: LedgerFault): boolean => twice.has(kind) || (hadLives && kind === 'same-number');
  return pcs.flatMap((pc) => [
    ...listRecordIds(pc.store, 'workfile').flatMap((id) =>
      checkLedger(readLedger(pc.store, id), sha256)
        .filter((fault) => !isUsual(fault))
        .map(({ kind, receiptId }) => `${pc.place}: receipt ${receiptId} of ${id} is ${kind}`),
    ),
    ...askedAbout(pc),
  ]);
}

const askedAbout = ({ store, place }: SimPc): readonly string[] =>
  listRecordIds(store, 'workfile').flatMap((id) =>
    recordsOf(store, 'conflict', id)
      .filter(({ about }) => about.kind === 'receipt' || about.kind === 'receipt-void')
      .map(({ about }) => `${place}: a conflict is about ${about.kind} ${about.recordId}.${about.group}`),
  );
