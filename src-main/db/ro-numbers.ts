// The RO numbers of the shop as far as this PC knows them: given, waiting to be given, and held for later.

import type { UsedNumber } from '../../src-shared/ipc/command-shapes.ts';
import { heldNumbers } from './number-lease.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const awaiting = "command.name = 'convert-to-ro' and command.state in ('waiting', 'sent', 'taken')";
const isNumber = "label glob '[1-9]*' and label not glob '*[^0-9]*' and length(label) <= 9";
const user = query<UsedNumber>(
  'ro-numbers.user',
  `select id as workfileId, label, owner from workfile_head where label = ? and binned_at = 0
   union all select id, label, owner from workfile_head where label = ? and binned_at > 0
   union all select head.id, head.label, head.owner from command join workfile_head head on head.id = command.workfile_id
   where ${awaiting} and json_extract(command.params, '$.number') = ? limit 1`,
);
const largest = query<{ number: number }>(
  'ro-numbers.largest',
  `select coalesce(max(number), 0) as number from (
     select max(cast(label as integer)) as number from workfile_head where ${isNumber}
     union all select max(cast(json_extract(params, '$.number') as integer)) from command where ${awaiting})`,
);

/** The workfile that has a number, or waits for it; undefined where none is known. */
export const userOfNumber = (store: Store, number: string): UsedNumber | undefined =>
  store.get(user, number, number, number);

/** The largest number that is known, in use or held. */
export const largestNumber = (store: Store): number =>
  Math.max(store.get(largest)?.number ?? 0, ...heldNumbers(store).map(([, last]) => last));
