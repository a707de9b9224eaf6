// Part codes taken in from a table, and written into one.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { PartCodeRow } from '../../../src-shared/domain/library/part-code-rows.ts';
import type { PartCodeTable } from '../../../src-shared/ipc/library-requests.ts';
import { ask } from '../../api/bridge.ts';
import { undoLibrary } from './library.ts';

/** A step of undo; a longer table is several, between which the backend answers whoever else asks. */
const rowsAtOnce = 2000;

/** What came of a table: how many steps of undo it was, and why not all of it came in. */
export type TakenIn = { readonly steps: number; readonly failure: Failure | undefined };

/** Adds the new codes of a table and gives the known ones its values; tells how many rows are in. */
export async function takeInPartCodes(
  rows: readonly PartCodeRow[],
  told: (done: number) => void = () => undefined,
): Promise<TakenIn> {
  const taken = rows.filter(({ standing }) => standing === 'new' || standing === 'changed');
  for (let at = 0; at < taken.length; at += rowsAtOnce) {
    const reply = await ask('part-code.take-in', tableOf(taken.slice(at, at + rowsAtOnce)));
    if (!reply.ok) return { steps: at / rowsAtOnce, failure: reply.failure };
    told(Math.min(at + rowsAtOnce, taken.length));
  }
  return { steps: Math.ceil(taken.length / rowsAtOnce), failure: undefined };
}

/** Takes back what a table brought. */
export async function takeOutAgain({ steps }: TakenIn): Promise<void> {
  for (let step = 0; step < steps; step += 1) await undoLibrary('part-code');
}

const tableOf = (rows: readonly PartCodeRow[]): PartCodeTable => ({
  added: rows.flatMap((row) => (row.standing === 'new' ? [row.groups] : [])),
  changed: rows.flatMap((row) =>
    row.standing === 'changed' ? [{ partCodeId: row.before.id, ...without(row.groups) }] : [],
  ),
});

const without = ({ text, part, labor }: Extract<PartCodeRow, { standing: 'changed' }>['groups']) => ({
  text,
  part,
  labor,
});

/** Writes all part codes into a file that the person chooses; null where they chose none. */
export const exportPartCodes = (): Promise<Result<{ readonly file: string } | null>> => ask('part-code.export', {});
