// What the tiles of Home are called, and what each of them counts.

import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { type Clock, whenOf } from '../time-words.ts';

export type TileId =
  | 'drafts'
  | 'unsaved'
  | 'decisions'
  | 'waiting'
  | 'problems'
  | 'due-today'
  | 'in-today'
  | 'tasks'
  | 'appointments'
  | 'my-files'
  | 'repair-orders'
  | 'missing'
  | 'dms-ids'
  | 'dms-failed';
export type TileWords = { readonly title: string; readonly text: string };

export const tileWords: Readonly<Record<TileId, TileWords>> = {
  drafts: { title: 'Typing left open', text: 'Text that you typed and did not commit' },
  unsaved: { title: 'Not saved', text: 'Edited on this PC since the last Save' },
  decisions: { title: 'Needs your decision', text: 'Two values of one field, or an edit that was refused' },
  waiting: { title: 'Waiting to send', text: 'Edits that the cloud does not have yet' },
  problems: { title: 'Set aside', text: 'Changes from the cloud that this PC could not use' },
  'due-today': { title: 'Due today', text: 'Vehicles that are to leave today' },
  'in-today': { title: 'In today', text: 'Vehicles that are to come today and are not here yet' },
  tasks: { title: 'Tasks due', text: 'Workfiles with a task for today or before' },
  appointments: { title: 'Appointments today', text: 'Workfiles with an appointment today' },
  'my-files': { title: 'My open files', text: 'Estimates and repair orders of yours' },
  'repair-orders': { title: 'Open repair orders', text: 'All of the shop' },
  missing: { title: 'Something missing', text: 'Open repair orders without owner, VIN, insurance or claim' },
  'dms-ids': { title: 'No DMS ids', text: 'Open repair orders without a DMS Customer or Vehicle ID' },
  'dms-failed': { title: 'Exports failed', text: 'Refused by the DMS, or nobody knows whether they arrived' },
};

/** How old the counts are, where the cloud is out of reach: `as of 10:42`. */
export function wordAge(sync: SyncState | undefined, clock: Clock): string {
  if (sync === undefined || sync.phase === 'synced' || sync.phase === 'syncing' || sync.phase === 'unsettled')
    return '';
  return sync.syncedAt === 0 ? 'from this PC alone' : `as of ${whenOf(sync.syncedAt, clock)}`;
}
