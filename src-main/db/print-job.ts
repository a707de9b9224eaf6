// What was printed of a workfile on this PC: the last jobs, as text under the workfile's name.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { PrintJobRecord } from '../../src-shared/ipc/print-requests.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Store } from './store.ts';

/** As many as anybody looks at. */
const mostJobs = 50;
const nameOf = (workfileId: WorkfileId): string => `prints:${workfileId}`;

/** The newest first. */
export function readPrintJobs(store: Store, workfileId: WorkfileId): readonly PrintJobRecord[] {
  const text = readSetting(store, nameOf(workfileId));
  return text === null ? [] : (JSON.parse(text) as readonly PrintJobRecord[]);
}

export function notePrintJob(store: Store, workfileId: WorkfileId, job: PrintJobRecord): void {
  const jobs = [job, ...readPrintJobs(store, workfileId)].slice(0, mostJobs);
  writeSetting(store, nameOf(workfileId), JSON.stringify(jobs));
}
