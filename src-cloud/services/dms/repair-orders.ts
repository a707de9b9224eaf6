/** Sends a closed repair order; after it was reopened and closed again, the difference under a new Repair ID. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { notExported } from '../../../src-shared/domain/dms/dms-event.ts';
import type { PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import { capabilitiesOf } from '../../../src-shared/domain/dms/settings/connection.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';
import type { CommandRefusal } from '../../../src-shared/sync/commands.ts';
import { uuidOf } from '../../db/digest.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import { because, type Refused } from '../commands/command-room.ts';
import type { Change } from '../written-changes.ts';
import { askExport, type Place } from './ask-export.ts';
import { idsOf, readFacts, totalOf } from './export-facts.ts';
import { historyLine } from './history-line.ts';
import { askReservation } from './reservations.ts';

/**
 * Asks for what the closing of a repair order means to the dealer. Where it lacks a number that no repair order had yet, one
 * is reserved, and the repair order follows it. What lacks an ID that nobody gives by itself waits for a person; answers the
 * line of the history that says so. `cause` names the closing.
 */
export async function exportClosed(place: Place, workfileId: string, cause: Cause): Promise<readonly Change[]> {
  const asked = await askRepairOrder(place, workfileId, cause);
  if (asked.ok) return [];
  const isNumberAsked = asked.failure.reason === 'no-repair-id' && (await isReserving(place, workfileId));
  return isNumberAsked ? [] : leftToPerson(place, workfileId, { ...asked.failure, cause: cause.name });
}

/** What happened, and what it writes of the workfile. */
type Cause = { readonly name: string } & Becomes;

/**
 * Sends what waited for the end of an export: for a number the repair order, and for a repair order what was added to it by
 * another closing meanwhile. Answers what the history says of it.
 */
export async function exportBehind(
  place: Place,
  { kind, workfile }: Pick<StoredExport, 'kind' | 'workfile'>,
  cause: Cause,
): Promise<readonly Change[]> {
  if (kind === 'reservation') return exportReserved(place, workfile, cause);
  return kind === 'repair-order' ? exportClosed(place, workfile, cause) : [];
}

async function exportReserved(place: Place, workfileId: string, cause: Cause): Promise<readonly Change[]> {
  const asked = await askRepairOrder(place, workfileId, cause);
  return asked.ok ? [] : leftToPerson(place, workfileId, { ...asked.failure, cause: cause.name });
}

/** Whether a number is on its way that the repair order follows; one of which nobody knows waits for a person, too. */
async function isReserving(place: Place, workfileId: string): Promise<boolean> {
  const asked = await askReservation(place, workfileId);
  if (asked.ok) return true;
  if (asked.failure.reason !== 'being-exported') return false;
  const one = await place.store.dms.holdExport({ kind: 'reservation', subject: workfileId });
  return one?.job.state.kind !== 'needs-check';
}

/** What only a person can add after a repair order was closed. */
const missing: Readonly<Partial<Record<CommandRefusal, string>>> = {
  'no-customer-id': 'reopen the workfile and enter the DMS Customer ID',
  'no-vehicle-id': 'reopen the workfile and enter the DMS Vehicle ID',
  'no-repair-id': 'enter the DMS Repair ID',
};

/** The line of the history about a repair order that waits for a person; none where nothing waits, or it is told already. */
async function leftToPerson(
  { store, asker }: Place,
  workfileId: string,
  { reason, details, cause }: Refused & { readonly cause: string },
): Promise<readonly Change[]> {
  const was = typeof details.corrects === 'string' ? details.corrects : '';
  const note = was === '' ? missing[reason] : 'enter a new DMS Repair ID';
  const id = uuidOf('dms-event', 'left', cause);
  // After a restore its PCs may have brought it back.
  if (note === undefined || (await store.readRecords([{ kind: 'dms-event', id }], [])).length > 0) return [];
  const told = { what: 'ro-rejected', status: notExported, was, note, by: asker.name, at: await store.dms.readNow() };
  return [historyLine(id, workfileId, told)];
}

/** What is written of the workfile in the same transaction, and nobody can read yet. */
type Becomes = { readonly stage?: Stage; readonly repairId?: string | undefined };

export async function askRepairOrder(
  place: Place,
  workfileId: string,
  becomes: Becomes = {},
): Promise<Result<StoredExport, Refused>> {
  const { store } = place;
  const facts = await readFacts(store, { kind: 'workfile', id: workfileId }, ['estimate', 'vehicle']);
  const workfile = facts?.all('workfile')[0];
  if (facts === undefined || workfile === undefined) return because('missing');
  const known = idsOf(workfile);
  const ids = { ...known, repairId: becomes.repairId ?? known.repairId };
  return askExport(place, {
    ...{ kind: 'repair-order', subject: workfileId, workfile: workfileId },
    mayFollow: () => true,
    async make({ setup, reference, sent }) {
      const stage = becomes.stage ?? workfile.stage.stage;
      if (stage !== 'closed') return because('other-stage', { stage });
      if (ids.customerId === '') return because('no-customer-id');
      if (capabilitiesOf(setup).repairOrders.vehicle && ids.vehicleId === '') return because('no-vehicle-id');
      const last = sent.at(-1);
      const corrects = last?.kind === 'repair-order' ? last.repairId : '';
      const totalCents = (await totalOf(store, facts.all('estimate'))) - sumOf(sent);
      if (corrects !== '' && totalCents === 0) return because('posted');
      if (ids.repairId === '' || ids.repairId === corrects) return because('no-repair-id', { corrects });
      const odometer = facts.all('vehicle')[0]?.mileageIn.miles ?? 0;
      const order = { kind: 'repair-order' as const, reference, ...ids, corrects, totalCents };
      return ok(odometer === 0 ? order : { ...order, odometer });
    },
  });
}

/** What the dealer has accepted so far. */
const sumOf = (sent: readonly PartnerRequest[]): number =>
  sent.reduce((sum, one) => sum + (one.kind === 'repair-order' ? one.totalCents : 0), 0);
