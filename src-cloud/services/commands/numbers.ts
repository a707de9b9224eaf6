/** Gives numbers away: a block to a PC, or the next one to a workfile. */
import { blockAfter } from '../../policies/number-blocks.ts';
import type { Room } from './command-room.ts';

/** The next numbers, noted as given away; undefined where the series is at its end. */
export async function giveNumbers({ store, asker, order, commandId }: Room, count: number, held = 0) {
  const { last: given, inEpoch } = await store.readGiven(order.epoch);
  // Since the first block of an epoch every number comes from one, so that the workfiles need not be looked through.
  const used = inEpoch ? 0 : await store.readHighestUsed();
  const block = blockAfter({ given, inEpoch, used, held }, count);
  if (block === undefined) return undefined;
  await store.insertBlock({ ...block, device: asker.device, command: commandId, epoch: order.epoch });
  return block;
}

/** Notes a number that a PC has from a block which a restore took away. */
export async function noteNumber({ store, asker, commandId }: Room, number: number): Promise<void> {
  if (await store.isGiven(number)) return;
  await store.insertBlock({ first: number, last: number, device: asker.device, command: commandId, epoch: '' });
}
