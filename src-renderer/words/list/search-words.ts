// What a search found and where, in words.

import type { FieldMatch, SearchedField } from '../../../src-shared/domain/workfile/match-heading.ts';
import type { FoundLine, FoundWorkfile } from '../../../src-shared/ipc/list-shapes.ts';

const fieldWords: Readonly<Record<SearchedField, string>> = {
  label: 'RO number',
  claim: 'Claim',
  receipts: 'Receipt',
  plate: 'Plate',
  vin: 'VIN',
  phones: 'Phone',
  owner: 'Owner',
  names: 'Contact',
  insurer: 'Insurance',
  vehicle: 'Vehicle',
};

/** `48213 · Turpin, Sharon · 2012 Honda Civic`. */
export const wordFound = ({ label, owner, vehicle }: Pick<FoundWorkfile, 'label' | 'owner' | 'vehicle'>): string =>
  [label, owner, vehicle].filter((part) => part !== '').join(' · ');

/** `VIN 2HGFB2F50CH000000, Owner Turpin, Sharon`. */
export const wordMatches = (matches: readonly FieldMatch[]): string =>
  matches.map(({ field, text }) => `${fieldWords[field]} ${text}`).join(' · ');

/** `52119-0R902 · Bumper cover`. */
export const wordFoundLine = ({ part, description }: FoundLine): string =>
  [part, description].filter((text) => text !== '').join(' · ');

export const searchedWords = 'RO number, name, phone, plate, VIN, claim, receipt, part number';
