/** Estimates of other programs, read from their files: every figure to the cent, every trait of the formats. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { unwrap } from '../../../../src-shared/base/result.ts';
import { compareTotals, differenceOf } from '../../../../src-shared/domain/exchange/compare-totals.ts';
import { recordsOf } from '../../../../src-shared/domain/exchange/records-in.ts';
import { inventedBms } from '../../../support/exchange/invented-bms.ts';
import { inventedSet, inventedTables } from '../../../support/exchange/invented-ems.ts';
import { asRecords, importFiles, readFiles } from '../../../support/exchange/round-trip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const without = (files: Map<string, Uint8Array>, ...endings: readonly string[]) =>
  new Map([...files].filter(([name]) => !endings.some((ending) => name.endsWith(ending))));

async function differences(files: ReadonlyMap<string, Uint8Array>) {
  const { foreign } = unwrap(await readFiles(files));
  const { totals } = asRecords(recordsOf(foreign, { file: 'x', at: 1 }));
  return Object.fromEntries(compareTotals(foreign, totals).map((one) => [one.key, differenceOf(one)]));
}

test('the BMS document of golden case G6: every category, tax, gross and net to the cent', async () => {
  const found = await differences(new Map([['estimate.xml', bytes(inventedBms())]]));
  expect(found).toMatchObject({
    LAB: 0,
    LAR: 0,
    'all LA': 0,
    'all PA': 0,
    'all OT': 0,
    extras: 0,
    tax: 0,
    gross: 0,
    net: 0,
  });
});

test('an EMS set: two records of a line are one, included work costs nothing, totals are the stated ones', async () => {
  expect(await differences(inventedSet())).toEqual({
    PAN: 0,
    'all PA': 0,
    LAB: 0,
    LAR: 0,
    MAPA: 0,
    tax: 0,
    gross: 0,
    deductible: 0,
    net: 0,
  });
});

test('what an EMS set says becomes lines with headings, notes, included work and sublet', async () => {
  const { lines, contacts, vehicle, rates } = await importFiles(inventedSet());
  expect(lines.map(({ groups }) => [groups.work.operation, groups.text.description, groups.note.text])).toEqual([
    ['heading', 'FRONT DOOR', ''],
    ['replace', 'LT Door shell', ''],
    ['clear-coat', 'Add for Clear Coat', ''],
    ['replace', 'Belt molding', ''],
    ['sublet', 'Pre-repair scan', 'Required by the maker'],
  ]);
  expect(lines[1]?.groups).toMatchObject({
    part: { type: 'oem', priceCents: 56_028 },
    labor: { type: 'body', tenths: 45 },
    refinish: { tenths: 24 },
  });
  expect(lines[3]?.groups).toMatchObject({
    part: { priceCents: 0, included: true },
    labor: { tenths: 0, included: true },
  });
  expect(lines[4]?.groups.misc).toEqual({ amountCents: 9_500, taxed: false });
  expect(contacts[0]?.groups.name).toEqual({ first: 'René', last: 'Zimmerhoff', company: '' });
  expect(vehicle.identity).toMatchObject({ year: 2018, make: 'Ford', model: 'F-150' });
  expect(rates.partMarkup.lkq).toBe(250_000);
});

test('Mitchell names three tables with a letter more; copies, locks and backups are passed over', async () => {
  const files = inventedSet(inventedTables, 'mitchell');
  for (const name of ['9508501.LOG', '9508501.BAK', '9508501-0a1b2c.LIN']) files.set(name, bytes('not looked at'));
  const read = unwrap(await readFiles(files));
  expect(read.foreign.owner?.last).toBe('Zimmerhoff');
  expect(read.foreign.vehicle.memo).toBe('Step bars\nTonneau cover');
});

test('tables may be missing but the envelope and the lines; a missing memo file leaves its texts blank and is told of', async () => {
  const read = unwrap(await readFiles(without(inventedSet(), '.pfl', '.pft', '.stl', '.ttl', '.dbt')));
  expect(read.foreign.vehicle.memo).toBe('');
  expect(read.remarks).toEqual([{ file: '4b53232a.veh', place: 'memo file', why: 'gone' }]);
  expect(await readFiles(without(inventedSet(), '.env'))).toMatchObject({ failure: { why: 'no-envelope' } });
  expect(await readFiles(without(inventedSet(), '.lin'))).toMatchObject({ failure: { why: 'no-lines' } });
});

test('deleted records are passed over', async () => {
  const files = inventedSet();
  const lin = files.get('4b53232a.lin') ?? new Uint8Array();
  const view = new DataView(lin.buffer, lin.byteOffset);
  lin[view.getUint16(8, true) + 4 * view.getUint16(10, true)] = 0x2a;
  const { lines } = await importFiles(files);
  expect(lines.map(({ groups }) => groups.text.description)).not.toContain('Belt molding');
});

const shared = path.resolve(import.meta.dirname, '../../../../../shared/data/bms');
test.runIf(existsSync(shared)).each(['real-bms-1-redacted.xml', 'real-bms-3-redacted.xml'])(
  '%s: every category within a cent, the gross exact',
  async (name) => {
    const found = await differences(new Map([[name, readFileSync(`${shared}/${name}`)]]));
    expect(Object.values(found).every((cents) => Math.abs(cents) <= 1)).toBe(true);
    expect(found.gross).toBe(0);
  },
);
