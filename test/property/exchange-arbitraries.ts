/** Random estimates of other programs, and random estimates of our own, within what the formats hold. */
import fc from 'fast-check';
import type { CivilDate } from '../../src-shared/base/dates.ts';
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import { operations, partTypes } from '../../src-shared/domain/estimate/line.ts';
import { lineShares } from '../../src-shared/domain/estimate/line-pricing.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import { pricedPartTypes } from '../../src-shared/domain/estimate/profile/rate-rules.ts';
import {
  type Foreign,
  type ForeignLine,
  noForeign,
  noLabor,
  noLine,
  noPart,
  noPerson,
  noRate,
  noTotalRow,
} from '../../src-shared/domain/exchange/foreign.ts';
import { emptyGroups, type LineGroups } from '../../src-shared/domain/exchange/line-in.ts';
import { ratesOfForeign } from '../../src-shared/domain/exchange/rates-in.ts';
import type { ImportedRecords } from '../../src-shared/domain/exchange/records-in.ts';
import { noImport, noVendor } from '../../src-shared/domain/exchange/vendor.ts';
import { impactNames } from '../../src-shared/domain/vehicle/impact.ts';

const said = fc.constantFrom(true, false, null);
const signs = [...'abcdefgXYZ 0123456789.,-&<>"\'()/éñß€œ…#*'];
/** Text as people type it: no spaces around it, none of the signs that the format does not have. */
const text = (max: number) =>
  fc.array(fc.constantFrom(...signs), { maxLength: max }).map((some) => some.join('').replaceAll(/\s+/g, ' ').trim());
const word = (max: number) =>
  fc.array(fc.constantFrom(...'ABCDEFGH0123456789-'), { maxLength: max }).map((some) => some.join(''));
const cents = (most = 99_999_99) => fc.integer({ min: 0, max: most });
const tenths = fc.integer({ min: 0, max: 999 });
const rate = (most: number) => fc.integer({ min: 0, max: most });
const digits = fc.stringMatching(/^[2-9]\d{9}$/);

/** Printed as this program prints it, with an extension or without one. */
const phone = fc
  .tuple(digits, fc.constantFrom('', ' x12'))
  .map(([one, extension]) => `(${one.slice(0, 3)}) ${one.slice(3, 6)}-${one.slice(6)}${extension}`);

const laborCodes = ['LAB', 'LAR', 'LAM', 'LAS', 'LAF', 'LAG', 'LAD', 'LAE', 'LA1', 'LA4', 'LAA', 'LAU'];
const partCodes = ['PAN', 'PAA', 'PAL', 'PAR', 'PAC', 'PAM', 'PAE', 'PAG', 'PAO', 'PAS'];
const opCodes = ['', 'OP0', 'OP2', 'OP4', 'OP5', 'OP6', 'OP9', 'OP11', 'OP13', 'OP14', 'OP15', 'OP16', 'OP26'];

const foreignPart = fc.record({
  type: fc.constantFrom(...partCodes),
  number: word(25),
  alternateNumber: fc.constantFrom('', 'ALT-77', 'TY37-087-C0'),
  quantity: fc.constantFrom(null, 0, 1, 2, 17),
  cents: cents(9_999_99),
  databaseCents: cents(9_999_99),
  included: said,
  taxed: said,
  judged: said,
  certified: fc.constantFrom(true, null),
  alternate: said,
  markRate: fc.constantFrom(0, 0, 0, -100_000, 250_000),
  markCents: fc.constantFrom(0, 0, 0, -500, 1_200),
});

const foreignLabor = fc.record({
  type: fc.constantFrom(...laborCodes),
  operation: fc.constantFrom(...opCodes),
  tenths,
  databaseTenths: tenths,
  included: said,
  hoursJudged: said,
  typeJudged: said,
  stages: fc.constantFrom(0, 2, 3),
});

