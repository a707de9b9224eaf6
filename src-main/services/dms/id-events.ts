// The lines of the DMS Transaction History that go with ids: whoever sets one, takes it back or chooses between two.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { idEvent } from '../../../src-shared/domain/dms/dms-event.ts';
import { isDmsId } from '../../../src-shared/domain/dms/dms-id.ts';
import { type JsonObject, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { type Desk, nameOf, newId } from '../desk.ts';

type IdChange = { readonly group: string; readonly before: object; readonly after: object };

/** The lines of the history that go with changes of a workfile; other changes have none. */
export function idEvents(desk: Desk, workfileId: WorkfileId, changes: readonly IdChange[]): readonly NewEdit[] {
  const user = desk.sync.user();
  const by = user === null ? '' : nameOf(user);
  return changes.flatMap(({ group, before, after }): readonly NewEdit[] => {
    const [was, is] = [idIn(before), idIn(after)];
    if (!isDmsId(group) || was === is) return [];
    const what = idEvent(group, { was, is, by, at: desk.clock() });
    const value: JsonObject = { parent: { workfileId }, what };
    return [{ kind: 'dms-event', id: newId(desk), group: wholeRecord, value }];
  });
}

const idIn = (value: object): string => ('id' in value && typeof value.id === 'string' ? value.id : '');
