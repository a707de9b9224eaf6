// Brings back what others wrote and the cloud seems to have lost: their edits go to it under their own ids and bases.

import { deviceOfEdit, type EditId, type WorkfileId } from '../../src-shared/base/ids.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import { deletion, type JsonObject, schemaVersion, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { isRecordKind, kindsOfCloud, type RecordKind, recordKinds, records } from '../../src-shared/sync/records.ts';
import type { BundledRecord } from '../../src-shared/sync/snapshot.ts';
import { addAgain, againOfRecord } from './again.ts';
import type { Packed } from './bundle.ts';
import { type Heard, type HeardSlice, heardAfter } from './heard.ts';
import { readIdentity } from './identity.ts';
import { type Unsent, unsentOfRecord } from './outbox.ts';
import { recordsOf } from './record.ts';
import { groupOf, isWhole, stampOf, stampsOf, wholeOf } from './record-row.ts';
import { at, type RecordTable, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';
import { markBrought, readBrought } from './to-compare.ts';
import { transact } from './transact.ts';
import { soundRecords, unpack } from './unpack.ts';

/** Whose session it goes with, and for which workfiles. */
export type Bringing = { readonly person: Person; readonly workfiles: ReadonlySet<string> };

/** Takes everything that was heard after a number: the cloud was put back to there. */
export function bringBackAfter(store: Store, seq: number, person: Person): void {
  for (let slice = heardAfter(store, 0, seq); slice !== undefined; slice = heardAfter(store, slice.n, seq)) {
    for (const change of slice.changes) {
      const place = { person, workfile: workfileOf(change), schema: slice.schema };
      if (change.seq > seq && isBringable(change)) bring(store, change, place);
    }
  }
}

/** Those of some differing workfiles of which nothing was brought back since they were equal. */
export const untried = (store: Store, ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.filter((id) => readBrought(store, id) === 0));

/** Takes what was heard of the workfiles in one slice; answers of which there was something. */
export const bringSlice = (store: Store, { schema, changes }: HeardSlice, bringing: Bringing): readonly string[] =>
  transact(store, () => {
    const found = new Set<string>();
    for (const change of changes) {
      const workfile = workfileOf(change);
      if (!bringing.workfiles.has(workfile) || !isBringable(change)) continue;
      bring(store, change, { ...bringing, workfile, schema });
      found.add(workfile);
    }
    return [...found];
  });

/** Takes the later values of the workfiles' open conflicts, and notes that all was done; answers as above. */
export const bringConflicts = (store: Store, { person, workfiles }: Bringing): readonly string[] =>
  transact(store, () => {
    const { device } = readIdentity(store);
    return [...workfiles].filter((workfile) => {
      markBrought(store, workfile, 1);
      const open = recordsOf(store, 'conflict', workfile).filter(({ choice }) => choice.made === 'open');
      const others = open.filter(({ late }) => deviceOfEdit(late.edit as EditId) !== device);
      for (const { about, before, late } of others) {
        const { kind, recordId: id, group } = about;
        const base = before.edit === '' ? null : (before.edit as EditId);
        const value = JSON.parse(late.value) as JsonObject;
        const place = { person, workfile, schema: schemaVersion };
        bring(store, { edit: late.edit as EditId, kind, id, group, value, base }, place);
      }
      return others.length > 0;
    });
  });

/**
 * Takes what came here as it was, not edit by edit, and what the cloud lacks: whole records, each under the edit that
 * made it, and later values of groups on top of what the cloud shows. This PC has read all that the cloud has, so what
 * it shows here and the cloud does not know came after that. Answers how many edits that are.
 */
export function bringState(store: Store, { workfile, bundle, person }: Lacking): number {
  if (readBrought(store, workfile) === 2) return 0;
  return transact(store, () => {
    markBrought(store, workfile, 2);
    unpack(store, workfile);
    const there = new Map((bundle && soundRecords(bundle))?.map((record) => [record[1], record]));
    const edits = recordKinds.flatMap((kind) => {
      const rows = kindsOfCloud.includes(kind) ? [] : store.all(recordTables[kind].ofWorkfile, workfile);
      const shown = rows.filter(isWhole).map((row) => withoutWaiting(store, kind, row));
      return shown.flatMap((record) => lackingEdits(record, there.get(record.id)));
    });
    for (const edit of edits) bring(store, edit, { person, workfile, schema: schemaVersion });
    return edits.length;
  });
}

type Lacking = { readonly workfile: string; readonly bundle: Packed | undefined; readonly person: Person };

/** A record with the edits that made it what it is: of the whole, and of each group that was edited since. */
type Shown = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly edit: EditId;
  readonly edits: Readonly<Record<string, EditId>>;
  readonly groups: Readonly<Record<string, JsonObject>>;
};

