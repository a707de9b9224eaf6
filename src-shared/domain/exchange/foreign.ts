// An estimate as another program states it, whatever the file it came in: raw codes, prices, rates and totals.
// EMS and BMS are read into it and written from it; our records are made of it and turned into it again.

import { z } from 'zod';
import { isCivilDate } from '../../base/dates.ts';
import { maxTenths } from '../../base/hours.ts';
import { maxCents } from '../../base/money.ts';
import { lineText, longText } from '../text.ts';

const money = z.int().min(-maxCents).max(maxCents);
const cents = money.default(0);
const tenths = z.int().min(-maxTenths).max(maxTenths).default(0);
/** In 1/10000 of a percent. */
const rate = z.int().min(-100_000_000).max(100_000_000).default(0);
const code = lineText(12).default('');
const text = (max: number) => lineText(max).default('');
/** Yes, no, or not said. */
const said = z.boolean().nullable().default(null);
const date = z
  .string()
  .refine((one): boolean => one === '' || isCivilDate(one))
  .default('');
const count = (max: number) => z.int().min(-max).max(max).default(0);

const part = z.object({
  type: code,
  number: text(60),
  alternateNumber: text(60),
  alternateMaker: text(60),
  supplier: text(40),
  /** Null where the file says none; it counts as one then. */
  quantity: z.int().min(0).max(9_999).nullable().default(null),
  cents,
  databaseCents: cents,
  included: said,
  taxed: said,
  judged: said,
  certified: said,
  glass: said,
  alternate: said,
  overridden: said,
  markRate: rate,
  markCents: cents,
});

const labor = z.object({
  type: code,
  operation: code,
  tenths,
  databaseTenths: tenths,
  included: said,
  taxed: said,
  hoursJudged: said,
  typeJudged: said,
  operationJudged: said,
  cents,
  stages: count(9),
  tones: count(9),
});

/** A line as the file has it; records that share a line number are one line with several labour entries. */
export const foreignLineShape = z.object({
  number: count(99_999),
  parent: count(99_999),
  sequence: count(999_999),
  /** `E01`, `S01` … : the version that made or last changed it. */
  version: text(4),
  /** 1 added, 2 changed, 3 deleted. */
  status: text(2),
  reference: text(16),
  whoPays: text(4),
  description: text(200),
  heading: text(80),
  memo: longText(2000).default(''),
  /** The description was edited. */
  described: said,
  manual: said,
  automated: said,
  part: part.nullable().default(null),
  labor: z.array(labor).max(12).default([]),
  misc: z.object({ cents, sublet: said, taxed: said }).nullable().default(null),
  sublet: z.object({ part: said, labor: said }).nullable().default(null),
  material: code,
  charge: z
    .object({ type: code, cents, taxed: said, judged: said, included: said, modified: said })
    .nullable()
    .default(null),
  betterment: z.object({ type: code, rate, cents, taxed: said }).nullable().default(null),
});

const taxes = z.array(lineText(4)).max(6).default([]);

/** A rate by code: of labour, parts, materials or other charges. Each format fills in what it has. */
const rateRow = z.object({
  code,
  name: text(40),
  centsPerHour: cents,
  beyondCents: cents,
  thresholdTenths: tenths,
  percent: rate,
  firstPercent: rate,
  otherPercent: rate,
  adjust: rate,
  markup: rate,
  discount: rate,
  capCents: money.nullable().default(null),
  leastTenths: tenths,
  mostTenths: tenths,
  method: text(2),
  operations: text(48),
  markupType: said,
  taxed: said,
  taxes,
});

const tier = z.object({ cents, rate, surchargeCents: cents });
const rows = z.array(rateRow).max(60).default([]);

const rates = z.object({
  profile: text(40),
  labor: rows,
  parts: rows,
  materials: rows,
  charges: rows,
  taxes: z
    .array(z.object({ code: lineText(4), name: text(40), tiers: z.array(tier).max(5).default([]) }))
    .max(6)
    .default([]),
  discount: rate,
  generalDiscount: rate,
  towingDiscount: rate,
  storageDiscount: rate,
  towingTaxed: said,
  storageTaxed: said,
  subletTaxed: said,
  bettermentTaxed: said,
  bettermentAdjusted: said,
  gst: rate,
  /** Further allowances by hours count (Mitchell "Apply ATS Allowance Rate"). */
  allowance: said,
});

const person = z.object({
  first: text(60),
  last: text(60),
  company: text(80),
  street: text(120),
  street2: text(120),
  city: text(60),
  state: text(30),
  postalCode: text(12),
  cell: text(30),
  home: text(30),
  business: text(30),
  email: text(120),
});

/** Somebody at the insurer, or its agent. */
const contactPerson = z.object({
  first: text(60),
  last: text(60),
  company: text(80),
  phone: text(30),
  email: text(120),
});

/** A firm that supplies parts; lines name it by its id. */
const supplier = z.object({
  id: text(40),
  company: text(80),
  street: text(120),
  street2: text(120),
  city: text(60),
  state: text(30),
  postalCode: text(12),
  phone: text(30),
});

