// The requests that find workfiles: the list, its filters, and the views people keep of it.

import { z } from 'zod';
import type { WorkfileId } from '../base/ids.ts';
import { id } from './change.ts';
import {
  type Found,
  type HeadFilter,
  type HeadGroup,
  type HeadOrder,
  type HeadSort,
  headFilter,
  headGroups,
  headOrder,
  headSorts,
  type ListViews,
  listViews,
  type ValueCount,
} from './list-shapes.ts';
import { type Nothing, nothing, request } from './request.ts';
import type { HeadPage, WorkfileHead } from './shapes.ts';

/** A page of the list: which workfiles, in which order, from where on. */
export type HeadQuestion = {
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
  readonly sort: HeadSort;
  readonly descending: boolean;
  /** What counts where the first key is equal. */
  readonly further?: readonly HeadOrder[];
  readonly filter?: HeadFilter;
  readonly group?: HeadGroup;
};

/** The most filters that are counted at once. */
const maxCounts = 50;

/** The list's entries of the door. */
export const listRequests = {
  /** Lists workfiles, newest change first unless sorted otherwise, filtered by typed text and by what they are. */
  'workfile.list': request<HeadQuestion, HeadPage>(
    z.strictObject({
      text: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
      sort: z.enum(headSorts),
      descending: z.boolean(),
      further: z.array(headOrder).max(3).exactOptional(),
      filter: headFilter.exactOptional(),
      group: z.enum(headGroups).exactOptional(),
    }),
  ),
  /** Counts the workfiles that each of some filters means. */
  'workfile.count': request<{ readonly filters: readonly HeadFilter[] }, readonly number[]>(
    z.strictObject({ filters: z.array(headFilter).min(1).max(maxCounts) }),
  ),
  /** Names the estimators and insurers of the shop's workfiles, most used first, to filter by. */
  'workfile.choices': request<
    Nothing,
    { readonly estimators: readonly ValueCount[]; readonly insurers: readonly ValueCount[] }
  >(nothing),
  /** Finds a text on this PC: workfiles by any of their fields, lines by the number of their part. */
  'search.everywhere': request<{ readonly text: string }, Found>(z.strictObject({ text: z.string().max(200) })),
  /** Lists the workfiles that the person had open last on this PC. */
  'workfile.recent': request<Nothing, readonly WorkfileHead[]>(nothing),
  /** Notes that the person has a workfile before them. */
  'workfile.visited': request<{ readonly workfileId: WorkfileId }, null>(
    z.strictObject({ workfileId: id<WorkfileId>() }),
  ),
  /** Reads the views of the list that the person signed in has kept on this PC. */
  'view.read': request<Nothing, ListViews>(nothing),
  /** Keeps them. */
  'view.write': request<ListViews, null>(listViews),
} as const;
