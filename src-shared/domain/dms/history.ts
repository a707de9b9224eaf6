// The DMS Transaction History as it is read: the lines that were written, and each void of a receipt, which tells of itself.

import type { DmsEventId } from '../../base/ids.ts';
import type { Receipts } from '../receipt/receipt.ts';
import { emptyGroup } from '../record.ts';
import { type DmsEvent, dmsEventSpec, newestFirst } from './dms-event.ts';
import { isPastVoiding } from './payment-state.ts';
import type { ShopConnection } from './shop-connection.ts';

type Told = Receipts & { readonly dmsEvents: readonly DmsEvent[] };

/**
 * The newest first. A void stands in the ledger for good, with who said so and when: it needs no line of its own, which
 * might come twice, or stay where the cloud refuses the void. A shop without a dealer's system has none of them.
 */
export function historyOf(told: Told, connection: ShopConnection | undefined): readonly DmsEvent[] {
  const voids = connection === undefined ? [] : voidLines(told);
  const voided = new Set(voids.map(({ what }) => what.receiptId));
  const isSaid = ({ what: { what, receiptId } }: DmsEvent): boolean =>
    what === 'payment-voided' && voided.has(receiptId);
  return newestFirst([...told.dmsEvents.filter((one) => !isSaid(one)), ...voids]);
}

/** One line a receipt, of its first void; none for what is in the dealer's system, where it still counts. */
const voidLines = ({ receipts, receiptVoids }: Told): readonly DmsEvent[] =>
  receipts.flatMap((receipt) => {
    const [first] = receiptVoids
      .filter(({ parent }) => parent.receiptId === receipt.id)
      .toSorted((one, other) => one.said.at - other.said.at || (one.id < other.id ? -1 : 1));
    if (first === undefined || isPastVoiding(receipt)) return [];
    const { said, parent } = first;
    const what = {
      ...emptyGroup(dmsEventSpec, 'what'),
      ...{ what: 'payment-voided', status: 'Void', note: said.reason, by: said.by, at: said.at },
      ...{ amountCents: receipt.money.amountCents, receiptId: receipt.id },
    };
    const id = first.id as string as DmsEventId;
    return [{ id, deleted: false, parent: { workfileId: parent.workfileId }, what }];
  });
