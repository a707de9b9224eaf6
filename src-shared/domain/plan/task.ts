// A task of a workfile: something that somebody has to do, perhaps by a day.

import { z } from 'zod';
import { isCivilDate } from '../../base/dates.ts';
import type { TaskId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** The groups of a task. */
export const taskSpec = recordSpec('task', {
  parent: z.object({ workfileId: parentId }),
  about: z.object({
    text: lineText(200).default(''),
    /** The day by which it is to be done; empty for none. */
    due: z
      .string()
      .refine((text): boolean => text === '' || isCivilDate(text))
      .default(''),
    who: lineText(120).default(''),
  }),
  done: z.object({
    done: z.boolean().default(false),
    at: z.int().min(0).default(0),
    by: lineText(120).default(''),
  }),
});

export type Task = RecordOf<typeof taskSpec, TaskId>;

/** The tasks that are still to be done: what is due first comes first, what has no day last. */
export const openTasks = (tasks: readonly Task[]): readonly Task[] =>
  tasks
    .filter(({ done, deleted }) => !done.done && !deleted)
    .toSorted((one, other) => order(one) - order(other) || (dueOf(one) < dueOf(other) ? -1 : 1));

/** Whether a task should have been done before this day. */
export const isOverdue = ({ about, done }: Task, today: string): boolean =>
  !done.done && about.due !== '' && about.due < today;

const order = ({ about }: Task): number => (about.due === '' ? 1 : 0);
const dueOf = ({ about, id }: Task): string => `${about.due} ${id}`;
