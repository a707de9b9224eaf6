// A profile: the rates and rules that a repair facility charges by, or that an insurer or claim office pays by.

import { z } from 'zod';
import type { ProfileId } from '../../../base/ids.ts';
import { libraries } from '../../library/library.ts';
import { type RecordOf, recordSpec } from '../../record.ts';
import { lineText } from '../../text.ts';
import { ratesSpec } from '../rates.ts';
import { facilityGroups } from './facility.ts';
import { letterheadGroups } from './letterhead.ts';
import { rateRuleGroups } from './rate-rules.ts';

export const profileKinds = ['facility', 'insurer'] as const;
export type ProfileKind = (typeof profileKinds)[number];

const { labor, supplies, tax, discount } = ratesSpec.groups;

/** The groups of a profile: whose it is, and everything that it sets. */
export const profileSpec = recordSpec(
  'profile',
  {
    parent: z.object({ workfileId: z.literal(libraries.profile).default(libraries.profile) }),
    about: z.object({
      name: lineText(60).default(''),
      kind: z.enum(profileKinds).default('facility'),
      /** The insurance company that it is for. */
      company: lineText(80).default(''),
      /** The claim office, where the company has a profile for each. */
      claimOffice: lineText(80).default(''),
    }),
    /** Whether workfiles begin with it: those of its company, or all others. */
    usual: z.object({ isDefault: z.boolean().default(false) }),
    labor,
    supplies,
    tax,
    discount,
  },
  { ...rateRuleGroups, ...letterheadGroups, ...facilityGroups },
);

export type Profile = RecordOf<typeof profileSpec, ProfileId>;
