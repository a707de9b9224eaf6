// How a shop stands on paper: the groups of its own profile that say where it is and how to reach it.

import { z } from 'zod';
import { contactSpec } from '../../people/contact.ts';
import { lineText } from '../../text.ts';
import type { Profile } from './profile.ts';

const phone = lineText(30).default('');

/** The groups, empty until the shop fills them in. */
export const letterheadGroups = {
  /** The name on prints, where it is not the shop's, and the address (EMS RF_CO_NM, RF_ADDR1 …). */
  address: contactSpec.groups.address.extend({ name: lineText(80).default('') }),
  phones: z.object({ phone, fax: phone, email: lineText(120).default(''), website: lineText(120).default('') }),
  /** What some states want on an estimate (EMS RF_LIC_NO, RF_TAX_ID). */
  registration: z.object({ license: lineText(30).default(''), taxId: lineText(30).default('') }),
} as const;

/** A shop as its letterhead names it. */
export type Letterhead = { readonly name: string; readonly lines: readonly string[] };

/** The letterhead of a profile: the shop's name and the lines below it. */
export function letterheadOf(
  shopName: string,
  profile: Pick<Profile, 'address' | 'phones' | 'registration'> | undefined,
): Letterhead {
  const { address, phones, registration } = profile ?? {};
  const town = joined(', ', address?.city, joined(' ', address?.state, address?.postalCode));
  const lines = [
    joined(', ', address?.street, address?.street2, town),
    joined(' · ', phones?.phone, labelled('Fax', phones?.fax)),
    joined(' · ', phones?.email, phones?.website),
    joined(' · ', labelled('License', registration?.license), labelled('Tax ID', registration?.taxId)),
  ];
  return { name: address?.name.trim() || shopName, lines: lines.filter((line) => line !== '') };
}

const joined = (between: string, ...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part.trim() !== '').join(between);

const labelled = (label: string, value: string | undefined): string =>
  value === undefined || value.trim() === '' ? '' : `${label} ${value}`;
