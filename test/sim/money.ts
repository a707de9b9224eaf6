/** Money at the simulated counters: receipts taken, voided and reversed, on several PCs that do not hear of each other. */

import type { Desk } from '../../src-main/services/desk.ts';
import { newId } from '../../src-main/services/desk.ts';
import { receiptHandlers } from '../../src-main/services/receipts/receipts.ts';
import type { CivilDate } from '../../src-shared/base/dates.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../../src-shared/base/ids.ts';
import { receiptSpec } from '../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import { listRecordIds } from './rows.ts';
import type { World } from './world.ts';

const mostReceipts = 6;
const date = '2026-11-21' as CivilDate;

/** One thing that somebody does with the money of a workfile; `value` tells it from every other. */
export function moveMoney({ chance }: World, desk: Desk, workfileId: WorkfileId, value: number): void {
  const does = receiptHandlers(desk);
  const [first, ...others] = listRecordIds(desk.store, 'receipt', workfileId);
  const reason = `because ${value}`;
  if (first === undefined || (others.length < mostReceipts && chance.percent(60))) {
    const money = { ...emptyGroup(receiptSpec, 'money'), amountCents: value, date, from: 'customer' as const };
    const isAdjustment = chance.percent(15);
    void does['receipt.take']({
      ...{ workfileId, receiptId: newId<ReceiptId>(desk), money, despite: true },
      reason: isAdjustment ? reason : '',
    });
    return;
  }
  const receiptId = chance.pick([first, ...others]) as ReceiptId;
  if (chance.percent(50)) void does['receipt.void']({ receiptId, voidId: newId<ReceiptVoidId>(desk), reason });
  else void does['receipt.reverse']({ receiptId, reversalId: newId<ReceiptId>(desk), date, reason });
}
