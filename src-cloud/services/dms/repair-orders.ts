/** Sends a closed repair order; after it was reopened and closed again, the difference under a new Repair ID. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import { because, type Refused, type Room } from '../commands/command-room.ts';
import { askExport } from './ask-export.ts';
import { idsOf, readFacts, totalOf } from './export-facts.ts';

type Place = Pick<Room, 'store' | 'asker' | 'order' | 'answered'>;

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
      if (ids.repairId === '' || ids.repairId === corrects) return because('no-repair-id');
      const totalCents = (await totalOf(store, facts.all('estimate'))) - sumOf(sent);
      if (corrects !== '' && totalCents === 0) return because('posted');
      const odometer = facts.all('vehicle')[0]?.mileageIn.miles ?? 0;
      const order = { kind: 'repair-order' as const, reference, ...ids, corrects, totalCents };
      return ok(odometer === 0 ? order : { ...order, odometer });
    },
  });
}

/** What the dealer has accepted so far. */
const sumOf = (sent: readonly PartnerRequest[]): number =>
  sent.reduce((sum, one) => sum + (one.kind === 'repair-order' ? one.totalCents : 0), 0);
