// Giving an estimate out: as an EMS set, as a BMS document, or as a table for spreadsheets.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { estimatePricingGroups } from '../../../src-shared/domain/estimate/adjustment-groups.ts';
import { type PricedEstimate, priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { ratesSpec } from '../../../src-shared/domain/estimate/rates.ts';
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { type BmsChoice, writeBms } from '../../../src-shared/domain/exchange/bms/write-bms.ts';
import type { EmsTableName } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import { estimateCsv } from '../../../src-shared/domain/exchange/estimate-csv.ts';
import { emptyGroups, type LineGroups } from '../../../src-shared/domain/exchange/line-in.ts';
import type { ImportedLine } from '../../../src-shared/domain/exchange/lines-in.ts';
import type { RateGroups } from '../../../src-shared/domain/exchange/rates-in.ts';
import { type ExportedRecords, foreignOf, type Writing } from '../../../src-shared/domain/exchange/records-out.ts';
import { noVendor, type Vendor } from '../../../src-shared/domain/exchange/vendor.ts';
import { versionOut } from '../../../src-shared/domain/exchange/version-out.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { ExportedEstimate } from '../../../src-shared/ipc/exchange-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { splitPath, writeFiles } from '../../files/exchange/write-files.ts';
import { writeSet } from '../../files/exchange/write-set.ts';
import { allowed, type Desk } from '../desk.ts';
import { openWorkfile } from '../workfiles.ts';

/** Writes an EMS set into the folder that the person chooses. */
export async function exportEms(
  desk: Desk,
  workfileId: WorkfileId,
  tables: readonly EmsTableName[],
): Promise<Result<ExportedEstimate>> {
  const sheet = exportable(desk, workfileId);
  if (!sheet.ok) return sheet;
  const folder = await desk.files.choose('export-ems', '');
  if (folder === null) return ok(null);
  const stem = stemOf(sheet.value);
  const made = writeSet(foreignOf(recordsOf(sheet.value), writing(desk, sheet.value, 'ems')), stem, new Set(tables));
  if (!made.ok) return failed({ kind: 'unreadable', ...made.failure });
  const { files, remarks } = made.value;
  const trouble = await writeFiles(folder, files);
  if (trouble !== null) return failed({ kind: 'unavailable', what: trouble });
  return ok({ file: stem, files: files.size, remarks: remarks.slice(0, 50) });
}

/** Writes a BMS document where the person chooses. */
export async function exportBms(
  desk: Desk,
  workfileId: WorkfileId,
  choice: BmsChoice,
): Promise<Result<ExportedEstimate>> {
  const sheet = exportable(desk, workfileId);
  if (!sheet.ok) return sheet;
  const foreign = foreignOf(recordsOf(sheet.value), writing(desk, sheet.value, 'bms'));
  return writeOne(desk, 'export-bms', `${stemOf(sheet.value)}.xml`, writeBms(foreign, choice));
}

/** Writes the lines as a table where the person chooses. */
export async function exportCsv(desk: Desk, workfileId: WorkfileId): Promise<Result<ExportedEstimate>> {
  const sheet = exportable(desk, workfileId);
  if (!sheet.ok) return sheet;
  return writeOne(
    desk,
    'export-csv',
    `${stemOf(sheet.value)}.csv`,
    estimateCsv(priceEstimate(sheet.value).sheet.lines),
  );
}

async function writeOne(
  desk: Desk,
  purpose: 'export-bms' | 'export-csv',
  suggested: string,
  text: string,
): Promise<Result<ExportedEstimate>> {
  const chosen = await desk.files.choose(purpose, suggested);
  if (chosen === null) return ok(null);
  const { folder, name } = splitPath(chosen);
  const trouble = await writeFiles(folder, new Map([[name, new TextEncoder().encode(text)]]));
  return trouble === null ? ok({ file: name, files: 1, remarks: [] }) : failed({ kind: 'unavailable', what: trouble });
}

function exportable(desk: Desk, workfileId: WorkfileId): Result<WorkfileSheet> {
  const user = allowed(desk, 'create-workfiles');
  return user.ok ? openWorkfile(desk, workfileId) : user;
}

/** Eight letters of the workfile's id, as other programs name their sets. */
const stemOf = ({ estimate }: WorkfileSheet): string => estimate.id.replaceAll('-', '').slice(-8);

function writing(desk: Desk, { estimate }: WorkfileSheet, format: 'ems' | 'bms'): Writing {
  const now = new Date(desk.clock()).toISOString();
  return {
    style: { format, descriptionLength: format === 'ems' ? 40 : 200 },
    ids: { id: estimate.id.replaceAll('-', '').slice(-8), fileId: estimate.id },
    softwareVersion: '',
    created: now.slice(0, 10),
    createdTime: now.slice(11, 19).replaceAll(':', ''),
  };
}

/** The records of an estimate as it is priced and printed: automatic rows go out as lines. */
function recordsOf(sheet: WorkfileSheet): ExportedRecords {
  const { workfile, contacts, vehicle, insurance, rates, estimate } = sheet;
  const priced = priceEstimate(sheet);
  const groups = Object.keys(ratesSpec.groups) as (keyof RateGroups)[];
  const whole = Object.fromEntries(groups.map((group) => [group, rates[group] ?? emptyGroup(ratesSpec, group)]));
  return {
    label: versionOut({ label: estimate.version.label, imported: estimate.imported, versions: sheet.versions }),
    estimator: workfile.tracking.estimator,
    roNumber: workfile.number.ro,
    contacts,
    vehicle,
    insurance,
    rates: whole as unknown as RateGroups,
    estimate: {
      charges: estimate.charges,
      adjustments: estimate.adjustments ?? estimatePricingGroups.adjustments.parse({}),
      finish: estimate.finish ?? estimatePricingGroups.finish.parse({}),
    },
    lines: linesOf(priced, sheet),
    imported: estimate.imported,
    totals: priced.totals,
  };
}

function linesOf({ sheet }: PricedEstimate, { lines }: WorkfileSheet): readonly ImportedLine[] {
  const vendors = new Map<string, Vendor | undefined>(lines.map(({ id, vendor }) => [id, vendor]));
  return sheet.lines
    .filter(({ deleted }) => !deleted)
    .map((line) => ({ groups: groupsOf(line), vendor: vendors.get(line.id) ?? noVendor }));
}

const groupsOf = (line: SheetLine): LineGroups =>
  Object.fromEntries(
    (Object.keys(emptyGroups) as (keyof LineGroups)[]).map((group) => [group, line[group] ?? emptyGroups[group]]),
  ) as unknown as LineGroups;
