// What the workfile list can be asked: filters, orders, groups, and the views that people keep of them.

import { z } from 'zod';
import type { LineId, WorkfileId } from '../base/ids.ts';
import { lineText } from '../domain/text.ts';
import type { FieldMatch } from '../domain/workfile/match-heading.ts';
import { type Stage, stages } from '../domain/workfile/workfile.ts';

/** The columns that the list can be sorted by. */
export const headSorts = [
  'changed',
  'label',
  'stage',
  'owner',
  'vehicle',
  'plate',
  'insurer',
  'claim',
  'estimator',
  'vehicleIn',
  'vehicleOut',
  'total',
  'balance',
] as const;
export type HeadSort = (typeof headSorts)[number];

/** One key of an order; the first counts most. */
export type HeadOrder = { readonly sort: HeadSort; readonly descending: boolean };

/** What the list can be divided by. */
export const headGroups = ['stage', 'estimator', 'insurer'] as const;
export type HeadGroup = (typeof headGroups)[number];

/** What can wait in a workfile: two values to choose from, edits to be sent, a Save, text that was being typed. */
export const headMarks = ['undecided', 'waiting', 'unsaved', 'draft'] as const;
export type HeadMark = (typeof headMarks)[number];

/** What may be missing in a workfile, as far as the list knows it. */
export const headGaps = ['owner', 'vehicle', 'vin', 'insurer', 'claim', 'estimator'] as const;
export type HeadGap = (typeof headGaps)[number];

/** How long ago a workfile was put into the bin: it is listed there for thirty days, and kept after them. */
export const binAges = ['recent', 'past'] as const;
export type BinAge = (typeof binAges)[number];

/** Where a vehicle stands: it is to come today, it is to leave today, it should have left before, or it has left. */
export const headVisits = ['coming', 'due', 'overdue', 'delivered'] as const;
export type HeadVisit = (typeof headVisits)[number];

/** What is to be done in a workfile: a task for today or before, one that is late, an appointment today. */
export const headAgendas = ['task', 'overdue-task', 'appointment'] as const;
export type HeadAgenda = (typeof headAgendas)[number];

/** What is open with the dealer's system: the customer's or vehicle's ID, an export that failed, money that is not there. */
export const headDms = ['no-ids', 'failed', 'unsent'] as const;
export type HeadDms = (typeof headDms)[number];

/** What the balance of a workfile says: something is still due, or more was received than is owed. */
export const headBalances = ['due', 'over'] as const;
export type HeadBalance = (typeof headBalances)[number];

/** Which workfiles are meant: any of the values of a field, and all of the fields. Absent fields say nothing. */
export type HeadFilter = {
  readonly stages?: readonly Stage[];
  readonly estimators?: readonly string[];
  readonly insurers?: readonly string[];
  /** Changed at or after `from`, and before `below`; null leaves a side open. */
  readonly changed?: { readonly from: number | null; readonly below: number | null };
  /** The estimate's total in cents, both ends included. */
  readonly total?: { readonly from: number | null; readonly to: number | null };
  readonly marks?: readonly HeadMark[];
  readonly missing?: readonly HeadGap[];
  readonly visits?: readonly HeadVisit[];
  readonly agenda?: readonly HeadAgenda[];
  readonly dms?: readonly HeadDms[];
  readonly balances?: readonly HeadBalance[];
  /** Of the bin; without it, of all that is not in the bin. */
  readonly bin?: readonly BinAge[];
};

/** How many workfiles a value stands in. */
export type ValueCount = { readonly value: string; readonly count: number };

const names = z.array(lineText(120)).min(1).max(50);
const bound = z.int().nullable();

export const headFilter = z
  .strictObject({
    stages: z.array(z.enum(stages)).min(1).max(stages.length),
    estimators: names,
    insurers: names,
    changed: z.strictObject({ from: bound, below: bound }),
    total: z.strictObject({ from: bound, to: bound }),
    marks: z.array(z.enum(headMarks)).min(1).max(headMarks.length),
    missing: z.array(z.enum(headGaps)).min(1).max(headGaps.length),
    visits: z.array(z.enum(headVisits)).min(1).max(headVisits.length),
    agenda: z.array(z.enum(headAgendas)).min(1).max(headAgendas.length),
    dms: z.array(z.enum(headDms)).min(1).max(headDms.length),
    balances: z.array(z.enum(headBalances)).min(1).max(headBalances.length),
    bin: z.array(z.enum(binAges)).min(1).max(binAges.length),
  })
  .partial() as unknown as z.ZodType<HeadFilter>;

export const headOrder = z.strictObject({ sort: z.enum(headSorts), descending: z.boolean() });

/** A workfile that a text found, with the fields that hold it. */
export type FoundWorkfile = {
  readonly id: WorkfileId;
  readonly label: string;
  readonly stage: Stage;
  readonly owner: string;
  readonly vehicle: string;
  readonly matches: readonly FieldMatch[];
};

/** A line of an estimate whose part has the number. */
export type FoundLine = {
  readonly lineId: LineId;
  readonly id: WorkfileId;
  readonly label: string;
  readonly owner: string;
  readonly description: string;
  readonly part: string;
};

/** What a text found on this PC, best first; `more` when there is more of it. */
export type Found = {
  readonly workfiles: readonly FoundWorkfile[];
  readonly lines: readonly FoundLine[];
  readonly more: boolean;
};

/** A view of the list that a person keeps under a name. */
export type ListView = {
  readonly id: string;
  readonly name: string;
  readonly filter: HeadFilter;
  readonly sorts: readonly HeadOrder[];
  readonly group: HeadGroup | null;
  /** How the columns stand, as the grid prints it; empty for the list's own. */
  readonly columns: string;
};

/** A person's own views in their order, and which view was in front last. */
export type ListViews = { readonly views: readonly ListView[]; readonly last: string };

/** The most views that one person keeps. */
export const maxViews = 30;

const viewId = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const listViews = z.strictObject({
  views: z
    .array(
      z.strictObject({
        id: viewId,
        name: lineText(60).refine((name) => name.trim() !== ''),
        filter: headFilter,
        sorts: z.array(headOrder).max(4),
        group: z.enum(headGroups).nullable(),
        columns: z.string().max(4000),
      }),
    )
    .max(maxViews),
  last: viewId,
}) as unknown as z.ZodType<ListViews>;