const foreignLine = fc
  .record({
    kind: fc.constantFrom('work', 'work', 'work', 'work', 'note', 'heading', 'text'),
    version: fc.constantFrom('E01', 'S01', ''),
    status: fc.constantFrom('1', '1', '2', '3'),
    reference: fc.constantFrom('', '402877', '900500', '933002', '936007'),
    whoPays: fc.constantFrom('', '', 'CP', 'C', 'I'),
    description: text(40),
    part: fc.option(foreignPart, { nil: null }),
    labor: fc.array(foreignLabor, { maxLength: 4 }),
    misc: fc.option(fc.record({ cents: cents(9_999_99), sublet: said, taxed: fc.boolean() }), { nil: null }),
    betterment: fc.option(
      fc.record({ type: fc.constantFrom('BEPA', 'BEPO', 'BELA'), rate: rate(1_000_000), cents: fc.constant(0) }),
      { nil: null, freq: 4 },
    ),
  })
  .map(({ kind, part, labor, misc, betterment, ...line }): ForeignLine => {
    const base = { ...noLine, ...line };
    if (kind === 'note') return { ...base, reference: '900501', description: line.description || 'note' };
    if (kind === 'heading') return { ...base, reference: '', description: 'FRONT BUMPER', parent: 0 };
    if (kind === 'text') return base;
    return {
      ...base,
      part: part === null ? null : { ...noPart, ...part },
      labor: labor.map((one) => ({ ...noLabor, ...one })),
      misc,
      betterment: betterment === null ? null : { ...betterment, taxed: null },
    };
  });

const taxes = fc
  .uniqueArray(fc.constantFrom('LS', 'ST', 'TL', 'MP', 'CT', 'O1'), { minLength: 1, maxLength: 5 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc
          .array(fc.record({ rate: fc.integer({ min: 10_000, max: 150_000 }), surchargeCents: cents(500) }), {
            minLength: 1,
            maxLength: 5,
          })
          .map((tiers) => ({ code, name: '', tiers: tiers.map((tier, i) => ({ cents: i * 10_000, ...tier })) })),
      ),
    ),
  );

const foreignRates = taxes.chain((types) => {
  const switches = fc.subarray(types.map(({ code }) => code));
  const row = fc.record({ taxes: switches, taxed: said });
  return fc
    .record({
      labor: fc.tuple(
        ...laborCodes.map((code) =>
          fc.tuple(row, cents(999_99)).map(([one, per]) => ({ ...noRate, ...one, code, centsPerHour: per })),
        ),
      ),
      parts: fc.tuple(
        ...partCodes.map((code) =>
          fc
            .tuple(row, fc.integer({ min: 0, max: 9_900 }))
            .map(([one, mark]) => ({ ...noRate, ...one, code, markup: mark * 100, discount: 0 })),
        ),
      ),
      materials: fc
        .tuple(
          row,
          cents(999_99),
          fc.option(
            cents(5_000_00).map((one) => one + 1),
            { nil: null },
          ),
          row,
          cents(99_99),
        )
        .map(([paint, per, cap, shop, perShop]) => [
          { ...noRate, ...paint, code: 'MAPA', method: '4', centsPerHour: per, capCents: cap },
          { ...noRate, ...shop, code: 'MASH', method: '4', centsPerHour: perShop },
        ]),
      discount: fc.integer({ min: 0, max: 99 }).map((one) => one * 10_000),
      bettermentTaxed: said,
    })
    .map((some) => ({ ...noForeign.rates, ...some, profile: 'SHOP', taxes: types }));
});

const foreignPerson = fc
  .record({
    first: text(30),
    last: text(30),
    street: text(40),
    city: text(30),
    cell: digits,
    email: fc.constant('pat@example.com'),
  })
  .map((some) => ({ ...noPerson, ...some }));

/** An agency has no place in BMS: only EMS keeps it. */
const contactPerson = fc
  .record({ first: text(30), last: text(30), phone: phone, email: fc.constantFrom('', 'sam@example.com') })
  .map((some) => ({ ...some, company: '' }));

const supplier = fc
  .record({ id: word(5), company: text(35), street: text(40), city: text(30), state: word(2), phone: digits })
  .map((some) => ({ ...some, street2: '', postalCode: '' }))
  .filter(({ id, company }) => id !== '' || company !== '');

