// The RO numbers of the shop as far as this PC knows them: given, waiting to be given, and held for later.

import { facilityProfile } from '../../src-shared/domain/estimate/profile/choose-profile.ts';
import { libraries } from '../../src-shared/domain/library/library.ts';
import type { UsedNumber } from '../../src-shared/ipc/command-shapes.ts';
import { recall } from './head-memory.ts';
import { heldNumbers } from './number-lease.ts';
import { query } from './query.ts';
import { recordsOf } from './record.ts';
import type { Store } from './store.ts';

const awaiting = "command.name = 'convert-to-ro' and command.state in ('waiting', 'sent', 'taken')";
// Whatever stands before them: a number is its last digits. A workfile that has none has a label of its id.
const digits = "substr(label, length(rtrim(label, '0123456789')) + 1)";
const isNumber = `stage in ('repair-order', 'closed') and length(${digits}) between 1 and 9`;
const user = query<UsedNumber>(
  'ro-numbers.user',
  `select id as workfileId, label, owner from workfile_head where label in (?, ?) and binned_at = 0
   union all select id, label, owner from workfile_head where label in (?, ?) and binned_at > 0
   union all select head.id, head.label, head.owner from command join workfile_head head on head.id = command.workfile_id
   where ${awaiting} and json_extract(command.params, '$.number') = ? limit 1`,
);
// Numbers that the dealer's system reserved are no part of the shop's series.
const isDealers = `label in (select number_ro from workfile where dms_repair_id is not null
  and json_extract(dms_repair_id, '$.source') = 'reserved' and json_extract(dms_repair_id, '$.id') = number_ro)`;
const largest = query<{ number: number }>(
  'ro-numbers.largest',
  `select coalesce(max(number), 0) as number from (
     select max(cast(${digits} as integer)) as number from workfile_head where ${isNumber} and not ${isDealers}
     union all select max(cast(json_extract(params, '$.number') as integer)) from command
     where ${awaiting} and json_extract(params, '$.reserved') is null)`,
);

/** What stands before the digits of the numbers that this PC gives: as the shop's own profile says. */
export const prefixHere = (store: Store): string =>
  facilityProfile(recordsOf(store, 'profile', libraries.profile))?.numbering?.prefix ?? '';

/** The workfile that has a number, with the shop's prefix or without it, or waits for it; undefined where none is known. */
export function userOfNumber(store: Store, number: string): UsedNumber | undefined {
  const labels = [number, `${prefixHere(store)}${number}`];
  return store.get(user, ...labels, ...labels, number);
}

/** The largest number of the shop's own that is known, in use or held: asked at each key of a number that is typed. */
export const largestNumber = (store: Store): number =>
  Math.max(recall(store, largest)?.number ?? 0, ...heldNumbers(store).map(([, last]) => last));
