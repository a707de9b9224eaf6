// Writing what was read: a new workfile, or the changes of a newer version as one step that undo takes back.

import type { CustomerId, EstimateId, LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { checkLine } from '../../../src-shared/domain/estimate/line-rules.ts';
import { positionsAfter } from '../../../src-shared/domain/estimate/place.ts';
import { type LineMatch, matchLines } from '../../../src-shared/domain/exchange/compare-import.ts';
import { noPerson } from '../../../src-shared/domain/exchange/foreign.ts';
import type { ImportedLine } from '../../../src-shared/domain/exchange/lines-in.ts';
import type { ImportedRecords } from '../../../src-shared/domain/exchange/records-in.ts';
import { contactGroups } from '../../../src-shared/domain/exchange/records-in.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import type { Input } from '../../../src-shared/ipc/requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { deletion, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { transact } from '../../db/transact.ts';
import { type NewEdit, writeEdits } from '../../db/write-edits.ts';
import { toEdit } from '../changes.ts';
import { allowed, announceEdits, commit, type Desk, nameOf, newId } from '../desk.ts';
import { checkEdits, checkOpen } from '../edit-rules.ts';
import { settledConflicts } from '../settled-conflicts.ts';
import { openWorkfile } from '../workfiles.ts';
import { importOwner } from './import-owner.ts';
import { changedRates, importedRecords } from './imports.ts';

/** Makes a workfile of what was read, or brings one up to it. */
export function applyImport(desk: Desk, { ticket, workfileId, customer }: Input<'import.apply'>): Result<WorkfileId> {
  const read = importedRecords(desk, ticket);
  if (!read.ok) return read;
  const { records } = read.value;
  const broken = records.lines.findIndex(({ groups }) => checkLine(groups) !== null);
  if (broken >= 0) {
    const place = `line ${records.lines[broken]?.vendor.number ?? broken + 1}`;
    return failed({ kind: 'unreadable', file: records.imported.file, place, why: 'value' });
  }
  const done = workfileId === null ? makeWorkfile(desk, records, customer) : updateWorkfile(desk, workfileId, records);
  if (done.ok) desk.imports.forget(ticket);
  return done;
}

type Value = NewEdit['value'];

function makeWorkfile(
  desk: Desk,
  records: ImportedRecords,
  choice: CustomerId | 'new' | undefined,
): Result<WorkfileId> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const mayWrite = allowed(desk, 'edit-estimate');
  if (!mayWrite.ok) return mayWrite;
  const owner = importOwner(desk, records, choice);
  if (!owner.ok) return owner;
  const workfileId = newId<WorkfileId>(desk);
  const estimateId = newId<EstimateId>(desk);
  const parent = { workfileId };
  const name = nameOf(user.value);
  const create = (kind: RecordKind, value: object, id: string = newId(desk)): NewEdit => ({
    kind,
    id,
    group: wholeRecord,
    value: value as Value,
  });
  const { estimate, imported } = records;
  const contacts = records.contacts.map(({ role, groups }) =>
    create('contact', { parent: { ...parent, role }, ...groups, ...(role === 'owner' && owner.value.groups) }),
  );
  const edits = [
    create('workfile', { opened: { at: desk.clock(), by: name }, tracking: { estimator: name } }, workfileId),
    ...contacts,
    create('vehicle', { parent, ...records.vehicle }),
    create('insurance', { parent, ...records.insurance }),
    create('rates', { parent, ...records.rates }),
    create('estimate', { parent, ...estimate, imported }, estimateId),
    ...lineCreations(desk, { ...parent, estimateId }, records.lines, positionsAfter([], -1, records.lines.length)),
  ];
  const now = desk.clock();
  const applied = transact(desk.store, () => [
    writeEdits(desk.store, { workfileId: libraries.customer, edits: owner.value.customer, now, as: 'step' }),
    writeEdits(desk.store, { workfileId, edits, now, as: 'plain' }),
  ]);
  for (const one of applied) announceEdits(desk, one);
  return ok(workfileId);
}

type LineParent = { readonly workfileId: WorkfileId; readonly estimateId: EstimateId };

const lineCreations = (
  desk: Desk,
  parent: LineParent,
  lines: readonly ImportedLine[],
  positions: readonly string[],
): readonly NewEdit[] =>
  lines.map(({ groups, vendor }, i) => ({
    kind: 'line',
    id: newId<LineId>(desk),
    group: wholeRecord,
    value: { parent, place: { position: positions[i] ?? 'a0' }, ...groups, vendor } as unknown as Value,
  }));

/** Lines, rates and charges become those of the file; people and vehicle only where nothing was entered here. */
function updateWorkfile(desk: Desk, workfileId: WorkfileId, records: ImportedRecords): Result<WorkfileId> {
  const sheet = openWorkfile(desk, workfileId);
  if (!sheet.ok) return sheet;
  const { estimate, lines } = sheet.value;
  const isOpen = checkOpen(desk, workfileId);
  if (!isOpen.ok) return isOpen;
  const changes = changeEdits(sheet.value, records, matchLines(lines, records.lines));
  const parent = { workfileId, estimateId: estimate.id };
  const additions = placedAdditions(desk, sheet.value, records, parent);
  const checked = checkEdits(desk, changes);
  if (!checked.ok) return checked;
  const choices = settledConflicts(desk, workfileId, changes);
  commit(desk, { workfileId, as: 'step', edits: [...changes, ...choices, ...additions] });
  return ok(workfileId);
}

function changeEdits(
  sheet: WorkfileSheet,
  records: ImportedRecords,
  matches: readonly LineMatch[],
): readonly NewEdit[] {
  const { rates, estimate, insurance, vehicle, contacts } = sheet;
  const change = (kind: RecordKind, id: string, group: string, value: object): NewEdit =>
    toEdit(kind, { id, group, value });
  const owner = contacts.find((one) => one.parent.role === 'owner' && !one.deleted);
  const ownerFrom = records.contacts[0]?.groups;
  const noContact = contactGroups(noPerson);
  const filled = <T extends object>(
    kind: RecordKind,
    here: { readonly id: string } & T,
    from: object,
    empty: (value: object) => boolean,
  ) =>
    Object.entries(from).flatMap(([group, value]) => {
      const now = here[group as keyof T] ?? {};
      return typeof now === 'object' && empty(now) && !isBlank(value as object) && !sameValue(now, value)
        ? [change(kind, here.id, group, value as object)]
        : [];
    });
  return [
    ...matches.flatMap((match) => lineEdits(match, sheet, records)),
    ...changedRates(sheet, records).map((group) => change('rates', rates.id, group, records.rates[group])),
    ...Object.entries(records.estimate)
      .filter(([group, value]) => !sameValue(estimate[group as keyof typeof estimate] ?? emptyFinish[group], value))
      .map(([group, value]) => change('estimate', estimate.id, group, value)),
    change('estimate', estimate.id, 'imported', records.imported),
    ...filled('vehicle', vehicle, records.vehicle, isBlank),
    ...filled('insurance', insurance, records.insurance, isBlank),
    ...(owner === undefined || ownerFrom === undefined
      ? []
      : filled('contact', owner, ownerFrom, (value) => Object.values(noContact).some((one) => sameValue(one, value)))),
  ];
}

const emptyFinish: Readonly<Record<string, object>> = {
  adjustments: { appearanceAllowanceCents: 0, relatedPriorCents: 0, unrelatedPriorCents: 0 },
  finish: { stages: 2, clearCoatTenths: null },
};

const blanks: readonly unknown[] = ['', 0, null, false, 'Not Specified', 'amount'];
const isBlank = (value: object): boolean =>
  Object.values(value).every((one) => blanks.includes(one) || (Array.isArray(one) && one.length === 0));

function lineEdits(match: LineMatch, { lines }: WorkfileSheet, { lines: file }: ImportedRecords): readonly NewEdit[] {
  const { id, kind } = match;
  if (id === null || kind === 'kept' || kind === 'added') return [];
  if (kind === 'removed') return [{ kind: 'line', id, group: deletion, value: { deleted: true } }];
  const one = match.imported === null ? undefined : file[match.imported];
  const line = lines.find((each) => each.id === id);
  if (one === undefined || line === undefined) return [];
  const groups = match.groups.map((group) => toEdit('line', { id, group, value: one.groups[group] }));
  return sameValue(line.vendor, one.vendor)
    ? groups
    : [...groups, toEdit('line', { id, group: 'vendor', value: one.vendor })];
}

/** New lines stand after the line of the file that comes before them. */
function placedAdditions(
  desk: Desk,
  { lines }: WorkfileSheet,
  { lines: file }: ImportedRecords,
  parent: LineParent,
): readonly NewEdit[] {
  const matches = matchLines(lines, file).filter(({ imported }) => imported !== null);
  const positions = lines.filter(({ deleted }) => !deleted).map(({ id, place }) => ({ id, position: place.position }));
  const runs: { after: string | null; some: ImportedLine[] }[] = [];
  let after: string | null = null;
  for (const { id, imported, kind } of matches) {
    const one = imported === null ? undefined : file[imported];
    if (kind !== 'added') after = id;
    else if (one !== undefined) {
      const last = runs.at(-1);
      if (last !== undefined && last.after === after) last.some.push(one);
      else runs.push({ after, some: [one] });
    }
  }
  return runs.flatMap((run) => {
    const index = positions.findIndex(({ id }) => id === run.after);
    const places = positionsAfter(
      positions.map(({ position }) => position),
      index,
      run.some.length,
    );
    return lineCreations(desk, parent, run.some, places);
  });
}
