// What a person has in common with a customer of the shop.

import type { Likeness } from '../../../src-shared/domain/people/same-person.ts';

/** Stands behind a customer's name: `is a customer with the same phone`. */
export const likenessWords: Readonly<Record<Likeness, string>> = {
  phone: 'is a customer with the same phone',
  email: 'is a customer with the same email',
  name: 'is a customer with the same name and ZIP code',
  'name-only': 'is a customer with the same name',
};
