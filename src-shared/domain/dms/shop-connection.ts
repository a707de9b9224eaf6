// What every PC of a shop knows of its connection to the dealer's system: who it is and what it takes, and no secret.

import { z } from 'zod';
import type { DmsConnectionId } from '../../base/ids.ts';
import type { ReceiptType } from '../receipt/receipt-type.ts';
import { ownerId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import type { Capabilities } from './partner.ts';

const takes = z.boolean().default(false);

/** The groups of the connection. Only the cloud writes them; partner and types stand as text, because it may know more. */
export const dmsConnectionSpec = recordSpec(
  'dms-connection',
  {
    parent: z.object({ workfileId: ownerId }),
    /** Whether the shop has the feature on, the partner's code and name, and its store there as people read it. */
    about: z.object({
      on: takes,
      partner: lineText(40).default(''),
      name: lineText(120).default(''),
      storeIds: lineText(200).default(''),
    }),
    takes: z.object({
      customerSearch: takes,
      newCustomers: takes,
      vehicleSearch: takes,
      newVehicles: takes,
      reservations: takes,
      repairOrders: takes,
      payments: takes,
    }),
  },
  {
    /** What of its own records the partner lets us correct. */
    updates: z.object({ customers: takes }),
    /** What the partner calls each type of receipt; one without a word is not exported. */
    types: z.object({
      list: z
        .array(z.object({ type: lineText(40), word: lineText(80) }))
        .max(100)
        .default([]),
    }),
  },
);
export type ShopConnection = RecordOf<typeof dmsConnectionSpec, DmsConnectionId>;

/** The connection's id: every shop has one at most. */
export const shopConnectionId = 'ffffffff-ffff-8fff-bfff-fffffffffd01' as DmsConnectionId;

/** What a partner can do, as PCs are told. */
export const takesOf = ({ customers, vehicles, repairOrders, payments }: Capabilities): ShopConnection['takes'] => ({
  customerSearch: customers.search,
  newCustomers: customers.create,
  vehicleSearch: vehicles.search,
  newVehicles: vehicles.create,
  reservations: repairOrders.reserve,
  repairOrders: repairOrders.export,
  payments,
});

/** What of its records a partner lets us correct, as PCs are told; one that does not say so lets us correct nothing. */
export const updatesOf = ({ customers }: Capabilities): NonNullable<ShopConnection['updates']> => ({
  customers: customers.update,
});

/** The connection that a shop works with; undefined where it has none. */
export const shopConnection = (all: readonly ShopConnection[]): ShopConnection | undefined =>
  all.find(({ deleted, about }) => !deleted && about.partner !== '');

/** The partner and the dealer's store there: `Northside Toyota – Store 12`. */
export const storeLabel = ({ about }: Pick<ShopConnection, 'about'>): string =>
  [about.name || about.partner, about.storeIds].filter((part) => part !== '').join(' – ');

/** Whether the partner has a word for a type of receipt; before anybody mapped any, it takes them all. */
export const takesType = ({ types }: Pick<ShopConnection, 'types'>, type: ReceiptType): boolean =>
  types === undefined || types.list.length === 0 || types.list.some((one) => one.type === type && one.word !== '');
