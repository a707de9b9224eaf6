// The requests about the customers of the shop.

import { z } from 'zod';
import type { ContactId, CustomerId, WorkfileId } from '../../base/ids.ts';
import { customerSpec } from '../../domain/people/customer.ts';
import { type Copiable, copiable } from '../../domain/workfile/copy-visit.ts';
import { type Change, change, id } from '../change.ts';
import { request } from '../request.ts';
import type { WorkfileHead } from '../shapes.ts';

/** A workfile whose owner is a customer. */
export type Visit = { readonly customerId: CustomerId; readonly head: WorkfileHead };

const most = 200;
const one = z.strictObject({ customerId: id<CustomerId>() });

/** The customers' entries of the door, beside those of all libraries. */
export const customerRequests = {
  /** Changes one group of a customer; workfiles keep what they say of their owner. */
  'customer.change': request<Change<typeof customerSpec, 'customerId', CustomerId>, null>(
    change<typeof customerSpec, 'customerId', CustomerId>(customerSpec, 'customerId'),
  ),
  /** Says that a customer is another one: both stay, and what names the first means the second. */
  'customer.merge': request<{ readonly customerId: CustomerId; readonly into: CustomerId }, null>(
    z.strictObject({ customerId: id<CustomerId>(), into: id<CustomerId>() }),
  ),
  /** Takes that back. */
  'customer.split': request<{ readonly customerId: CustomerId }, null>(one),
  /** Reads the latest workfiles of each of some customers, the newest first. */
  'customer.visits': request<{ readonly customerIds: readonly CustomerId[] }, readonly Visit[]>(
    z.strictObject({ customerIds: z.array(id<CustomerId>()).min(1).max(most) }),
  ),
  /** Fills a contact from a customer and says whose it is, as one step of undo. */
  'contact.take-customer': request<{ readonly contactId: ContactId; readonly customerId: CustomerId }, null>(
    z.strictObject({ contactId: id<ContactId>(), customerId: id<CustomerId>() }),
  ),
  /** Keeps the person of a contact as a new customer of the shop. */
  'contact.keep-customer': request<{ readonly contactId: ContactId }, CustomerId>(
    z.strictObject({ contactId: id<ContactId>() }),
  ),
  /** Takes over the vehicle or the insurance of another workfile, as one step of undo. */
  'workfile.copy-from': request<
    { readonly workfileId: WorkfileId; readonly from: WorkfileId; readonly what: readonly Copiable[] },
    null
  >(
    z.strictObject({
      workfileId: id<WorkfileId>(),
      from: id<WorkfileId>(),
      what: z.array(z.enum(copiable)).min(1).max(copiable.length),
    }),
  ),
} as const;
