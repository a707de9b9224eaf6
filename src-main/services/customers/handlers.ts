// Which service answers which request about the customers of the shop.

import type { customerRequests } from '../../../src-shared/ipc/people/customer-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { Desk } from '../desk.ts';
import { copyFromVisit } from './copy-visit.ts';
import { changeCustomer, mergeCustomers, readVisits, splitCustomer } from './customers.ts';
import { keepAsCustomer, takeCustomer } from './owners.ts';

export const customerHandlers = (desk: Desk): Pick<Handlers, keyof typeof customerRequests> => ({
  'customer.change': ({ customerId: id, ...change }) => changeCustomer(desk, { id, ...change }),
  'customer.merge': ({ customerId, into }) => mergeCustomers(desk, customerId, into),
  'customer.split': ({ customerId }) => splitCustomer(desk, customerId),
  'customer.visits': ({ customerIds }) => readVisits(desk, customerIds),
  'contact.take-customer': ({ contactId, customerId }) => takeCustomer(desk, contactId, customerId),
  'workfile.copy-from': (copy) => copyFromVisit(desk, copy),
  'contact.keep-customer': ({ contactId }) => keepAsCustomer(desk, contactId),
});
