/** Commands that ask for exports to the shop's dealer's system: each makes an export, or moves one that stands still. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { checked } from '../../../src-shared/domain/dms/export-job.ts';
import { filesOfReceipts } from '../../../src-shared/domain/dms/journal/due-entries.ts';
import { journalName } from '../../../src-shared/domain/dms/journal/last-file.ts';
import { updateIn } from '../../../src-shared/domain/dms/partner.ts';
import { voidedIds } from '../../../src-shared/domain/receipt/receipt.ts';
import type { ResultOf } from '../../../src-shared/sync/commands.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import { askExport } from '../dms/ask-export.ts';
import { customerOf, customerUpdateOf, idsOf, paymentOf, readFacts, vehicleOf } from '../dms/export-facts.ts';
import { resolved, shownState } from '../dms/export-news.ts';
import { askRepairOrder, exportBehind } from '../dms/repair-orders.ts';
import { askReservation } from '../dms/reservations.ts';
import type { Change } from '../written-changes.ts';
import { because, type Done, type Effect, type Refused, type Room } from './command-room.ts';

type Told = ResultOf<'export-payment'>;

/** How far it is when the command is answered. */
function told(
  asked: Result<StoredExport, Refused>,
  changes: readonly Change[] = [],
  besides: readonly Change[] = [],
): Result<Done<Told>, Refused> {
  if (!asked.ok) return asked;
  const state = shownState(asked.value.job);
  return ok({ result: { state: state === 'ready' ? 'queued' : state }, changes, told: besides });
}

const exportPayment: Effect<'export-payment'> = async (room, { receiptId }) => {
  const facts = await readFacts(room.store, { kind: 'receipt', id: receiptId }, [
    'workfile',
    'receipt-void',
    'dms-event',
  ]);
  const receipt = facts?.all('receipt').find(({ id }) => id === receiptId);
  if (facts === undefined || receipt === undefined) return because('missing');
  if (voidedIds(facts.all('receipt-void')).has(receiptId)) return because('voided');
  if (receipt.dms?.state === 'posted') return because('posted');
  // Whoever booked the file has it already; of one that a restore lost, the history tells.
  const journal = await room.store.dms.journal.fileOf(receiptId);
  const file = journal === undefined ? filesOfReceipts(facts.all('dms-event')).get(receiptId) : journalName(journal);
  if (file !== undefined) return because('posted', { number: file });
  const ids = idsOf(facts.all('workfile')[0]);
  const asked = await askExport(room, {
    ...{ kind: 'payment', subject: receiptId, workfile: receipt.parent.workfileId, reference: receipt.number.number },
    async make({ setup, reference }) {
      if (ids.customerId === '') return because('no-customer-id');
      const payment = paymentOf({ receipt, reference, ids, setup });
      return payment === null ? because('not-offered', { type: receipt.money.type }) : ok(payment);
    },
  });
  const record = facts.records.find(({ kind, id }) => kind === 'receipt' && id === receiptId);
  if (!asked.ok || record === undefined) return told(asked);
  const value = { state: 'queued', postedOn: '', reference: '', reason: '' };
  const isQueued = asked.value.job.state.kind === 'queued';
  return told(asked, isQueued ? [{ record, group: 'dms', value }] : []);
};

const exportCustomer: Effect<'export-customer'> = async (room, { workfileId }) => {
  const facts = await readFacts(room.store, { kind: 'workfile', id: workfileId }, ['contact']);
  if (facts === undefined) return because('missing');
  if (idsOf(facts.all('workfile')[0]).customerId !== '') return because('posted');
  const make = async ({ reference }: { readonly reference: string }) => {
    const customer = customerOf(facts.all('contact'), reference);
    return customer === null ? because('empty') : ok(customer);
  };
  // Corrections of a customer who was found there are no reason against a new one.
  const mayFollow = ({ sent, request }: StoredExport) => [...sent, request].every(updateIn);
  return told(await askExport(room, { kind: 'customer', subject: workfileId, workfile: workfileId, mayFollow, make }));
};

