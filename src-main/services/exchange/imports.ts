// Taking in an estimate of another program: reading it, saying what is in it, and comparing it with what is here.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { ratesSpec } from '../../../src-shared/domain/estimate/rates.ts';
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { nextLabel } from '../../../src-shared/domain/estimate/supplement/version.ts';
import { estimateTotals } from '../../../src-shared/domain/estimate/totals.ts';
import { type LineMatch, matchLines } from '../../../src-shared/domain/exchange/compare-import.ts';
import { compareTotals } from '../../../src-shared/domain/exchange/compare-totals.ts';
import type { Foreign } from '../../../src-shared/domain/exchange/foreign.ts';
import type { LineGroups } from '../../../src-shared/domain/exchange/line-in.ts';
import { type ImportedRecords, recordsOf } from '../../../src-shared/domain/exchange/records-in.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import type { ImportCandidate, ImportComparison, ImportOffer } from '../../../src-shared/ipc/exchange-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { listHeads } from '../../db/head-list.ts';
import { recordsOf as rowsOf } from '../../db/record.ts';
import { groupFiles } from '../../files/exchange/estimate-groups.ts';
import { folderSource, listFolder } from '../../files/exchange/file-sources.ts';
import { readEstimate } from '../../files/exchange/read-estimate.ts';
import { splitPath } from '../../files/exchange/write-files.ts';
import { allowed, type Desk } from '../desk.ts';
import { checkOpen } from '../edit-rules.ts';
import { openWorkfile } from '../workfiles.ts';
import { customersLike } from './import-owner.ts';

/** Lets the person choose a file of an estimate; the others of its set lie beside it. */
export async function chooseEstimate(desk: Desk): Promise<Result<ImportOffer | null>> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const chosen = await desk.files.choose('import-estimate', '');
  if (chosen === null) return ok(null);
  const { folder, name } = splitPath(chosen);
  return readFrom(desk, folder, name);
}

/** Reads the estimate of a folder that a file belongs to. */
export async function readFrom(desk: Desk, folder: string, name: string): Promise<Result<ImportOffer | null>> {
  const listed = await listFolder(folder);
  if (listed === undefined) return failed({ kind: 'unreadable', file: name, place: '', why: 'gone' });
  const groups = groupFiles(listed.map((one) => one.name));
  const group = groups.find(({ key, members }) => key === name || [...members.values()].includes(name));
  if (group === undefined) return failed({ kind: 'unreadable', file: name, place: '', why: 'not-an-estimate' });
  return readArrival(desk, desk.imports.hold(folderSource(folder), [group]), null);
}

/** Reads one of the estimates of an arrival, and says what is in it; null where it was cancelled. */
export async function readArrival(desk: Desk, ticket: string, key: string | null): Promise<Result<ImportOffer | null>> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const arrival = desk.imports.arrival(ticket);
  if (arrival === undefined) return failed({ kind: 'not-found', what: 'import' });
  const group = key === null ? arrival.groups[0] : arrival.groups.find((one) => one.key === key);
  if (group === undefined) return failed({ kind: 'unreadable', file: key ?? '', place: '', why: 'not-an-estimate' });
  const tell = (share: number): void => desk.tellProgress({ share });
  const read = await readEstimate(arrival.source, group, { tell, signal: desk.imports.start() });
  if (read === 'cancelled') return ok(null);
  if (!read.ok) return failed({ kind: 'unreadable', ...read.failure });
  arrival.read = { ...read.value, key: group.key };
  return ok(
    offerOf(
      desk,
      ticket,
      arrival.groups.map((one) => one.key),
    ),
  );
}

/** What was read under a ticket, as groups of our records. */
export function importedRecords(desk: Desk, ticket: string): Result<{ foreign: Foreign; records: ImportedRecords }> {
  const read = desk.imports.arrival(ticket)?.read ?? null;
  if (read === null) return failed({ kind: 'not-found', what: 'import' });
  const { foreign, key } = read;
  return ok({ foreign, records: recordsOf(foreign, { file: key, at: desk.clock() }) });
}

