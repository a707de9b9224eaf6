/** Leases a block of numbers to a PC. */
import { ok } from '../../../src-shared/base/result.ts';
import { because, type Effect } from './command-room.ts';
import { giveNumbers } from './numbers.ts';

export const leaseNumbers: Effect<'lease-numbers'> = async (room, { count, unused }) => {
  const block = await giveNumbers(room, count, Math.max(0, ...unused.map(([, last]) => last)));
  if (block === undefined) return because('invalid');
  return ok({ result: { block: [block.first, block.last] }, changes: [] });
};
