// A version as it was locked: a record that only the cloud writes, with everything an insurer has received.

import { z } from 'zod';
import type { VersionId } from '../../../base/ids.ts';
import { sameValue } from '../../../base/same-value.ts';
import { type Insurance, insuranceSpec } from '../../insurance/insurance.ts';
import { type Contact, contactSpec } from '../../people/contact.ts';
import { emptyGroup, type GroupShapes, parentId, type RecordOf, type RecordSpec, recordSpec } from '../../record.ts';
import { lineText } from '../../text.ts';
import { type Vehicle, vehicleSpec } from '../../vehicle/vehicle.ts';
import { type Workfile, workfileSpec } from '../../workfile/workfile.ts';
import { type Estimate, estimateSpec } from '../estimate.ts';
import { lineSpec } from '../line.ts';
import { priceEstimate } from '../price-estimate.ts';
import { type Rates, ratesSpec } from '../rates.ts';
import type { SheetLine } from '../refinish/automatic-lines.ts';
import type { Totals } from '../totals.ts';
import type { Version } from './version.ts';

/** A record with only those groups that say something. */
type Compact = { readonly id: string; readonly [group: string]: unknown };

// Written by the cloud alone, and read group by group with what is absent filled in.
const compact = z.custom<Compact>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const list = z.array(compact).default([]);
const nobody = { id: '' };
const time = z.int().min(0).default(0);

/** The groups of a locked version. */
export const versionSpec = recordSpec(
  'version',
  {
    parent: z.object({ workfileId: parentId, estimateId: parentId }),
    of: z.object({
      label: lineText(3).default('E01'),
      lockedAt: time,
      by: lineText(120).default(''),
      estimator: lineText(120).default(''),
      grandTotalCents: z.int().default(0),
      netCents: z.int().default(0),
    }),
  },
  {
    /** Its lines in their order, with their automatic rows in place. */
    lines: z.object({ list }),
    /** The records that its price and its print depend on. */
    facts: z.object({
      workfile: compact.default(nobody),
      vehicle: compact.default(nobody),
      insurance: compact.default(nobody),
      rates: compact.default(nobody),
      estimate: compact.default(nobody),
      contacts: list,
      clearBeyondCap: z.int().default(0),
    }),
    /** Its totals as they were: a later program must not price again what an insurer has received. */
    totals: z.object({ totals: z.custom<Totals | null>().default(null) }),
  },
);

export type LockedVersion = RecordOf<typeof versionSpec, VersionId>;
/** A locked version without what was locked: enough for lists. */
export type VersionHead = Pick<LockedVersion, 'id' | 'deleted' | 'parent' | 'of'>;

/** The records that a version is made of. */
export type VersionFacts = {
  readonly workfile: Workfile;
  readonly vehicle: Vehicle;
  readonly insurance: Insurance;
  readonly rates: Rates;
  readonly estimate: Estimate;
  readonly contacts: readonly Contact[];
};
/** What is to be locked: the written lines in their order, and the records beside them. */
export type Lockable = VersionFacts & { readonly lines: readonly SheetLine[] };
/** A version as it is read: with its totals, and the facts of its print. */
export type ReadVersion = Version & {
  readonly lockedAt: number;
  readonly by: string;
  readonly totals: Totals;
  readonly facts: VersionFacts;
};

export type Locking = { readonly at: number; readonly by: string; readonly estimator: string };
type Packed = Omit<LockedVersion, 'id' | 'deleted'>;