/** An estimate as some program might have written it. */
export const anyForeign: fc.Arbitrary<Foreign> = fc
  .record({
    system: fc.constantFrom('C', 'M', 'A', 'O'),
    version: fc.constantFrom('E01', 'S01', 'S02'),
    owner: foreignPerson,
    insured: fc.option(foreignPerson, { nil: null }),
    suppliers: fc.array(supplier, { maxLength: 3 }),
    lines: fc.array(foreignLine, { minLength: 1, maxLength: 12 }),
    rates: foreignRates,
    deductible: fc.option(cents(2_000_00), { nil: null }),
    gross: cents(),
    company: text(35),
    year: fc.integer({ min: 1961, max: 2059 }),
    vin: fc.constantFrom('1HGCM82633A004352', ''),
    color: text(20),
    memo: text(600),
    impact: fc.constantFrom('', '05', '11', '12'),
    impacts: fc.constantFrom('', '01 12', '06'),
    damage: text(300),
    loss: text(38),
    coverage: fc.constantFrom('', 'C', 'M', 'L', 'X'),
    adjuster: contactPerson,
    agent: contactPerson,
  })
  .map(({ system, version, lines, deductible, gross, company, year, vin, color, memo, ...more }) => {
    const { loss, coverage, adjuster, agent, impact, impacts, damage, ...rest } = more;
    return {
      ...noForeign,
      ...rest,
      document: {
        ...noForeign.document,
        system,
        version,
        id: '4b53232a',
        fileId: 'F-1',
        country: 'USA',
        currency: 'USD',
        created: '2026-11-20',
      },
      insurance: {
        ...noForeign.insurance,
        company,
        deductibleCents: deductible,
        loss,
        lossCategory: coverage,
        adjuster,
        agent,
      },
      vehicle: { ...noForeign.vehicle, year, vin, color, memo, impact, impacts, damage, stages: 2 },
      lines: lines.map((line, i) => ({
        ...line,
        number: i + 1,
        sequence: i + 1,
        parent: line.reference === '900501' ? i : line.parent,
      })),
      totals: {
        ...noForeign.totals,
        grossCents: gross,
        netCents: gross,
        deductibleCents: deductible,
        rows: [{ ...noTotalRow, family: 'LA', code: 'LAB', hoursTenths: 477, cents: 3_577_50 }],
      },
    };
  });

const anyGroups: fc.Arbitrary<LineGroups> = fc
  .record({
    work: fc.record({ operation: fc.constantFrom(...operations) }),
    text: fc.record({ description: text(120) }),
    note: fc.record({
      text: fc
        .array(
          text(90).filter((one) => one !== '' && !one.startsWith('…')),
          { maxLength: 3 },
        )
        .map((some) => some.join('\n')),
    }),
    // Without a number, a kind and a price there is no part to count.
    part: fc
      .record({
        type: fc.constantFrom(...partTypes),
        number: word(25),
        quantity: fc.integer({ min: 0, max: 99 }),
        priceCents: cents(999_99),
        included: fc.boolean(),
        taxed: fc.boolean(),
      })
      .map((one) => (one.type === '' && one.number === '' && one.priceCents === 0 ? emptyGroups.part : one)),
    labor: fc.record({ type: fc.constantFrom(...laborTypes), tenths, included: fc.boolean() }),
    refinish: fc.record({ tenths, included: fc.boolean() }),
    // A tax switch on no money says nothing, and BMS does not keep it.
    misc: fc
      .record({ amountCents: cents(9_999_99), taxed: fc.boolean() })
      .map((one) => (one.amountCents === 0 ? { ...one, taxed: true } : one)),
    marks: fc.record({ manual: fc.boolean(), changed: fc.boolean() }),
    share: fc.record({ of: fc.constantFrom(...lineShares) }),
    adjust: fc.constantFrom(
      emptyGroups.adjust,
      { own: true, rate: -50_000, amountCents: 0 },
      { own: true, rate: 0, amountCents: 999 },
    ),
    bettered: fc.option(
      fc.record({
        rate: fc.integer({ min: 1, max: 1_000_000 }),
        part: fc.boolean(),
        labor: fc.boolean(),
        paint: fc.boolean(),
        materials: fc.boolean(),
      }),
      { nil: null },
    ),
  })
  .map(({ bettered, ...groups }): LineGroups => {
    const betterment =
      bettered === null ? emptyGroups.betterment : { kind: 'rate' as const, amountCents: 0, ...bettered };
    return groups.work.operation === 'heading'
      ? {
          ...emptyGroups,
          work: groups.work,
          text: { description: `SECTION ${groups.text.description}`.trim().slice(0, 80) },
        }
      : { ...groups, betterment };
  })
  .filter((groups) => checkLine(groups) === null);

const emptyRates = ratesOfForeign(noForeign, { system: 'O', labor: new Map(), partTaxed: new Map() });

