// The workfiles on this PC whose owner is a customer.

import type { CustomerId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Visit } from '../../src-shared/ipc/people/customer-requests.ts';
import { headsOf } from './head-list.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const latest = query<{ id: WorkfileId }>(
  'customer.visits',
  `select head.id from contact join workfile_head head on head.id = contact.parent_workfile_id
   where contact.customer is not null
     and case when json_valid(contact.customer) then json_extract(contact.customer, '$.customerId') end = ?
     and contact.deleted = 0 and contact.parent_role = 'owner'
   order by head.changed_at desc, head.row desc limit ?`,
);

/** The latest workfiles of a customer, the newest first. */
export const visitsOf = (store: Store, customerId: CustomerId, most: number): readonly Visit[] =>
  headsOf(
    store,
    store.all(latest, customerId, most).map(({ id }) => id),
  ).map((head) => ({ customerId, head }));
