// DMS Activity of a workfile: its window, its ids, its payments, and the connection of the shop.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import { filesOfReceipts } from '../../../src-shared/domain/dms/journal/due-entries.ts';
import { type PaymentState, paymentState } from '../../../src-shared/domain/dms/payment-state.ts';
import { type ShopConnection, shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { type Receipt, voidedIds } from '../../../src-shared/domain/receipt/receipt.ts';
import { type GivenCommand, isPending } from '../../../src-shared/ipc/command-shapes.ts';
import type { Input, Output } from '../../../src-shared/ipc/requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { tellHost } from '../../api/bridge.ts';
import { useLibrary } from '../library/library.ts';
import { useDenied } from '../session.ts';
import { useSync } from '../sync.ts';
import { failureOf, send } from '../workfile/edits.ts';
import { placeOfPath } from '../workfile/places.ts';
import { isAway } from './search.ts';

/** Opens the window of a workfile's DMS Activity, or brings it to the front. */
export const showDmsActivity = (workfileId: WorkfileId): void => tellHost('view.dms', { workfileId });
export const nameDmsWindow = (label: string): void =>
  tellHost('window.title', { title: `${label} - DMS Activity`.slice(0, 200), alone: true });
/** Goes to where the connection is set up, in the window of the whole app. */
export const showDmsConnection = (): void => tellHost('view.app', { command: 'library.dms-connection' });
/** Goes to a receipt among those of its workfile, in the window of the whole app. */
export const showReceipt = ({ id, parent }: Receipt): void =>
  tellHost('view.place', { workfileId: parent.workfileId, place: placeOfPath(id, 'receipt.money.amountCents') });
export const closeDmsWindow = (): void => tellHost('view.close', {});

/** The shop's connection to its dealer's system; undefined while it has none. */
export const useShopConnection = (): ShopConnection | undefined =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? shopConnection(sheet.value.dmsConnections) : undefined));

/** Whether the shop works with a dealer's system now. */
export const useHasDms = (): boolean => useShopConnection()?.about.on === true;

/** Why a person has no DMS Activity at all: their role, or the shop, which has switched it off. */
export function useCannotUseDms(): string | undefined {
  const denied = useDenied('use-dms');
  const isOff = useLibrary(
    ({ sheet }) => sheet.kind === 'ready' && sheet.value.dmsConnections.some(({ about }) => !about.on),
  );
  return denied ?? (isOff ? 'The DMS feature is switched off for this shop (Configure › DMS connection).' : undefined);
}

/** Whether the dealer's system reserves the number of a repair order to be: now, later, or not at all. */
export function useReservation(): 'now' | 'later' | 'none' {
  const reserves = useShopConnection()?.takes.reservations === true;
  const cannot = useCannotUseDms();
  const isOffline = useSync(({ state }) => isAway(state));
  if (!reserves || cannot !== undefined) return 'none';
  return isOffline ? 'later' : 'now';
}

/** Sends the repair order of a closed workfile. */
export const exportRepairOrder = (workfileId: WorkfileId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'dms.export-repair-order', { workfileId }));

/** Says what the dealer's system calls the workfile, its customer or its vehicle. */
export const setDmsId = (
  workfileId: WorkfileId,
  group: DmsIdGroup,
  id: string,
  source: 'typed' | 'matched' = 'typed',
): Promise<Failure | undefined> => failureOf(send(workfileId, 'dms.set-id', { workfileId, group, id, source }));

/** Asks for receipts to be exported. */
export const exportPayments = (
  workfileId: WorkfileId,
  receiptIds: readonly ReceiptId[],
): Promise<Result<Output<'dms.export-payments'>>> =>
  send(workfileId, 'dms.export-payments', { workfileId, receiptIds });

/** Tells the cloud what was found out about an export; null: it is not in the dealer's system. */
export const resolveExport = (
  workfileId: WorkfileId,
  checked: Input<'dms.resolve-export'>,
): Promise<Failure | undefined> => failureOf(send(workfileId, 'dms.resolve-export', checked));

/** A receipt with where it stands, and the export that was asked for here last. */
export type Payment = {
  readonly receipt: Receipt;
  readonly state: PaymentState;
  readonly given: GivenCommand | undefined;
  /** `Journal 12`, where it stands in a journal file. */
  readonly journal: string | undefined;
};

const exporting: readonly GivenCommand['name'][] = ['export-payment', 'resolve-export'];

/** All receipts of a workfile, from customer, insurance and adjustments, as they were taken. */
export function paymentsOf(sheet: WorkfileSheet, commands: readonly GivenCommand[]): readonly Payment[] {
  const voided = voidedIds(sheet.receiptVoids);
  const files = filesOfReceipts(sheet.dmsEvents);
  return sheet.receipts
    .toSorted((one, other) => one.taken.at - other.taken.at || (one.id < other.id ? -1 : 1))
    .map((receipt) => {
      const given = commands.find(({ name, receiptId }) => exporting.includes(name) && receiptId === receipt.id);
      const isAsked = given !== undefined && isPending(given);
      const journal = files.get(receipt.id);
      const known = { isVoid: voided.has(receipt.id), isAsked, isJournaled: journal !== undefined };
      return { receipt, given, journal, state: paymentState(receipt, known) };
    });
}

/** Whether a receipt is Ready and nobody has asked for its export yet. */
export const isReady = ({ state }: Payment): boolean => state.status === 'ready' && state.step === 'none';

/** Whether the dealer's system surely does not have it: it may be sent again as it is. What is in doubt, a person looks up. */
export const isFailed = ({ state }: Payment): boolean => state.status === 'failed' && state.step === 'none';
