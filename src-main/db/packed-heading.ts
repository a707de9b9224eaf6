// What the list says of a packed workfile, read from its bundle without unpacking it.

import { comparePlaces } from '../../src-shared/domain/estimate/place.ts';
import { type Heading, headingOf } from '../../src-shared/domain/workfile/heading.ts';
import { headedRecords } from '../../src-shared/sync/headed-records.ts';
import type { RecordKind, RecordOfKind } from '../../src-shared/sync/records.ts';
import { packedChanges, readPacked } from './bundle.ts';
import { recordOf } from './record-row.ts';
import { recordTables } from './record-tables.ts';
import { rememberingParse, rowOfHeld } from './record-value.ts';
import type { Store } from './store.ts';
import { heldOf, soundRecords } from './unpack.ts';

/**
 * The heading of a workfile that is packed and did not change since it came; undefined of any other, and of one whose
 * bundle does not say it.
 */
export function packedHeading(store: Store, workfileId: string): Heading | undefined {
  const packed = readPacked(store, workfileId);
  if (packed === undefined || packedChanges(store, workfileId).length > 0) return undefined;
  const held = (soundRecords(packed) ?? []).map(heldOf).filter((one) => one !== undefined && !one.deleted);
  const parse = rememberingParse();
  const of = <K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] =>
    held
      .flatMap((one) => {
        const row = one?.kind === kind ? rowOfHeld(one, parse) : undefined;
        return row?.ok ? [recordOf<K>(recordTables[kind], row.value)] : [];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [workfile] = of('workfile');
  if (workfile === undefined) return undefined;
  return headingOf(headedRecords(workfile, of, () => [...of('line')].sort(comparePlaces)));
}
