// Who a person or company is and how they are reached: the same fields for a contact of a workfile and for a customer.

import { preferences } from '../../../src-shared/domain/people/contact.ts';
import { email, type Format, phone, postalCode } from '../formats.ts';
import { preferenceWords } from '../workfile-words.ts';

/** Ties fields to a record that has the groups of a person. */
export type PersonTie<Bound> = {
  readonly text: {
    (group: 'name', field: 'first' | 'last' | 'company'): Bound;
    (group: 'preference', field: 'preference'): Bound;
    (group: 'otherPhone', field: 'label'): Bound;
    (group: 'address', field: 'street' | 'street2' | 'city' | 'state'): Bound;
  };
  readonly value: {
    (group: Phone, field: 'number', format: Format<string>): Bound & Format<string>;
    (group: 'email', field: 'address', format: Format<string>): Bound & Format<string>;
    (group: 'address', field: 'postalCode', format: Format<string>): Bound & Format<string>;
  };
};
type Phone = 'cell' | 'home' | 'business' | 'otherPhone' | 'fax';

const choices = preferences.map((value) => ({ value, label: preferenceWords[value] }));

/** What they are called. */
export const nameFields = <Bound>({ text }: PersonTie<Bound>) =>
  [
    { as: 'text', label: 'First name', ...text('name', 'first') },
    { as: 'text', label: 'Last name', ...text('name', 'last') },
    { as: 'text', label: 'Company', wide: true, ...text('name', 'company') },
  ] as const;

/** Where they are reached, and how they want to be. */
export const reachFields = <Bound>({ text, value }: PersonTie<Bound>) =>
  [
    { as: 'value', label: 'Cell phone', ...value('cell', 'number', phone) },
    { as: 'value', label: 'Home phone', ...value('home', 'number', phone) },
    { as: 'value', label: 'Business phone', ...value('business', 'number', phone) },
    { as: 'choice', label: 'Comm. preference', choices, ...text('preference', 'preference') },
    { as: 'value', label: 'Email', wide: true, ...value('email', 'address', email) },
    { as: 'value', label: 'Other phone', ...value('otherPhone', 'number', phone) },
    { as: 'text', label: 'Other phone is', placeholder: 'Spouse, front desk …', ...text('otherPhone', 'label') },
    { as: 'value', label: 'Fax', ...value('fax', 'number', phone) },
    { as: 'text', label: 'Street', wide: true, ...text('address', 'street') },
    { as: 'text', label: 'Street, second line', wide: true, ...text('address', 'street2') },
    { as: 'text', label: 'City', ...text('address', 'city') },
    { as: 'text', label: 'State', ...text('address', 'state') },
    { as: 'value', label: 'ZIP code', ...value('address', 'postalCode', postalCode) },
  ] as const;
