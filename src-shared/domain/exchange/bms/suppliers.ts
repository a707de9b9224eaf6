// Who supplies parts, in a BMS document: the firms that lines name by an id. Their people are not taken over.

import type { Supplier } from '../foreign.ts';
import type { BmsReader } from './read-bms.ts';
import { childAt, childrenOf, type MaybePiece, piece } from './xml-element.ts';

/** One that has neither an id nor a name is none. */
export const readBmsSuppliers = ({ root, values }: BmsReader): Supplier[] =>
  childrenOf(childAt(root, 'AdminInfo'), 'Supplier')
    .map((element) => {
      const firm = childAt(element, 'Party/OrgInfo');
      const address = childrenOf(firm, 'Communications')
        .map((one) => childAt(one, 'Address'))
        .find((one) => one !== undefined);
      const phone = childrenOf(childAt(element, 'Party/ContactInfo'), 'Communications').find(
        (one) => values.text(one, 'CommQualifier') === 'WP',
      );
      return {
        id: values.text(firm, 'IDInfo/IDNum', 40),
        company: values.oneLine(firm, 'CompanyName', 80),
        street: values.oneLine(address, 'Address1', 120),
        street2: values.oneLine(address, 'Address2', 120),
        city: values.oneLine(address, 'City', 60),
        state: values.oneLine(address, 'StateProvince', 30),
        postalCode: values.text(address, 'PostalCode', 12),
        phone: values.text(phone, 'CommPhone', 30),
      };
    })
    .filter(({ id, company }) => id !== '' || company !== '');

export function bmsSupplier(supplier: Supplier): MaybePiece {
  const { id, company, street, street2, city, state, postalCode, phone } = supplier;
  const address = piece('Address', [
    piece('Address1', street),
    piece('Address2', street2),
    piece('City', city),
    piece('StateProvince', state),
    piece('PostalCode', postalCode),
  ]);
  return piece('Supplier', [
    piece('Party', [
      piece('OrgInfo', [
        piece('CompanyName', company),
        id === '' ? null : piece('IDInfo', [piece('IDQualifierCode', 'US'), piece('IDNum', id)]),
        address === null ? null : piece('Communications', [piece('CommQualifier', 'AL'), address]),
      ]),
      piece('ContactInfo', [
        phone === '' ? null : piece('Communications', [piece('CommQualifier', 'WP'), piece('CommPhone', phone)]),
      ]),
    ]),
  ]);
}
