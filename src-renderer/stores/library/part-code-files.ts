// Part codes taken in from a table, and written into one.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { PartCodeRow } from '../../../src-shared/domain/library/part-code-rows.ts';
import { ask } from '../../api/bridge.ts';

/** Adds the new codes of a table and gives the known ones its values, as one step of undo. */
export async function takeInPartCodes(rows: readonly PartCodeRow[]): Promise<Failure | undefined> {
  const added = rows.flatMap((row) => (row.standing === 'new' ? [row.groups] : []));
  const changed = rows.flatMap((row) =>
    row.standing === 'changed' ? [{ partCodeId: row.before.id, ...without(row.groups) }] : [],
  );
  const reply = await ask('part-code.take-in', { added, changed });
  return reply.ok ? undefined : reply.failure;
}

const without = ({ text, part, labor }: Extract<PartCodeRow, { standing: 'changed' }>['groups']) => ({
  text,
  part,
  labor,
});

/** Writes all part codes into a file that the person chooses; null where they chose none. */
export const exportPartCodes = (): Promise<Result<{ readonly file: string } | null>> => ask('part-code.export', {});
