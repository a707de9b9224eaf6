// Two values that two people gave one group at the same time: both are kept until a person chooses.

import { z } from 'zod';
import type { ConflictId } from '../../base/ids.ts';
import { ownerId, parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** A group's value as JSON text, with the edit that wrote it, and who wrote it on which PC and when. */
const side = z.object({
  value: z.string().max(300_000).default('{}'),
  edit: z.string().max(40).default(''),
  by: lineText(120).default(''),
  pc: lineText(60).default(''),
  at: z.int().min(0).default(0),
});

/** What a person made of it; `itself` where the later value turned out to be made on the one that came after all. */
export const conflictChoices = ['open', 'standing', 'late', 'edited', 'itself'] as const;
export type ConflictChoice = (typeof conflictChoices)[number];

/** The groups of a conflict. The cloud writes all of them but the choice. */
export const conflictSpec = recordSpec('conflict', {
  parent: z.object({ workfileId: ownerId }),
  about: z.object({
    kind: lineText(40).default(''),
    recordId: parentId,
    group: lineText(40).default(''),
  }),
  /** What the author of the later value had seen. */
  before: side,
  /** What reached the cloud first and stands. */
  standing: side,
  /** What came later and waits here. */
  late: side,
  choice: z.object({ made: z.enum(conflictChoices).default('open'), by: lineText(120).default('') }),
});

export type Conflict = RecordOf<typeof conflictSpec, ConflictId>;
export type ConflictSide = Conflict['late'];

/** Whether a person still has to choose. */
export const isOpen = (conflict: Pick<Conflict, 'choice'>): boolean => conflict.choice.made === 'open';
