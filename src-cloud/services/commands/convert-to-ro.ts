/** Makes a workfile a repair order, under the number that the PC took from its block or under the next one. */
import { ok } from '../../../src-shared/base/result.ts';
import type { Estimate } from '../../../src-shared/domain/estimate/estimate.ts';
import { binnedAt } from '../../../src-shared/domain/workfile/bin.ts';
import { roDigits, whyNotNumber } from '../../../src-shared/domain/workfile/ro-number.ts';
import { isTotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { type Workfile, whyNotConvert } from '../../../src-shared/domain/workfile/workfile.ts';
import type { ParamsOf } from '../../../src-shared/sync/commands.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { StoredRecord } from '../../db/records.ts';
import { askReservation, reservation, reservedNumber } from '../dms/reservations.ts';
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
  const refused = before === undefined && params.byHand === true ? await whyNotByHand(room, params) : null;
  if (refused !== null) return refused;
  const given = await givenNumber(room, params, before);
  if (typeof given !== 'string') return given;
  // Where the dealer's system gives none, the workfile keeps what it has.
  if (params.byHand !== true && params.reserved !== true) await askReservation(room, params.workfileId);
  const changes = [
    { record, group: 'number', value: { ...record.value.number, ro: given } },
    { record, group: 'stage', value: { ...record.value.stage, stage: 'repair-order' } },
  ];
  return ok({ result: { number: given }, changes });
};

/** What was answered before a restore stands; the dealer's own number is no part of the shop's series. */
async function givenNumber(room: Room, params: ParamsOf<'convert-to-ro'>, before: string | undefined) {
  if (params.reserved !== true) return numberOf(room, before === undefined ? params : partsOf(before));
  const reserved = before ?? reservedNumber(await reservation(room.store, params.workfileId));
  if (reserved === undefined || reserved !== params.number) return because('invalid');
  return (await room.store.isUsed(reserved)) ? because('number-used', { number: reserved }) : reserved;
}

/** Why a number that somebody typed is not given: it is out of reach, or another PC gives it without asking. */
async function whyNotByHand({ store, asker, order }: Room, { number: typed, prefix = '' }: Numbered) {
  const number = typed ?? '';
  const { last } = await store.readGiven(order.epoch);
  const wrong = whyNotNumber(number, Math.max(last, await store.readHighestUsed()));
  if (wrong !== null) return because(wrong === 'number-far' ? wrong : 'invalid', { number });
  if (await isTaken(store, prefix, number)) return because('number-used', { number: prefix + number });
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

/** A number as it was asked for: its digits, null for the next ones, and what stands before them. */
type Numbered = { readonly number: string | null; readonly prefix?: string };

/** A number that was answered before, as it is written. */
const partsOf = (ro: string): Numbered => {
  const number = roDigits(ro);
  return { number, prefix: ro.slice(0, ro.length - number.length) };
};

/** Digits are given once: with a prefix and without one they are the same number to people. */
const isTaken = async (store: Room['store'], prefix: string, digits: string): Promise<boolean> =>
  (await store.isUsed(digits)) || (prefix !== '' && (await store.isUsed(prefix + digits)));

async function numberOf(room: Room, { number: taken, prefix = '' }: Numbered) {
  if (taken === null) {
    const block = await giveNumbers(room, 1);
    return block === undefined ? because('invalid') : `${prefix}${block.first}`;
  }
  if (!numberShape.test(taken)) return because('invalid');
  if (await isTaken(room.store, prefix, taken)) return because('number-used', { number: prefix + taken });
  await noteNumber(room, Number(taken));
  return prefix + taken;
}
