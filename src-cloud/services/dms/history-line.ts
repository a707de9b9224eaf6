/** A line of the DMS history of a workfile, as the cloud writes it. */
import { type DmsEvent, dmsEventSpec } from '../../../src-shared/domain/dms/dms-event.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { Change } from '../written-changes.ts';

export type What = Partial<DmsEvent['what']>;

export function historyLine(id: string, workfile: string, what: What): Change {
  const value = { parent: { workfileId: workfile }, what: dmsEventSpec.groups.what.parse(what) };
  return { record: { kind: 'dms-event', id }, group: wholeRecord, value };
}
