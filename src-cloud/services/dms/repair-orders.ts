/** Sends a closed repair order; after it was reopened and closed again, the difference under a new Repair ID. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import { because, type Refused } from '../commands/command-room.ts';
import { askExport, type Place } from './ask-export.ts';
import { idsOf, readFacts, totalOf } from './export-facts.ts';
import { askReservation } from './reservations.ts';

/**
 * Asks for what the closing of a repair order means to the dealer. Where it lacks a number that no repair order had yet, one
 * is reserved, and the repair order follows it. What the partner does not take, or what lacks another ID, waits for a person.
 */
export async function exportClosed(place: Place, workfileId: string): Promise<void> {
  const asked = await askRepairOrder(place, workfileId, 'closed');
  if (!asked.ok && asked.failure.reason === 'no-repair-id') await askReservation(place, workfileId);
}

/** `becomes` is the stage that the workfile comes to in the same transaction. */
export async function askRepairOrder(
  place: Place,
  workfileId: string,
  becomes?: Stage,
): Promise<Result<StoredExport, Refused>> {
  const { store } = place;
  const facts = await readFacts(store, { kind: 'workfile', id: workfileId }, ['estimate', 'vehicle']);
  const workfile = facts?.all('workfile')[0];
  if (facts === undefined || workfile === undefined) return because('missing');
  const ids = idsOf(workfile);
  return askExport(place, {
    ...{ kind: 'repair-order', subject: workfileId, workfile: workfileId },
    mayFollow: () => true,
    async make({ reference, sent }) {
      const stage = becomes ?? workfile.stage.stage;
      if (stage !== 'closed') return because('other-stage', { stage });
      if (ids.customerId === '') return because('no-customer-id');
      const last = sent.at(-1);
      const corrects = last?.kind === 'repair-order' ? last.repairId : '';
      const totalCents = (await totalOf(store, facts.all('estimate'))) - sumOf(sent);
      if (corrects !== '' && totalCents === 0) return because('posted');
      if (ids.repairId === '' || ids.repairId === corrects) return because('no-repair-id');
      const odometer = facts.all('vehicle')[0]?.mileageIn.miles ?? 0;
      const order = { kind: 'repair-order' as const, reference, ...ids, corrects, totalCents };
      return ok(odometer === 0 ? order : { ...order, odometer });
    },
  });
}

/** What the dealer has accepted so far. */
const sumOf = (sent: readonly PartnerRequest[]): number =>
  sent.reduce((sum, one) => sum + (one.kind === 'repair-order' ? one.totalCents : 0), 0);
