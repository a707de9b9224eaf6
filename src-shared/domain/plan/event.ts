// An event of a workfile: something that happened and is never edited, as a promise event or a milestone re-opened.

import { z } from 'zod';
import type { PlanEventId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';

const word = lineText(40).default('');
const moment = { date: lineText(10).default(''), time: lineText(5).default('') };

/** The groups of an event. What it is stands as text: a later version may know more kinds of events. */
export const eventSpec = recordSpec(
  'event',
  {
    parent: z.object({ workfileId: parentId }),
    what: z.object({ kind: word, at: z.int().min(0).default(0), by: lineText(120).default('') }),
  },
  {
    /** A promise event: which way the vehicle came in, and the facts that it stood on. */
    promise: z.object({
      way: word,
      ...moment,
      estimator: lineText(120).default(''),
      preference: word,
      /** What a promise job still lacked, by code. */
      missing: z.array(lineText(40)).max(40).default([]),
    }),
    /** A completed milestone that was re-opened: what was taken back, and why. */
    reopened: z.object({ milestone: word, ...moment, reason: longText(500).default('') }),
  },
);

export type PlanEvent = RecordOf<typeof eventSpec, PlanEventId>;

/** The newest promise event; undefined before the first. */
export const lastPromise = (events: readonly PlanEvent[]): PlanEvent | undefined =>
  events
    .filter(({ what }) => what.kind === 'promise')
    .toSorted((one, other) => other.what.at - one.what.at || (one.id < other.id ? 1 : -1))[0];
