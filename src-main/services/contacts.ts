// Contacts of a workfile.

import type { ContactId, WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { ContactRole } from '../../src-shared/domain/people/contact.ts';
import { deletion, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { readRecord } from '../db/record.ts';
import { writeStep } from './changes.ts';
import { allowed, commit, type Desk, newId } from './desk.ts';
import { checkOpen } from './edit-rules.ts';

/** Adds an empty contact. */
export function addContact(desk: Desk, workfileId: WorkfileId, role: ContactRole): Result<ContactId> {
  const user = allowed(desk, 'edit-contacts');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const open = checkOpen(desk, workfileId, 'contact');
  if (!open.ok) return open;
  const id = newId<ContactId>(desk);
  const value = { parent: { workfileId, role } };
  commit(desk, { workfileId, edits: [{ kind: 'contact', id, group: wholeRecord, value }], as: 'step' });
  return ok(id);
}

/** Removes a contact; undo brings it back. */
export function removeContact(desk: Desk, id: ContactId): Result<null> {
  if (readRecord(desk.store, 'contact', id)?.deleted !== false) return failed({ kind: 'not-found', what: 'contact' });
  return writeStep(desk, [{ kind: 'contact', id, group: deletion, value: { deleted: true } }]);
}
