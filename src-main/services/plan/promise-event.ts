// The promise event that goes with a save once the vehicle came in: recorded, never edited, and not twice for the same facts.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { lastPromise } from '../../../src-shared/domain/plan/event.ts';
import { planOf } from '../../../src-shared/domain/plan/milestone.ts';
import {
  missingForPromise,
  type PromiseCode,
  type PromiseSettings,
  promiseWay,
} from '../../../src-shared/domain/plan/promise.ts';
import { promiseSettings } from '../../../src-shared/domain/plan/promise-settings.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { recordsOf } from '../../db/record.ts';
import type { Store } from '../../db/store.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { type Desk, nameOf, newId } from '../desk.ts';

/** What a save says of the promise, and the event to be written with it where something is new. */
export type Promised = { readonly missing: readonly PromiseCode[]; readonly edits: readonly NewEdit[] };

/** Null while the vehicle did not come in: then a save promises nothing. */
export function promisedBySave(desk: Desk, sheet: WorkfileSheet, user: SessionUser): Promised | null {
  const { workfile } = sheet;
  const way = promiseWay(workfile);
  if (way === null) return null;
  // This very save is the last thing that a promise job needs.
  const missing = missingForPromise({ ...sheet, unsavedSince: 0 }, shopSettings(desk.store));
  const { vehicleIn } = planOf(workfile);
  const promise = {
    way,
    date: vehicleIn.actualDate,
    time: vehicleIn.actualTime,
    estimator: workfile.tracking.estimator,
    preference: sheet.contacts.find(({ parent }) => parent.role === 'owner')?.preference.preference ?? '',
    missing: [...missing],
  };
  const before = lastPromise(sheet.events)?.promise;
  if (before !== undefined && sameValue(before, promise)) return { missing, edits: [] };
  const what = { kind: 'promise', at: desk.clock(), by: nameOf(user) };
  const value = { parent: { workfileId: workfile.id }, what, promise };
  return { missing, edits: [{ kind: 'event', id: newId(desk), group: wholeRecord, value }] };
}

const shopSettings = (store: Store): PromiseSettings =>
  promiseSettings({
    profiles: recordsOf(store, 'profile', libraries.profile),
    insurers: recordsOf(store, 'insurer', libraries.insurer),
    employees: recordsOf(store, 'employee', libraries.employee),
  });
