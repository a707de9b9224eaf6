// The workfiles of the shop whose owner is a customer.

import type { CustomerId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Visit } from '../../src-shared/ipc/people/customer-requests.ts';
import { headsOf } from './head-list.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const latest = query<{ id: WorkfileId }>(
  'customer.visits',
  `select id from workfile_head where customer = ? and customer <> ''
   order by changed_at desc, row desc limit ?`,
);

/** The latest workfiles of a customer, the newest first. */
export const visitsOf = (store: Store, customerId: CustomerId, most: number): readonly Visit[] =>
  headsOf(
    store,
    store.all(latest, customerId, most).map(({ id }) => id),
  ).map((head) => ({ customerId, head }));
