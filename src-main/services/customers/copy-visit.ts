// A workfile that takes over the vehicle or the insurance of an earlier one of its owner.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { type Copiable, copiedInsurance, copiedVehicle } from '../../../src-shared/domain/workfile/copy-visit.ts';
import { recordsOf } from '../../db/record.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { toEdit, writeStep } from '../changes.ts';
import { allowed, type Desk } from '../desk.ts';

type Copy = { readonly workfileId: WorkfileId; readonly from: WorkfileId; readonly what: readonly Copiable[] };

/** Takes over what was chosen, as one step of undo. */
export function copyFromVisit(desk: Desk, { workfileId, from, what }: Copy): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const edits = what.map((kind) => (kind === 'vehicle' ? vehicleEdits : insuranceEdits)(desk, workfileId, from));
  if (edits.includes(undefined)) return failed({ kind: 'not-found', what: 'workfile' });
  const all = edits.flatMap((some) => some ?? []);
  return all.length === 0 ? ok(null) : writeStep(desk, all);
}

function vehicleEdits({ store }: Desk, to: WorkfileId, from: WorkfileId): readonly NewEdit[] | undefined {
  const [mine] = recordsOf(store, 'vehicle', to);
  const [earlier] = recordsOf(store, 'vehicle', from);
  if (mine === undefined || earlier === undefined) return undefined;
  const groups = Object.entries(copiedVehicle(earlier, mine));
  return groups.map(([group, value]) => toEdit('vehicle', { id: mine.id, group, value }));
}

function insuranceEdits({ store }: Desk, to: WorkfileId, from: WorkfileId): readonly NewEdit[] | undefined {
  const [mine] = recordsOf(store, 'insurance', to);
  const [earlier] = recordsOf(store, 'insurance', from);
  if (mine === undefined || earlier === undefined) return undefined;
  const groups = Object.entries(copiedInsurance(earlier, mine));
  return groups.map(([group, value]) => toEdit('insurance', { id: mine.id, group, value }));
}
