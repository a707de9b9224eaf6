// Which service answers which request about the customers of the shop.

import type { customerRequests } from '../../../src-shared/ipc/people/customer-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { Desk } from '../desk.ts';
import { changeCustomer } from './customers.ts';

export const customerHandlers = (desk: Desk): Pick<Handlers, keyof typeof customerRequests> => ({
  'customer.change': ({ customerId: id, ...change }) => changeCustomer(desk, { id, ...change }),
});
