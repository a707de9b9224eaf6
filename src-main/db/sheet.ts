// A whole workfile as a window holds it.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { isOpen } from '../../src-shared/domain/conflict/conflict.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { listDrafts } from './draft.ts';
import { linesOf, photosOf, readRecord, recordsOf } from './record.ts';
import { readPerson } from './session.ts';
import type { Store } from './store.ts';
import { readUndoState } from './undo-state.ts';
import { versionHeads } from './versions.ts';

/** The sheet of a workfile; `arriving` while some of its records have not come from the cloud yet. */
export function readSheet(store: Store, workfileId: WorkfileId): WorkfileSheet | 'missing' | 'arriving' {
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return 'missing';
  const [vehicle] = recordsOf(store, 'vehicle', workfileId);
  const [insurance] = recordsOf(store, 'insurance', workfileId);
  const [rates] = recordsOf(store, 'rates', workfileId);
  const [estimate] = recordsOf(store, 'estimate', workfileId);
  if (vehicle === undefined || insurance === undefined || rates === undefined || estimate === undefined) {
    return 'arriving';
  }
  const author = readPerson(store);
  return {
    workfile,
    contacts: recordsOf(store, 'contact', workfileId),
    vehicle,
    insurance,
    rates,
    estimate,
    lines: linesOf(store, workfileId),
    photos: photosOf(store, workfileId),
    documents: recordsOf(store, 'document', workfileId),
    notes: recordsOf(store, 'note', workfileId),
    events: recordsOf(store, 'event', workfileId),
    tasks: recordsOf(store, 'task', workfileId),
    appointments: recordsOf(store, 'appointment', workfileId),
    versions: versionHeads(store, workfileId),
    receipts: recordsOf(store, 'receipt', workfileId),
    receiptVoids: recordsOf(store, 'receipt-void', workfileId),
    dmsEvents: recordsOf(store, 'dms-event', workfileId),
    conflicts: recordsOf(store, 'conflict', workfileId).filter(isOpen),
    drafts: author === null ? [] : listDrafts(store, { workfileId, author: author.id }),
    ...readUndoState(store, workfileId),
  };
}
