// What somebody has seen who locks an estimate, as one text: both sides make it, and a lock is done only where they agree.

import { policyOf } from './merge.ts';
import type { RecordKind } from './records.ts';
import { type StampedRecord, stateText } from './state-text.ts';

/** The kinds of records that an estimate's lines, rates, charges and claim are in. */
const seen: readonly string[] = ['line', 'rates', 'insurance', 'estimate'] satisfies readonly RecordKind[];

/** The state of what an estimate of record closes; what only commands write, its lock and its label, is left out. */
export function lockText(records: readonly StampedRecord[]): string {
  return stateText(
    records
      .filter(({ kind }) => seen.includes(kind))
      .map(({ edits, ...record }) => {
        const byPeople = Object.entries(edits).filter(
          ([group]) => policyOf(record.kind as RecordKind, group) !== 'cloud',
        );
        return { ...record, edits: Object.fromEntries(byPeople) };
      }),
  );
}