/** Says what importing into a workfile would change. */
export function compareImport(desk: Desk, ticket: string, workfileId: WorkfileId): Result<ImportComparison> {
  const read = importedRecords(desk, ticket);
  if (!read.ok) return read;
  const sheet = openWorkfile(desk, workfileId);
  if (!sheet.ok) return sheet;
  const { foreign, records } = read.value;
  const { estimate, lines, workfile } = sheet.value;
  const { label } = estimate.version;
  const matches = matchLines(lines, records.lines);
  return ok({
    label: workfile.number.ro,
    version: records.label,
    estimateId: estimate.id,
    into: isLocked(estimate) ? nextLabel(label) : label,
    locked: !checkOpen(desk, workfileId).ok,
    lines: matches,
    rates: changedRates(sheet.value, records),
    beforeCents: priceEstimate(sheet.value).totals.grandTotal,
    afterCents: priceEstimate({ ...records, lines: linesAfter(lines, records, matches) }).totals.grandTotal,
    statedCents: foreign.totals.grossCents,
  });
}

/** The groups of rates in which a file differs from a workfile; a group that is empty is absent there. */
export const changedRates = ({ rates }: WorkfileSheet, records: ImportedRecords): readonly RateGroup[] =>
  (Object.keys(records.rates) as RateGroup[]).filter((group) => {
    const here = rates[group] ?? emptyGroup(ratesSpec, group);
    return !sameValue(here, records.rates[group]);
  });

type RateGroup = keyof ImportedRecords['rates'];

/** The lines that there will be: those of the file, what else they say here, and those written here. */
function linesAfter(
  here: WorkfileSheet['lines'],
  { lines: file }: ImportedRecords,
  matches: readonly LineMatch[],
): readonly SheetLine[] {
  const groupsOf = ({ imported }: LineMatch) => (imported === null ? undefined : file[imported]?.groups);
  const byId = new Map(matches.map((match) => [match.id, match]));
  const staying = here.flatMap((line): readonly SheetLine[] => {
    const match = byId.get(line.id);
    return match === undefined || match.kind === 'removed' ? [] : [{ ...line, ...groupsOf(match) }];
  });
  const added = matches.filter(({ kind }) => kind === 'added').flatMap((match) => groupsOf(match) ?? []);
  return [...staying, ...added.map(lineOfFile)];
}

const lineOfFile = (groups: LineGroups, at: number): SheetLine => ({ id: `file-${at}`, deleted: false, ...groups });

/** What the file comes to by itself. */
const totalsOf = (records: ImportedRecords) =>
  estimateTotals({ ...records, lines: records.lines.map(({ groups }, at) => lineOfFile(groups, at)) });

function offerOf(desk: Desk, ticket: string, keys: readonly string[]): ImportOffer {
  const read = importedRecords(desk, ticket);
  if (!read.ok) throw new Error('what was just read is gone');
  const { foreign, records } = read.value;
  const arrival = desk.imports.arrival(ticket)?.read;
  const [owner] = records.contacts;
  return {
    ticket,
    key: arrival?.key ?? '',
    keys,
    format: foreign.document.format,
    system: foreign.document.system,
    version: records.label,
    owner: owner === undefined ? '' : contactLabel(owner.groups.name),
    vehicle: vehicleLabel(records.vehicle.identity),
    claim: records.insurance.claim.number,
    lines: records.lines.filter(({ groups }) => groups.work.operation !== 'heading').length,
    figures: compareTotals(foreign, totalsOf(records)),
    remarks: (arrival?.remarks ?? []).slice(0, mostRemarks),
    candidates: candidatesOf(desk, records),
    customers: customersLike(desk, records),
  };
}

const mostRemarks = 50;
const mostCandidates = 5;

/** Workfiles that this may be a newer version of: made of the same estimate, of the same claim, or of the same vehicle. */
function candidatesOf(desk: Desk, { imported, insurance, vehicle }: ImportedRecords): readonly ImportCandidate[] {
  const found = new Map<WorkfileId, ImportCandidate>();
  const ways = [
    ['claim', insurance.claim.number],
    ['vin', vehicle.identity.vin],
  ] as const;
  for (const [by, text] of ways) {
    if (text.length < 4) continue;
    const page = listHeads(desk.store, { text, offset: 0, limit: mostCandidates, sort: 'changed', descending: true });
    for (const { id: workfileId, label, owner, vehicle: model } of page.rows) {
      const isSame = rowsOf(desk.store, 'estimate', workfileId).some(
        (one) => imported.fileId !== '' && one.imported?.fileId === imported.fileId,
      );
      if (!found.has(workfileId))
        found.set(workfileId, { workfileId, label, owner, vehicle: model, by: isSame ? 'estimate' : by });
    }
  }
  return [...found.values()].toSorted((a, b) => Number(b.by === 'estimate') - Number(a.by === 'estimate'));
}
