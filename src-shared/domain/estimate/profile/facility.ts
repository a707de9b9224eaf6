// What the profile of a repair facility says beside rates and letterhead: UpdatePlus, and the shop's words on prints.

import { z } from 'zod';
import { isUuid } from '../../../base/ids.ts';
import { payers } from '../../insurance/insurance.ts';
import { activeInsurers, type Insurer } from '../../insurance/insurer.ts';
import { ownTypesGroup } from '../../receipt/own-types.ts';
import { lineText, longText } from '../../text.ts';
import { roPrefix } from '../../workfile/ro-number.ts';
import type { Profile } from './profile.ts';

const words = z.object({ text: longText(2000).default('') });

/** The groups, empty until the shop fills them in. */
export const facilityGroups = {
  /** A number for the daytime. UpdatePlus does not take it for the business phone. */
  dayPhone: z.object({ number: lineText(30).default('') }),
  /** UpdatePlus settings: whether repair information is shared with customers. */
  updatePlus: z.object({ isShared: z.boolean().default(false) }),
  /** The insurance companies whose customers it is shared with. */
  updatePlusInsurers: z.object({ ids: z.array(z.string().refine(isUuid)).max(500).default([]) }),
  /** The payer types of workfiles that take part. */
  updatePlusPayers: z.object({ payers: z.array(z.enum(payers)).max(payers.length).default([]) }),
  /** Words below an estimate, below a receipt, and above the customer's signature. */
  estimateText: words,
  receiptText: words,
  authorizationText: words,
  /** The shop's own types of receipts. */
  receiptTypes: ownTypesGroup,
  /** What stands before the digits of RO numbers that are given from now on. */
  numbering: z.object({ prefix: roPrefix.default('') }),
} as const;

/** What keeps UpdatePlus from anybody: of the repair facility, not of one workfile (CCC, UpdatePlus settings). */
export const updatePlusGaps = ['share', 'business-phone', 'insurers', 'insurer-off', 'payers'] as const;
export type UpdatePlusGap = (typeof updatePlusGaps)[number];

type Settings = Pick<Profile, 'phones' | 'updatePlus' | 'updatePlusInsurers' | 'updatePlusPayers'>;

/** What is still missing in the settings; nothing where UpdatePlus can be used. */
export function updatePlusMissing(profile: Settings, insurers: readonly Insurer[]): readonly UpdatePlusGap[] {
  const chosen = sharingInsurers(profile, insurers);
  const chosenPayers = profile.updatePlusPayers?.payers ?? [];
  const ready = chosen.some(({ updatePlus, customerUpdates }) => updatePlus.isOn && customerUpdates.isOn);
  const wantsInsurer = chosenPayers.length === 0 || chosenPayers.includes('Insurance Company');
  const gaps: readonly (readonly [UpdatePlusGap, boolean])[] = [
    ['share', profile.updatePlus?.isShared !== true],
    ['business-phone', (profile.phones?.phone ?? '') === ''],
    ['insurers', wantsInsurer && chosen.length === 0],
    ['insurer-off', wantsInsurer && chosen.length > 0 && !ready],
    ['payers', chosenPayers.length === 0],
  ];
  return gaps.flatMap(([gap, isMissing]) => (isMissing ? [gap] : []));
}

/** The active companies that the settings name. */
export const sharingInsurers = (profile: Settings, insurers: readonly Insurer[]): readonly Insurer[] =>
  activeInsurers(insurers).filter(({ id }) => profile.updatePlusInsurers?.ids.includes(id) ?? false);
