/** Asks the dealer's system for the number under which it will know a repair. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import { because, type Refused, type Room } from '../commands/command-room.ts';
import { askExport } from './ask-export.ts';

type Place = Pick<Room, 'store' | 'asker' | 'order' | 'answered'>;

/** A number is reserved once; another one when the dealer has accepted a repair order under the first. */
export async function askReservation(place: Place, workfileId: string): Promise<Result<StoredExport, Refused>> {
  const { store } = place;
  const [workfile] = await store.readRecords([{ kind: 'workfile', id: workfileId }], []);
  if (workfile === undefined) return because('missing');
  const exported = await store.dms.holdExport({ kind: 'repair-order', subject: workfileId });
  const isUsed = (number: string) => exported?.job.state.kind === 'posted' && repairIdOf(exported) === number;
  return askExport(place, {
    ...{ kind: 'reservation', subject: workfileId, workfile: workfileId },
    mayFollow: ({ job: { state } }) => state.kind === 'posted' && isUsed(state.reference),
    make: async ({ reference }) => ok({ kind: 'reservation', reference }),
  });
}

const repairIdOf = ({ request }: StoredExport): string => (request.kind === 'repair-order' ? request.repairId : '');

/** The number that was reserved for a workfile; undefined while there is none. */
export async function reservedNumber(store: Room['store'], workfileId: string): Promise<string | undefined> {
  const one = await store.dms.holdExport({ kind: 'reservation', subject: workfileId });
  return one?.job.state.kind === 'posted' ? one.job.state.reference : undefined;
}
