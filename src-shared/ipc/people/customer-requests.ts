// The requests about the customers of the shop.

import type { CustomerId } from '../../base/ids.ts';
import { customerSpec } from '../../domain/people/customer.ts';
import { type Change, change } from '../change.ts';
import { request } from '../request.ts';

/** The customers' entries of the door, beside those of all libraries. */
export const customerRequests = {
  /** Changes one group of a customer; workfiles keep what they say of their owner. */
  'customer.change': request<Change<typeof customerSpec, 'customerId', CustomerId>, null>(
    change<typeof customerSpec, 'customerId', CustomerId>(customerSpec, 'customerId'),
  ),
} as const;
