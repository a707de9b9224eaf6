/** What an export means to the people of the shop: changes of its records, and a line of the workfile's DMS history. */
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { eventOfId, notUsed, outcomeUnknown } from '../../../src-shared/domain/dms/dms-event.ts';
import type { DmsId, DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import type { ExportState } from '../../../src-shared/domain/dms/export-job.ts';
import { type PartnerRequest, updateIn } from '../../../src-shared/domain/dms/partner.ts';
import type { exportStates } from '../../../src-shared/domain/receipt/receipt.ts';
import { beginningOf } from '../../../src-shared/domain/text.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { CommandStore } from '../../db/command-store.ts';
import { uuidOf } from '../../db/digest.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import type { RecordKey, StoredRecord } from '../../db/records.ts';
import type { Order } from '../../db/shops.ts';
import type { Room } from '../commands/command-room.ts';
import { currentGroup } from '../record-state.ts';
import { type Change, followUp, writeChanges } from '../written-changes.ts';
import { historyLine, type What } from './history-line.ts';
import { usedNumber } from './reservations.ts';

type Written = { readonly order: Order; readonly next: StoredExport };

/** Writes how far an export is, with what people see of it; answers where the shop's order stands then. */
export async function writeExport(store: CommandStore, { order, next }: Written): Promise<Order> {
  await store.dms.saveExport(next, '');
  const changes = await newsOf(store, next, await momentOf(store));
  const cause = `export ${next.kind} ${next.subject} ${next.round} ${next.job.fence}`;
  return writeChanges(store, next.asker, { order, changes, editOf: (one) => followUp(cause, one) });
}

/** When it became known, and on which day of the shop's calendar. */
type Moment = { readonly now: number; readonly day: string };

async function momentOf({ dms }: Pick<CommandStore, 'dms'>): Promise<Moment> {
  const now = await dms.readNow();
  return { now, day: await dms.readDay(now) };
}

/** The changes that tell the shop's PCs how far an export is; none where they know already. */
async function newsOf(
  store: Pick<CommandStore, 'readRecords' | 'dms'>,
  one: StoredExport,
  moment: Moment,
): Promise<readonly Change[]> {
  const records = await store.readRecords([recordOf(one), eventKey(one)], []);
  const find = (key: RecordKey) => records.find(({ kind, id }) => kind === key.kind && id === key.id);
  const about = find(recordOf(one));
  if (about === undefined) return [];
  const used = one.kind === 'reservation' ? await usedNumber(store, one.workfile) : undefined;
  const known = { ...moment, typed: typedInstead(about, one, used) };
  const event = find(eventKey(one)) === undefined ? eventOf(one, known) : null;
  return [...aboutOf(about, one, known), ...(event === null ? [] : [event])];
}

const recordOf = ({ kind, subject, workfile }: StoredExport): RecordKey =>
  kind === 'payment' ? { kind: 'receipt', id: subject } : { kind: 'workfile', id: workfile };

/** How far people see an export. */
export function shownState({ state }: StoredExport['job']): (typeof exportStates)[number] {
  switch (state.kind) {
    case 'cancelled':
      return 'ready';
    case 'sending':
    case 'uncertain':
    case 'looking':
      return 'checking';
    default:
      return state.kind;
  }
}

/**
 * The id that somebody wrote while the partner made another one, which counts; empty where there is none. `used`, the
 * number of a repair order that was accepted before, makes room for the next.
 */
function typedInstead(record: StoredRecord, { request, job }: StoredExport, used: string | undefined): string {
  const id = idGroupOf(request);
  if (id === undefined || job.state.kind !== 'posted') return '';
  const stands = currentGroup(record, { group: id.group })?.value.id;
  return typeof stands !== 'string' || stands === used || stands === job.state.reference ? '' : stands;
}

type Known = Moment & { readonly typed: string };

function aboutOf(record: StoredRecord, one: StoredExport, { now, day, typed }: Known): readonly Change[] {
  const { state } = one.job;
  if (one.kind === 'payment') {
    const value = {
      state: shownState(one.job),
      postedOn: state.kind === 'posted' ? day : '',
      reference: referenceOf(state),
      reason: reasonOf(state),
      ...(state.kind === 'uncertain' || state.kind === 'looking' ? { inDoubt: true } : {}),
    };
    return changeOf(record, 'dms', value);
  }
  const id = idGroupOf(one.request);
  if (id === undefined || state.kind !== 'posted' || typed !== '') return [];
  return changeOf(record, id.group, { id: state.reference, source: id.source, by: one.asker.name, at: now });
}

function changeOf(record: StoredRecord, group: string, value: JsonObject): readonly Change[] {
  const { at: _at, ...stands } = currentGroup(record, { group })?.value ?? {};
  const { at: _now, ...next } = value;
  return sameValue(stands, next) ? [] : [{ record, group, value }];
}

type Id = { readonly group: DmsIdGroup; readonly source: DmsId['source'] };
const idGroups: { readonly [kind in StoredExport['kind']]?: Id } = {
  customer: { group: 'dmsCustomerId', source: 'exported' },
  vehicle: { group: 'dmsVehicleId', source: 'exported' },
  reservation: { group: 'dmsRepairId', source: 'reserved' },
};

/** Which ID what is new to the dealer gives the workfile; a correction gives none. */
const idGroupOf = (request: PartnerRequest): Id | undefined =>
  updateIn(request) === undefined ? idGroups[request.kind] : undefined;

const referenceOf = (state: ExportState): string => (state.kind === 'posted' ? state.reference : '');
const reasonOf = (state: ExportState): string => (state.kind === 'failed' ? state.reason : '');

/** The line of the history that a state is worth; null for one on the way. */
function eventOf(one: StoredExport, { now, typed }: Known): Change | null {
  const said = typed === '' ? wordsOf(one) : unusedWords(one, typed);
  return said && historyLine(eventKey(one).id, one.workfile, { ...said, by: one.asker.name, at: now });
}

const eventKey = ({ kind, subject, round, job }: StoredExport): RecordKey => ({
  kind: 'dms-event',
  id: uuidOf('dms-event', kind, subject, String(round), String(job.fence), job.state.kind),
});

/** What is said of an id that the partner made, and that nobody uses: its words name it, so that a person can look there. */
function unusedWords(one: StoredExport, typed: string): What | null {
  const note = `the DMS made ${referenceOf(one.job.state)}, but ${typed} was entered meanwhile and stays`;
  return { ...wordsOf(one), status: notUsed, note };
}

/** What a person's decision means: how far it is now, who decided, and what followed at once. */
export async function resolved(room: Room, next: StoredExport, reason: string): Promise<readonly Change[]> {
  const { store, asker, commandId } = room;
  const moment = await momentOf(store);
  const news = await newsOf(store, next, moment);
  const reference = referenceOf(next.job.state);
  const status = reference === '' ? 'Sent again' : 'Found in the DMS';
  const receiptId = next.kind === 'payment' ? next.subject : '';
  const what = { what: 'checked', status, reference, note: reason, receiptId, by: asker.name, at: moment.now };
  return [...news, historyLine(uuidOf('dms-event', commandId), next.workfile, what)];
}

const payments = {
  posted: { what: 'payment-posted', status: 'Posted' },
  failed: { what: 'payment-failed', status: 'Failed' },
  'needs-check': { what: 'payment-failed', status: outcomeUnknown },
  cancelled: { what: 'payment-voided', status: 'Void' },
} as const;
const orders = {
  posted: { what: 'ro-exported', status: 'Exported' },
  failed: { what: 'ro-rejected', status: 'Rejected' },
  'needs-check': { what: 'ro-rejected', status: outcomeUnknown },
  cancelled: { what: 'ro-rejected', status: 'Cancelled' },
} as const;

function wordsOf({ kind, subject, request, job: { state } }: StoredExport): What | null {
  const [reference, reason] = [referenceOf(state), reasonOf(state)];
  const isPosted = state.kind === 'posted';
  const isUnknown = state.kind === 'needs-check';
  if (!isPosted && !isUnknown && state.kind !== 'failed' && state.kind !== 'cancelled') return null;
  const remark = state.kind === 'posted' ? (state.remark ?? '') : '';
  const note = beginningOf(reason + remark, 500);
  if (request.kind === 'payment') {
    return { ...payments[state.kind], amountCents: request.amountCents, reference, note, receiptId: subject };
  }
  if (request.kind === 'repair-order') {
    return { ...orders[state.kind], amountCents: request.totalCents, reference, note };
  }
  const update = updateIn(request);
  if (update !== undefined) {
    const told = isPosted
      ? { what: 'customer-updated', status: '' }
      : { what: 'customer-not-updated', status: 'Failed' };
    return { ...told, reference: update.customerId, note };
  }
  const id = idGroups[kind];
  const shown = kind === 'vehicle' ? '' : reference;
  return {
    what: id === undefined ? '' : eventOfId[id.group],
    is: reference,
    status: isPosted ? '' : isUnknown ? outcomeUnknown : 'Failed',
    reference: shown,
    note,
  };
}