const impactOfList = ([primary = '', ...secondary]: readonly string[]) => ({ primary, secondary });
const adjusterOf = ({ company: _, ...person }: Foreign['insurance']['adjuster']) => person;

/** An estimate as it may be written here. */
export const anyOwn: fc.Arbitrary<ImportedRecords> = fc
  .record({
    lines: fc.array(anyGroups, { minLength: 1, maxLength: 12 }),
    first: text(30),
    last: text(30),
    labor: fc.tuple(...laborTypes.map(() => cents(999_99))),
    markups: fc.tuple(...pricedPartTypes.map(() => rate(1_000_000))),
    paintPer: cents(999_99),
    cap: fc.option(
      cents(5_000_00).map((one) => one + 1),
      { nil: null },
    ),
    taxRate: rate(999_999),
    on: fc.record({
      parts: fc.boolean(),
      labor: fc.boolean(),
      supplies: fc.boolean(),
      misc: fc.boolean(),
      charges: fc.boolean(),
    }),
    charges: fc.record({ towingCents: cents(999_99), storageCents: cents(999_99), otherCents: cents(999_99) }),
    stages: fc.constantFrom(1 as const, 2 as const, 3 as const),
    deductible: cents(2_000_00),
    loss: text(38),
    coverage: fc.constantFrom('', 'C', 'M'),
    adjuster: contactPerson,
    cell: fc.oneof(fc.constant(''), phone),
    impact: fc.uniqueArray(fc.constantFrom(...Object.keys(impactNames)), { maxLength: 5 }).map(impactOfList),
    options: fc.uniqueArray(fc.constantFrom('ABS', 'Air-conditioning, two zones', 'Sunroof', 'AWD package'), {
      maxLength: 4,
    }),
    damage: text(200),
  })
  .map(
    (some): ImportedRecords => ({
      label: 'E01',
      contacts: [
        {
          role: 'owner',
          groups: {
            name: { first: some.first, last: some.last, company: '' },
            cell: { number: some.cell },
            home: { number: '' },
            business: { number: '' },
            email: { address: '' },
            address: { street: '', street2: '', city: '', state: '', postalCode: '' },
          },
        },
      ],
      vehicle: {
        identity: {
          vin: '',
          year: 2019,
          make: 'Ford',
          model: 'Escape',
          trim: '',
          body: '',
          engine: '',
          source: 'hand',
        },
        plate: { number: 'ABC123', state: 'OH' },
        mileageIn: { miles: 41_200 },
        paint: { color: 'Gray', code: 'UX' },
        production: { month: '05/2018' },
        condition: { text: '', priorDamage: '' },
        impact: some.impact,
        options: { list: some.options },
        damage: { text: some.damage },
      },
      insurance: {
        payer: { payer: 'Insurance Company' },
        company: { name: 'Great Meadow Insurance', claimOffice: '' },
        claim: { number: 'CLM-1', policy: '', lossDate: '2026-10-01' as CivilDate },
        deductible: { amountCents: some.deductible },
        deductibleRule: { kind: 'amount', rate: 0, acvCents: 0, waived: false },
        adjuster: adjusterOf(some.adjuster),
        agent: noForeign.insurance.agent,
        loss: { type: some.loss },
        coverage: { code: some.coverage },
        assignment: { reference: '' },
      },
      rates: {
        ...emptyRates,
        labor: Object.fromEntries(laborTypes.map((type, i) => [type, some.labor[i]])) as typeof emptyRates.labor,
        // A certified part is an aftermarket part with a mark: both have the markup of one row.
        partMarkup: {
          ...(Object.fromEntries(
            pricedPartTypes.map((type, i) => [type, some.markups[i]]),
          ) as typeof emptyRates.partMarkup),
          certified: 0,
        },
        supplies: { paintPerHourCents: some.paintPer, paintCapCents: some.cap, bodyPerHourCents: 0 },
        tax: { rate: some.taxRate, ...some.on },
      },
      estimate: {
        charges: some.charges,
        adjustments: { appearanceAllowanceCents: 0, relatedPriorCents: 0, unrelatedPriorCents: 0 },
        finish: { stages: some.stages, clearCoatTenths: null },
      },
      lines: some.lines.map((groups) => ({ groups, vendor: noVendor })),
      imported: noImport,
    }),
  );
