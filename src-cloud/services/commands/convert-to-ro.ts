/** Makes a workfile a repair order, under the number that the PC took from its block or under the next one. */
import { ok } from '../../../src-shared/base/result.ts';
import { type Workfile, whyNotConvert } from '../../../src-shared/domain/workfile/workfile.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { because, type Effect, type Room } from './command-room.ts';
import { giveNumbers, noteNumber } from './numbers.ts';

const numberShape = /^[1-9][0-9]{0,8}$/;

export const convertToRo: Effect<'convert-to-ro'> = async (room, params) => {
  const key = { kind: 'workfile', id: params.workfileId } as const;
  const records = await room.store.readRecords([key]);
  const record = records.find(({ kind, id }) => kind === key.kind && id === key.id);
  if (record === undefined) return because('missing');
  const { stage, number } = record.value as unknown as Workfile;
  const reason = whyNotConvert({ stage, deleted: record.deleted });
  if (reason !== null) return because(reason, reason === 'converted' ? { number: number.ro } : {});
  const given = await numberOf(room, answeredNumber(room.answered) ?? params.number);
  if (typeof given !== 'string') return given;
  const changes = [
    { record, group: 'number', value: { ...record.value.number, ro: given } },
    { record, group: 'stage', value: { ...record.value.stage, stage: 'repair-order' } },
  ];
  return ok({ result: { number: given }, changes });
};

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
