/** A shop with a connection to a dealer's system, as the cloud tells a PC of it. */
import { readCursor } from '../../src-main/db/cursor.ts';
import { applyPulled } from '../../src-main/db/pulled.ts';
import { readRecord, readRow } from '../../src-main/db/record.ts';
import { stampsOf } from '../../src-main/db/record-row.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { simulatedCapabilities, simulatedSettings } from '../../src-shared/domain/dms/settings/simulated.ts';
import { type ShopConnection, shopConnectionId, takesOf } from '../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../src-shared/domain/library/library.ts';
import { type Receipt, receiptSpec } from '../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import { openTrialStore } from './store.ts';

type Parts = Partial<Pick<ShopConnection, 'about' | 'takes' | 'updates' | 'types'>>;

/** The simulated dealer, which takes everything. */
export const simulatedConnection = (parts: Parts = {}): ShopConnection => ({
  id: shopConnectionId,
  deleted: false,
  parent: { workfileId: libraries['dms-connection'] },
  about: { on: true, partner: 'simulated', name: 'Simulated dealer', storeIds: 'Store 1' },
  takes: takesOf(simulatedCapabilities(simulatedSettings.parse({}))),
  updates: { customers: true },
  ...parts,
});

/** Tells the PC on a folder of it, before its backend starts. */
export async function connectPc(folder: string, parts: Parts = {}): Promise<void> {
  const store = await openTrialStore({ folder });
  const { id, deleted: _, ...value } = simulatedConnection(parts);
  const owner = libraries['dms-connection'];
  const about = { kind: 'dms-connection', id, group: '*', value, base: null, workfile: owner };
  const change = { ...about, seq: 1, edit: 'c0000000a0-1' as EditId, by: 'Robin Ellery', at: 1 };
  applyPulled(store, [change], { cursor: 1, epoch: 'e', mark: 'm' }, 9000);
  store.close();
}

/** Tells the PC on a folder what became of a receipt's export, as the cloud would, while no backend runs there. */
export async function tellExport(folder: string, receiptId: string, dms: Partial<Receipt['dms']>): Promise<void> {
  const store = await openTrialStore({ folder });
  const made = readRow(store, 'receipt', receiptId);
  if (made === undefined) throw new Error('no such receipt');
  const { cursor } = readCursor(store);
  const { workfileId: workfile } = readRecord(store, 'receipt', receiptId)?.parent ?? { workfileId: '' };
  const value = { ...emptyGroup(receiptSpec, 'dms'), ...dms };
  const about = { kind: 'receipt', id: receiptId, group: 'dms', value, base: stampsOf(made).edit, workfile };
  const edit = `c0000000a0-${cursor + 2}` as EditId;
  const change = { ...about, seq: cursor + 1, edit, by: 'Simulated dealer', at: 2 };
  applyPulled(store, [change], { cursor: cursor + 1, epoch: 'e', mark: 'm' }, 9000);
  store.close();
}