/** A record as it was before the edits that wait here: they go by themselves, and may be refused. */
function withoutWaiting(store: Store, kind: RecordKind, row: Row): Shown {
  const id = String(row[at.id]);
  const { edit, edits } = stampsOf(row);
  const groups = { ...groupsOf(recordTables[kind], row) };
  const stamps = new Map(Object.entries(edits));
  const waiting = [...againOfRecord(store, kind, id), ...unsentOfRecord(store, kind, id).map(onTheirs)];
  const mine = new Set(waiting.map((one) => one.edit));
  for (const { group, base, before } of waiting) {
    // What somebody else wrote over the waiting edit stays.
    if (base === null || before === null || mine.has(base) || !mine.has(stampOf(row, group))) continue;
    groups[group] = JSON.parse(before) as JsonObject;
    if (base === edit) stamps.delete(group);
    else stamps.set(group, base);
  }
  return { kind, id, edit, edits: Object.fromEntries(stamps), groups };
}

/** An edit that waits on top of what the cloud was heard to hold meanwhile, where it was. */
const onTheirs = ({
  theirsEdit,
  theirsValue,
  ...unsent
}: Unsent): Pick<Unsent, 'edit' | 'group' | 'base' | 'before'> =>
  theirsEdit === null ? unsent : { ...unsent, base: theirsEdit, before: theirsValue };

/** The edits that make a record what it is here, as far as the cloud does not show them. */
function lackingEdits(shown: Shown, there: BundledRecord | undefined): readonly Bare[] {
  const { kind, id, edit, edits, groups } = shown;
  const later = Object.entries(edits).filter(([group, by]) => isOpen(kind, group) && there?.[4][group] !== by);
  const baseOf = (group: string) => (there === undefined ? edit : (there[4][group] ?? there[3]));
  return [
    ...(there === undefined ? [{ kind, id, edit, group: wholeRecord, value: firstValue(shown), base: null }] : []),
    ...later.map(([group, by]) => ({ kind, id, edit: by, group, value: groups[group] ?? {}, base: baseOf(group) })),
  ];
}

/**
 * A record as it begins, as far as this PC knows: empty where only commands write, and where a later edit took the
 * place of what its maker wrote. That edit's value under the maker's id would make it look like nobody's edit.
 */
function firstValue({ kind, edits, groups }: Shown): JsonObject {
  const { spec } = records[kind];
  const isFirst = (group: string) => isOpen(kind, group) && edits[group] === undefined;
  const named = Object.entries(groups).filter(([group]) => group !== deletion);
  return Object.fromEntries(
    named.map(([group, value]) => [group, isFirst(group) ? value : emptyGroup(spec, group as never)]),
  );
}

const groupsOf = (table: RecordTable, row: Row): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(
    [...Object.keys(wholeOf(table, row)), deletion].map((name) => [name, groupOf(table, row, name) ?? {}]),
  );

type Bare = Omit<Heard, 'seq'>;
type Place = Pick<Bringing, 'person'> & { readonly workfile: string; readonly schema: number };

function bring(store: Store, { edit, kind, id, group, value, base }: Bare, { person, workfile, schema }: Place): void {
  // What another life of this PC made is its own.
  const brought = deviceOfEdit(edit) !== readIdentity(store).device;
  addAgain(store, {
    ...{ edit, kind: kind as RecordKind, id, group, base, value: JSON.stringify(value), schema, brought },
    ...{ author: person.id, authorName: person.name, workfileId: workfile as WorkfileId },
  });
}

/** What only the cloud writes it writes anew: a conflict where values meet, the rest when its command is asked again. */
function isBringable({ kind, group }: Heard): boolean {
  if (!isRecordKind(kind)) return true;
  return isOpen(kind, group) && (group === 'choice' || !kindsOfCloud.includes(kind));
}

const isOpen = (kind: RecordKind, group: string): boolean => policyOf(kind, group) !== 'cloud';

function workfileOf({ workfile, id, value }: Heard): string {
  const parent = value.parent as { readonly workfileId?: unknown } | undefined;
  return workfile ?? (typeof parent?.workfileId === 'string' ? parent.workfileId : id);
}
