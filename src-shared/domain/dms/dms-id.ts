// What a dealer's system calls the repair, the customer and the vehicle of a workfile.

import { z } from 'zod';
import { lineText } from '../text.ts';

/** Where such an id comes from: a person, a number that was reserved, a match that was chosen, or a record that we sent. */
export const dmsIdSources = ['typed', 'reserved', 'matched', 'exported'] as const;

const dmsId = z.object({
  id: lineText(40).default(''),
  source: z.enum(dmsIdSources).default('typed'),
  by: lineText(120).default(''),
  at: z.int().min(0).default(0),
});
export type DmsId = Readonly<z.output<typeof dmsId>>;

/**
 * The groups of a workfile that hold them. Every workfile has each at most once, and two PCs may find them at the same
 * moment, so they belong to the workfile itself.
 */
export const dmsIdGroups = { dmsRepairId: dmsId, dmsCustomerId: dmsId, dmsVehicleId: dmsId };
export type DmsIdGroup = keyof typeof dmsIdGroups;
export const dmsIdNames = Object.keys(dmsIdGroups) as readonly DmsIdGroup[];

/** Whether a group of a workfile is such an id. */
export const isDmsId = (group: string): group is DmsIdGroup => Object.hasOwn(dmsIdGroups, group);

type Ids = { readonly [group in DmsIdGroup]?: DmsId | undefined };

/** What the dealer's system calls it; empty where nobody knows yet. */
export const dmsIdOf = (workfile: Ids, group: DmsIdGroup): string => workfile[group]?.id ?? '';
