/** Makes a workfile a repair order, under the number that the PC took from its block or under the next one. */
import { ok } from '../../../src-shared/base/result.ts';
import type { Estimate } from '../../../src-shared/domain/estimate/estimate.ts';
import { binnedAt } from '../../../src-shared/domain/workfile/bin.ts';
import { whyNotNumber } from '../../../src-shared/domain/workfile/ro-number.ts';
import { isTotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { type Workfile, whyNotConvert } from '../../../src-shared/domain/workfile/workfile.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { StoredRecord } from '../../db/records.ts';
import { because, type Effect, type Room } from './command-room.ts';
import { giveNumbers, noteNumber } from './numbers.ts';

const numberShape = /^[1-9][0-9]{0,8}$/;

export const convertToRo: Effect<'convert-to-ro'> = async (room, params) => {
  const key = { kind: 'workfile', id: params.workfileId } as const;
  const records = await room.store.readRecords([key], ['estimate', 'receipt']);
  const record = records.find(({ kind, id }) => kind === key.kind && id === key.id);
  if (record === undefined) return because('missing');
  const { stage, number } = record.value as unknown as Workfile;
  const reason = whyNotConvert({ stage, deleted: record.deleted });
  if (reason !== null) return because(reason, reason === 'converted' ? { number: number.ro } : {});
  const gone = whyGone(room, record, records);
  if (gone !== null) return because(gone);
  const before = answeredNumber(room.answered);
  const refused = before === undefined && params.byHand === true ? await whyNotByHand(room, params.number ?? '') : null;
  if (refused !== null) return refused;
  const given = await numberOf(room, before ?? params.number);
  if (typeof given !== 'string') return given;
  const changes = [
    { record, group: 'number', value: { ...record.value.number, ro: given } },
    { record, group: 'stage', value: { ...record.value.stage, stage: 'repair-order' } },
  ];
  return ok({ result: { number: given }, changes });
};

/** Why a number that somebody typed is not given: it is out of reach, or another PC gives it without asking. */
async function whyNotByHand({ store, asker, order }: Room, number: string) {
  const { last } = await store.readGiven(order.epoch);
  const wrong = whyNotNumber(number, Math.max(last, await store.readHighestUsed()));
  if (wrong !== null) return because(wrong === 'number-far' ? wrong : 'invalid', { number });
  if (await store.isUsed(number)) return because('number-used', { number });
  return (await store.isHeldElsewhere(Number(number), asker.device)) ? because('number-held', { number }) : null;
}

/** Why nobody would find the repair order, or want it; what was converted before a restore stays so. */
function whyGone({ answered }: Room, record: StoredRecord, records: readonly StoredRecord[]) {
  if (answered !== undefined) return null;
  const workfile = { ...(record.value as unknown as Workfile), deleted: record.deleted };
  const of = (kind: string) => records.filter((one) => one.kind === kind && !one.deleted).map(({ value }) => value);
  const estimates = of('estimate') as unknown as readonly Estimate[];
  if (binnedAt({ workfile, estimates, receipts: of('receipt') }) > 0) return 'binned';
  return isTotalLoss(workfile) ? 'total-loss' : null;
}

const answeredNumber = (answered: JsonObject | undefined): string | undefined =>
  typeof answered?.number === 'string' ? answered.number : undefined;

async function numberOf(room: Room, taken: string | null) {
  if (taken === null) {
    const block = await giveNumbers(room, 1);
    return block === undefined ? because('invalid') : String(block.first);
  }
  if (!numberShape.test(taken)) return because('invalid');
  if (await room.store.isUsed(taken)) return because('number-used', { number: taken });
  await noteNumber(room, Number(taken));
  return taken;
}
