// An insurance company that the shop works with: its claim offices, how to reach it, and whether it is kept informed.

import { z } from 'zod';
import type { InsurerId } from '../../base/ids.ts';
import { libraries } from '../library/library.ts';
import { contactSpec } from '../people/contact.ts';
import { type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** The most claim offices of one company. */
export const maxOffices = 60;

const address = contactSpec.groups.address;
const phone = lineText(30).default('');

const office = z.object({
  name: lineText(80).default(''),
  phone,
  fax: phone,
  email: lineText(120).default(''),
  ...address.shape,
});
export type ClaimOffice = Readonly<z.output<typeof office>>;

/** The groups of an insurance company. None is deleted: one that the shop left is inactive. */
export const insurerSpec = recordSpec(
  'insurer',
  {
    parent: z.object({ workfileId: z.literal(libraries.insurer).default(libraries.insurer) }),
    about: z.object({ name: lineText(80).default('') }),
    /** Whether UpdatePlus is used for its customers. */
    updatePlus: z.object({ isOn: z.boolean().default(false) }),
    /** Whether its customers are sent updates of their repair. */
    customerUpdates: z.object({ isOn: z.boolean().default(false) }),
    standing: z.object({ isActive: z.boolean().default(true) }),
  },
  {
    phones: z.object({ phone, fax: phone, email: lineText(120).default(''), website: lineText(120).default('') }),
    address,
    offices: z.object({ list: z.array(office).max(maxOffices).default([]) }),
  },
);

export type Insurer = RecordOf<typeof insurerSpec, InsurerId>;

/** A claim office of which only the name is known. */
export const officeNamed = (name: string): ClaimOffice => office.parse({ name });

/** The companies that the shop works with, by name. */
export const activeInsurers = (insurers: readonly Insurer[]): readonly Insurer[] =>
  insurers
    .filter(({ deleted, standing }) => !deleted && standing.isActive)
    .toSorted((one, other) => one.about.name.localeCompare(other.about.name));
