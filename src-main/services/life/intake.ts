// Quick intake: a new workfile with what was asked at the counter, written at once.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionFor } from '../../../src-shared/domain/access/permissions.ts';
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { takenFrom } from '../../../src-shared/domain/people/take-customer.ts';
import { type Intake, intakeInsurance, intakeOwner, namesVehicle } from '../../../src-shared/domain/workfile/intake.ts';
import type { Applied } from '../../db/applied.ts';
import { recordsOf } from '../../db/record.ts';
import type { Store } from '../../db/store.ts';
import { transact } from '../../db/transact.ts';
import { type NewEdit, writeEdits } from '../../db/write-edits.ts';
import { toEdit } from '../changes.ts';
import { directoryHere } from '../customers/customers.ts';
import { allowed, announceEdits, type Desk } from '../desk.ts';
import { writeNewWorkfile } from './new-workfile.ts';

/** The records that an intake may fill. */
const filled = ['workfile', 'contact', 'vehicle', 'insurance'] as const;

/** Makes a workfile of an intake: the workfile and what it says, both or neither; what it says is one step of undo. */
export function takeIn(desk: Desk, intake: Intake): Result<WorkfileId> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const denied = filled.map((kind) => allowed(desk, permissionFor(kind, 'parent'))).find((one) => !one.ok);
  if (denied?.ok === false) return denied;
  const customer = intake.customerId === null ? null : directoryHere(desk).survivorOf(intake.customerId);
  if (customer === undefined) return failed({ kind: 'not-found', what: 'customer' });
  const { store } = desk;
  const made = transact(store, () => {
    const { workfileId, applied } = writeNewWorkfile(desk, user.value);
    const edits = editsOf(store, workfileId, { intake, customer });
    const said = writeEdits(store, { workfileId, edits, now: desk.clock(), as: 'step' });
    return { workfileId, applied: [applied, said] satisfies readonly Applied[] };
  });
  for (const one of made.applied) announceEdits(desk, one);
  return ok(made.workfileId);
}

type Said = { readonly intake: Intake; readonly customer: Customer | null };

function editsOf(store: Store, workfileId: WorkfileId, { intake, customer }: Said): readonly NewEdit[] {
  const [owner] = recordsOf(store, 'contact', workfileId);
  const [vehicle] = recordsOf(store, 'vehicle', workfileId);
  const [insurance] = recordsOf(store, 'insurance', workfileId);
  if (owner === undefined || vehicle === undefined || insurance === undefined) {
    throw new Error('a new workfile lacks its records');
  }
  return [
    ...groups('contact', owner.id, customer === null ? intakeOwner(intake) : takenFrom(customer, owner)),
    ...groups('vehicle', vehicle.id, namesVehicle(intake) ? { identity: intake.identity } : {}),
    ...groups('insurance', insurance.id, intakeInsurance(intake, insurance)),
    ...groups('workfile', workfileId, { tracking: { estimator: intake.estimator } }),
  ];
}

const groups = (kind: NewEdit['kind'], id: string, values: object): readonly NewEdit[] =>
  Object.entries(values).map(([group, value]) => toEdit(kind, { id, group, value }));