const vehicle = z.object({
  vin: text(25),
  year: z.int().min(0).max(2199).default(0),
  make: text(60),
  model: text(60),
  trim: text(80),
  body: text(60),
  engine: text(80),
  plate: text(15),
  plateState: text(30),
  miles: z.int().min(0).max(9_999_999).default(0),
  kilometres: z.boolean().default(false),
  color: text(40),
  paintCode: text(20),
  produced: text(7),
  condition: text(60),
  priorDamage: text(500),
  impact: text(2),
  /** Codes of the other points, as the file has them. */
  impacts: text(30),
  code: text(20),
  type: text(4),
  stages: count(9),
  tones: count(9),
  options: longText(8000).default(''),
  damage: longText(2000).default(''),
  memo: longText(2000).default(''),
});

/** One row of the totals: a category, a family (LA, PA, MA, OT) or a roll-up, as the file states it. */
const totalRow = z.object({
  family: code,
  code,
  name: text(40),
  /** Null for a row without hours. */
  hoursTenths: z.int().min(-9_999_999).max(9_999_999).nullable().default(null),
  cents,
  /** What tax is taken on, and the tax; null where the file does not say. */
  taxableCents: money.nullable().default(null),
  taxCents: money.nullable().default(null),
  markupCents: cents,
  discountCents: cents,
  taxes: z
    .array(z.object({ type: text(4), cents }))
    .max(12)
    .default([]),
});

const optional = money.nullable().default(null);

const totals = z.object({
  rows: z.array(totalRow).max(200).default([]),
  grossCents: optional,
  taxCents: optional,
  gstCents: optional,
  bettermentCents: optional,
  deductibleCents: optional,
  customerCents: optional,
  appearanceCents: optional,
  relatedPriorCents: optional,
  unrelatedPriorCents: optional,
  discountCents: optional,
  netCents: optional,
  previousNetCents: optional,
  supplementCents: optional,
  netSupplementCents: optional,
});

const documentShape = z.object({
  /** The program: C, M, A, or O for others. */
  system: text(4),
  format: z.enum(['ems', 'bms']).default('ems'),
  /** `E01`, `S01` … */
  version: text(4),
  id: text(60),
  fileId: text(60),
  roId: text(20),
  software: text(60),
  softwareVersion: text(20),
  database: text(20),
  databaseDate: date,
  created: date,
  createdTime: text(6),
  country: text(4),
  currency: text(4),
  status: text(4),
});

/** An estimate of another program. */
export const foreignShape = z.object({
  document: documentShape.prefault({}),
  owner: person.nullable().default(null),
  insured: person.nullable().default(null),
  claimant: person.nullable().default(null),
  estimator: z.object({ first: text(60), last: text(60), company: text(80) }).prefault({}),
  facility: text(80),
  suppliers: z.array(supplier).max(200).default([]),
  insurance: z
    .object({
      company: text(80),
      office: text(80),
      claim: text(30),
      policy: text(30),
      lossDate: date,
      lossCategory: text(4),
      deductibleCents: money.nullable().default(null),
      deductibleStatus: text(4),
      loss: text(38),
      assignment: text(25),
      adjuster: contactPerson.prefault({}),
      agent: contactPerson.prefault({}),
    })
    .prefault({}),
  vehicle: vehicle.prefault({}),
  towingCents: cents,
  storageCents: cents,
  otherCents: cents,
  rates: rates.prefault({}),
  lines: z.array(foreignLineShape).max(5_000).default([]),
  totals: totals.prefault({}),
});

export type Foreign = Readonly<z.output<typeof foreignShape>>;
export type ForeignLine = Readonly<z.output<typeof foreignLineShape>>;
export type ForeignPart = NonNullable<ForeignLine['part']>;
export type ForeignLabor = ForeignLine['labor'][number];
export type ForeignRates = Foreign['rates'];
export type ForeignRate = ForeignRates['labor'][number];
export type ForeignTotals = Foreign['totals'];
export type ForeignTotalRow = ForeignTotals['rows'][number];
export type Supplier = Readonly<z.output<typeof supplier>>;
export type ForeignContact = Foreign['insurance']['adjuster'];
export type ForeignPerson = NonNullable<Foreign['owner']>;

const empties = {
  part: part.parse({}),
  labor: labor.parse({}),
  line: foreignLineShape.parse({}),
  rate: rateRow.parse({}),
  person: person.parse({}),
  totalRow: totalRow.parse({}),
  foreign: foreignShape.parse({}),
};

/** What each piece is before a file says anything. */
export const noPart: ForeignPart = empties.part;
export const noLabor: ForeignLabor = empties.labor;
export const noLine: ForeignLine = empties.line;
export const noRate: ForeignRate = empties.rate;
export const noPerson: ForeignPerson = empties.person;
export const noTotalRow: ForeignTotalRow = empties.totalRow;
export const noForeign: Foreign = empties.foreign;

/** A piece as text without what is as in the empty one, so that a record stays small. */
export const packed = (value: unknown): string => JSON.stringify(value, droppedEmpty);

// Where nothing said is null, zero says something.
const zeroSays: ReadonlySet<string> = new Set([
  'quantity',
  'hoursTenths',
  'taxableCents',
  'taxCents',
  'capCents',
  ...Object.keys(totals.shape),
]);

function droppedEmpty(this: unknown, key: string, value: unknown): unknown {
  if (key === '' || Array.isArray(this)) return value;
  if (value === 0) return zeroSays.has(key) ? value : undefined;
  const isNothing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isNothing ? undefined : value;
}
