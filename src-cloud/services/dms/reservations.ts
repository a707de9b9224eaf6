/** Asks the dealer's system for the number under which it will know a repair. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { CommandStore } from '../../db/command-store.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import { because, type Refused } from '../commands/command-room.ts';
import { askExport, type Place } from './ask-export.ts';

/** A number is reserved once; another one when the dealer has accepted a repair order under the first. */
export async function askReservation(place: Place, workfileId: string): Promise<Result<StoredExport, Refused>> {
  const { store } = place;
  const [workfile] = await store.readRecords([{ kind: 'workfile', id: workfileId }], []);
  if (workfile === undefined) return because('missing');
  const used = await usedNumber(store, workfileId);
  return askExport(place, {
    ...{ kind: 'reservation', subject: workfileId, workfile: workfileId },
    mayFollow: ({ job: { state } }) => state.kind === 'posted' && state.reference === used,
    make: async ({ reference }) => ok({ kind: 'reservation', reference }),
  });
}

/** The number under which the dealer accepted the last repair order of a workfile; undefined before it did. */
export async function usedNumber({ dms }: Pick<CommandStore, 'dms'>, workfileId: string): Promise<string | undefined> {
  const one = await dms.holdExport({ kind: 'repair-order', subject: workfileId });
  const isPosted = one?.job.state.kind === 'posted';
  return isPosted && one.request.kind === 'repair-order' ? one.request.repairId : undefined;
}

/** The reservation of a workfile; undefined before anybody asked for it. */
export const reservation = ({ dms }: Pick<CommandStore, 'dms'>, workfileId: string) =>
  dms.holdExport({ kind: 'reservation', subject: workfileId });

/** The number that was reserved; undefined while there is none. */
export const reservedNumber = (one: StoredExport | undefined): string | undefined =>
  one?.job.state.kind === 'posted' ? one.job.state.reference : undefined;