/** Prices an estimate and packs it into the groups of a version's record. */
export function packVersion(lockable: Lockable, { at, by, estimator }: Locking): Packed {
  const { workfile, vehicle, insurance, rates, estimate, contacts } = lockable;
  const { sheet, pricing, totals } = priceEstimate(lockable);
  return {
    parent: { workfileId: workfile.id, estimateId: estimate.id },
    of: {
      ...{ label: estimate.version.label, lockedAt: at, by, estimator },
      ...{ grandTotalCents: totals.grandTotal, netCents: totals.net },
    },
    lines: { list: sheet.lines.filter((line) => !line.deleted).map(packLine) },
    facts: {
      workfile: pack(workfileSpec, workfile),
      vehicle: pack(vehicleSpec, vehicle),
      insurance: pack(insuranceSpec, insurance),
      rates: pack(ratesSpec, rates),
      estimate: pack(estimateSpec, estimate),
      contacts: contacts.filter((contact) => !contact.deleted).map((contact) => pack(contactSpec, contact)),
      clearBeyondCap: pricing.clearBeyondCap ?? 0,
    },
    totals: { totals },
  };
}

/** Reads a locked version; undefined where what was locked has not come yet. */
export function readVersion({ of, lines, facts, totals }: LockedVersion): ReadVersion | undefined {
  const held = totals?.totals;
  if (lines === undefined || facts === undefined || held === undefined || held === null) return undefined;
  const rates = unpack<Rates>(ratesSpec, facts.rates);
  const estimate = unpack<Estimate>(estimateSpec, facts.estimate);
  const insurance = unpack<Insurance>(insuranceSpec, facts.insurance);
  return {
    label: of.label,
    estimator: of.estimator,
    lockedAt: of.lockedAt,
    by: of.by,
    lines: lines.list.map((line) => unpack<SheetLine>(lineSpec, line)),
    pricing: { rates, estimate, insurance, clearBeyondCap: facts.clearBeyondCap },
    totals: held,
    facts: {
      workfile: unpack<Workfile>(workfileSpec, facts.workfile),
      vehicle: unpack<Vehicle>(vehicleSpec, facts.vehicle),
      contacts: facts.contacts.map((contact) => unpack<Contact>(contactSpec, contact)),
      insurance,
      rates,
      estimate,
    },
  };
}

/** The version that is being written, as if it were locked now. */
export function openVersion(lockable: Lockable): ReadVersion {
  const { workfile, vehicle, insurance, rates, estimate, contacts } = lockable;
  const { sheet, pricing, totals } = priceEstimate(lockable);
  return {
    label: estimate.version.label,
    ...{ estimator: workfile.tracking.estimator, lockedAt: 0, by: '' },
    lines: sheet.lines.filter((line) => !line.deleted),
    pricing,
    totals,
    facts: { workfile, vehicle, insurance, rates, estimate, contacts },
  };
}

type Spec = RecordSpec<string, GroupShapes>;
type Groups = readonly (readonly [group: string, empty: unknown])[];
const specs: readonly Spec[] = [
  lineSpec,
  workfileSpec,
  vehicleSpec,
  insuranceSpec,
  ratesSpec,
  estimateSpec,
  contactSpec,
];
const emptyGroups: ReadonlyMap<Spec, Groups> = new Map(
  specs.map((spec) => [spec, Object.keys(spec.groups).map((name) => [name, emptyGroup(spec, name)] as const)]),
);
const groupsOf = (spec: Spec): Groups => emptyGroups.get(spec) ?? [];

function pack(spec: Spec, record: { readonly id: string }): Compact {
  const groups = record as Compact;
  const said = groupsOf(spec).filter(([name, empty]) => groups[name] !== undefined && !sameValue(groups[name], empty));
  return { id: record.id, ...Object.fromEntries(said.map(([name]) => [name, groups[name]])) };
}

function packLine(line: SheetLine): Compact {
  const { place: _place, parent: _parent, ...said } = pack(lineSpec, line);
  return { ...said, ...(line.row !== undefined && { row: line.row }) };
}

function unpack<R>(spec: Spec, record: Compact): R {
  const usual = groupsOf(spec).filter(([name]) => !spec.seldom.includes(name));
  return { deleted: false, ...Object.fromEntries(usual), ...record } as R;
}