/** The next round of the export of the same customer, so that it neither overtakes nor doubles what is on its way. */
const updateCustomer: Effect<'update-customer'> = async (room, { workfileId }) => {
  const facts = await readFacts(room.store, { kind: 'workfile', id: workfileId }, ['contact']);
  if (facts === undefined) return because('missing');
  const known = facts.all('workfile')[0]?.dmsCustomerId;
  if (known === undefined || known.id === '') return because('no-customer-id');
  const make = async ({ reference }: { readonly reference: string }) => {
    const update = customerUpdateOf(facts.all('contact'), { known, reference });
    return update === null ? because('empty') : ok(update);
  };
  const asking = { kind: 'customer', subject: workfileId, workfile: workfileId, isUpdate: true, make } as const;
  return told(await askExport(room, asking));
};

const exportVehicle: Effect<'export-vehicle'> = async (room, { workfileId, make: named, model }) => {
  const facts = await readFacts(room.store, { kind: 'workfile', id: workfileId }, ['vehicle']);
  if (facts === undefined) return because('missing');
  const { customerId, vehicleId } = idsOf(facts.all('workfile')[0]);
  if (vehicleId !== '') return because('posted');
  const make = async ({ reference }: { readonly reference: string }) => {
    if (customerId === '') return because('no-customer-id');
    const vehicle = vehicleOf(facts.all('vehicle')[0], { make: named, model, reference, customerId });
    return vehicle === null ? because('empty') : ok(vehicle);
  };
  return told(await askExport(room, { kind: 'vehicle', subject: workfileId, workfile: workfileId, make }));
};

const reserveRepairId: Effect<'reserve-repair-id'> = async (room, { workfileId }) =>
  told(await askReservation(room, workfileId));

const exportRepairOrder: Effect<'export-repair-order'> = async (room, { workfileId }) =>
  told(await askRepairOrder(room, workfileId));

/** Only what nobody knows is decided by a person. */
const resolveExport: Effect<'resolve-export'> = async (room, { subject: { kind, id }, found, reason }) => {
  const { dms } = room.store;
  const one = await dms.holdExport({ kind, subject: id });
  if (one === undefined) return because('missing');
  if (one.job.state.kind === 'posted') return because('posted');
  if (one.job.state.kind !== 'needs-check') return because('being-exported');
  const job = checked(one.job, found);
  const next: StoredExport = { ...one, job, epoch: room.order.epoch };
  await dms.saveExport(next, reason);
  if (found === null) await dms.wake(next, 0);
  const changes = await resolved(room, next, reason);
  const cause = { name: `command ${room.commandId}`, repairId: repairIdIn(changes) };
  return told(ok(next), changes, found === null ? [] : await exportBehind(room, next, cause));
};

/** The Repair ID that changes of a workfile give it. */
function repairIdIn(changes: readonly Change[]): string | undefined {
  const id = changes.find(({ group }) => group === 'dmsRepairId')?.value.id;
  return typeof id === 'string' ? id : undefined;
}

type Exporting =
  | 'export-payment'
  | 'export-customer'
  | 'update-customer'
  | 'export-vehicle'
  | 'reserve-repair-id'
  | 'export-repair-order'
  | 'resolve-export';

/** Says when it was asked for, by the clock that dates the lines of the history; of a refusal everybody is told. */
const dated =
  <P>(effect: (room: Room, params: P) => Promise<Result<Done<Told>, Refused>>) =>
  async (room: Room, params: P): Promise<Result<Done<Told>, Refused>> => {
    const done = await effect(room, params);
    if (!done.ok) return done;
    const answeredAt = await room.store.dms.readNow();
    return ok({ ...done.value, result: { ...done.value.result, answeredAt } });
  };

export const exports: { readonly [N in Exporting]: Effect<N> } = {
  'export-payment': dated(exportPayment),
  'export-customer': dated(exportCustomer),
  'update-customer': dated(updateCustomer),
  'export-vehicle': dated(exportVehicle),
  'reserve-repair-id': dated(reserveRepairId),
  'export-repair-order': dated(exportRepairOrder),
  'resolve-export': dated(resolveExport),
};
