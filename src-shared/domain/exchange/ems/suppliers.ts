// Who supplies parts, in an EMS set (VEN): the firms that lines name by an id. Their people are not taken over.

import type { Supplier } from '../foreign.ts';
import type { Cells } from './ems-cells.ts';
import type { EmsRow } from './write-ems.ts';

const fields = {
  id: 'VND_CO_ID',
  company: 'VND_CO_NM',
  street: 'VND_ADDR1',
  street2: 'VND_ADDR2',
  city: 'VND_CITY',
  state: 'VND_STATE',
  postalCode: 'VND_ZIP',
  phone: 'VND_PH1',
} as const satisfies Record<keyof Supplier, string>;
const names = Object.entries(fields) as readonly [keyof Supplier, string][];

/** The suppliers of a set's records; one that has neither an id nor a name is none. */
export const readSuppliers = (records: readonly Cells[]): Supplier[] =>
  records
    .map((cells) => Object.fromEntries(names.map(([name, field]) => [name, cells.text(field)])) as Supplier)
    .filter(({ id, company }) => id !== '' || company !== '');

export const supplierRow = (supplier: Supplier): EmsRow =>
  Object.fromEntries(names.map(([name, field]) => [field, supplier[name]]));
