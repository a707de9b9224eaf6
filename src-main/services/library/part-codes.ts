// Part codes from a table and into one.

import { writeCsv } from '../../../src-shared/base/csv.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { partCodeTable } from '../../../src-shared/domain/library/part-code-rows.ts';
import type { PartCodeTable } from '../../../src-shared/ipc/library-requests.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { recordsOf } from '../../db/record.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { allowed, commit, type Desk, newId } from '../desk.ts';
import { checkEdits } from '../edit-rules.ts';

/** Adds the new codes and gives the known ones their new values: all of it, or nothing. */
export function takeInPartCodes(desk: Desk, { added, changed }: PartCodeTable): Result<null> {
  const user = allowed(desk, 'edit-library');
  if (!user.ok) return user;
  const changes = changed.flatMap(({ partCodeId: id, ...groups }) =>
    Object.entries(groups).map(([group, value]): NewEdit => ({ kind: 'part-code', id, group, value })),
  );
  const checked = changes.length === 0 ? ok(null) : checkEdits(desk, changes);
  if (!checked.ok) return checked;
  const creations = added.map(
    (groups): NewEdit => ({ kind: 'part-code', id: newId(desk), group: wholeRecord, value: groups }),
  );
  commit(desk, { workfileId: libraries['part-code'], edits: [...changes, ...creations], as: 'step' });
  return ok(null);
}

/** Writes all part codes into a file that the person chooses. */
export async function exportPartCodes(desk: Desk): Promise<Result<{ readonly file: string } | null>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const codes = recordsOf(desk.store, 'part-code', libraries['part-code']);
  const chosen = await desk.files.save('Part codes.csv', writeCsv(partCodeTable(codes)));
  if (chosen === null) return ok(null);
  return chosen === 'failed' ? failed({ kind: 'unavailable', what: 'file-unwritten' }) : ok({ file: chosen.name });
}
