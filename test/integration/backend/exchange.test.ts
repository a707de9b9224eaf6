/** Estimates of other programs over the backend's door: in as a workfile, in as a newer version, out and read by others. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DBFFile } from 'dbffile';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createBackend } from '../../../src-main/backend.ts';
import type { CustomerId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { panelGroup } from '../../../src-shared/domain/estimate/refinish/panel.ts';
import { differenceOf } from '../../../src-shared/domain/exchange/compare-totals.ts';
import { emsTableNames } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import type { Input, Output, Reply, RequestName } from '../../../src-shared/ipc/requests.ts';
import { signInOn, trialOptions } from '../../support/backend-trial.ts';
import { inventedBms } from '../../support/exchange/invented-bms.ts';
import { inventedSet } from '../../support/exchange/invented-ems.ts';
import { freshFolder } from '../../support/store.ts';
import { noFiles } from '../../support/user-files.ts';

const place = freshFolder('exchange');
const out = mkdtempSync(path.join(os.tmpdir(), 'shopfile-exchange-'));
const chosen = { path: null as string | null };
/** What windows were told of the watched folder. */
const told: unknown[] = [];
let backend: Awaited<ReturnType<typeof createBackend>>;

beforeAll(async () => {
  await signInOn(place.folder);
  backend = await createBackend({
    ...trialOptions(place.folder),
    files: { ...noFiles, choose: async () => chosen.path },
    notify: (name, state) => void (name === 'watch.changed' && told.push(state)),
    log: (event) => event,
  });
});
afterEach(() => {
  for (const name of readdirSync(out)) rmSync(path.join(out, name), { recursive: true });
});
afterAll(async () => {
  await backend.close();
  place.remove();
  rmSync(out, { recursive: true, force: true });
});

const reply = async <N extends RequestName>(name: N, input: Input<N>) => (await backend.ask(name, input)) as Reply<N>;
const ask = async <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> =>
  unwrap(await reply(name, input));

const page = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

/** Hands files over as a window does. */
async function drop(files: ReadonlyMap<string, Uint8Array>) {
  const all = [...files];
  const { ticket } = await ask('import.begin', { files: all.map(([name, bytes]) => ({ name, bytes: bytes.length })) });
  for (const [file, [, bytes]] of all.entries()) {
    await ask('import.piece', { ticket, file, at: 0, base64: Buffer.from(bytes).toString('base64') });
  }
  return reply('import.read', { ticket, key: null });
}
const bms = (hours?: string, version?: string) =>
  new Map([['estimate.xml', new TextEncoder().encode(inventedBms(hours, version))]]);

const hood = { ...panelGroup.parse({}), kind: 'major', place: 'hood' } as const;
const paintTenths = ({ lines }: Output<'workfile.open'>): number =>
  lines.reduce((sum, { refinish }) => sum + refinish.tenths, 0) - 30;

async function importNew(files: ReadonlyMap<string, Uint8Array>): Promise<WorkfileId> {
  const offer = unwrap(await drop(files));
  return ask('import.apply', { ticket: offer?.ticket ?? '', workfileId: null });
}
const copies = { made: 100 };
const missingCustomer = '0190aaaa-0000-7000-8000-000000000001' as CustomerId;
const linesOf = async (workfileId: WorkfileId) =>
  (await ask('workfile.open', { workfileId })).lines.filter(({ deleted }) => !deleted);

test('a dropped BMS document says what is in it, and becomes a workfile with its people, lines and stated totals', async () => {
  const offer = unwrap(await drop(bms()));
  expect(offer).toMatchObject({
    format: 'bms',
    system: 'M',
    owner: 'Underhill, Harriet',
    vehicle: '2003 Honda Accord',
    lines: 6,
  });
  expect(offer?.figures.find(({ key }) => key === 'gross')).toMatchObject({ statedCents: 112_563, ourCents: 112_563 });
  const workfileId = await ask('import.apply', { ticket: offer?.ticket ?? '', workfileId: null });
  const sheet = await ask('workfile.open', { workfileId });
  expect(sheet.contacts[0]?.name).toMatchObject({ first: 'Harriet', last: 'Underhill' });
  expect(sheet.insurance.claim.number).toBe('CLM-7731');
  expect(sheet.estimate.imported).toMatchObject({ format: 'bms', fileId: 'DOC-77', file: 'estimate.xml' });
  expect(sheet.lines.map(({ text }) => text.description)).toContain('TINT COLOUR');
});

test('a newer version shows what it would change, and then changes that alone, as one step', async () => {
  const workfileId = await importNew(bms());
  const before = await linesOf(workfileId);
  const offer = unwrap(await drop(bms('2.50', '1')));
  expect(offer?.candidates[0]).toMatchObject({ workfileId, by: 'estimate' });
  const comparison = await ask('import.compare', { ticket: offer?.ticket ?? '', workfileId });
  expect(await linesOf(workfileId)).toEqual(before);
  const changed = comparison.lines.filter(({ kind }) => kind !== 'same');
  expect(changed).toMatchObject([
    { kind: 'changed', before: { laborTenths: 17 }, after: { laborTenths: 25 }, groups: ['labor'] },
  ]);
  // 0.8 h more: labour 71.57, shop materials and allowance 14.48, and 12 % of each family.
  expect(comparison.afterCents - comparison.beforeCents).toBe(96_38);
  await ask('import.apply', { ticket: offer?.ticket ?? '', workfileId });
  expect((await linesOf(workfileId)).map(({ labor }) => labor.tenths)).toContain(25);
  await ask('workfile.undo', { workfileId });
  expect(await linesOf(workfileId)).toEqual(before);
});

test('lines written here stay where a newer version comes in, and lines that it lost go', async () => {
  const workfileId = await importNew(bms());
  const { estimate } = await ask('workfile.open', { workfileId });
  await ask('line.add', { estimateId: estimate.id, after: null, lines: [{ text: { description: 'Ours' } }] });
  const shorter = inventedBms().replace(/<DamageLineInfo><LineNum>8[\s\S]*?<\/DamageLineInfo>/, '');
  const offer = unwrap(await drop(new Map([['estimate.xml', new TextEncoder().encode(shorter)]])));
  await ask('import.apply', { ticket: offer?.ticket ?? '', workfileId });
  const words = (await linesOf(workfileId)).map(({ text }) => text.description);
  expect(words[0]).toBe('Ours');
  expect(words).not.toContain('TINT COLOUR');
});

test('a broken file is refused by its place, and nothing was made', async () => {
  const count = async () =>
    (await ask('workfile.list', { text: '', offset: 0, limit: 1, sort: 'changed', descending: true })).total;
  const before = await count();
  const broken = inventedBms().replace('<LaborHours>2.30', '<LaborHours>two');
  expect(await drop(new Map([['estimate.xml', new TextEncoder().encode(broken)]]))).toMatchObject({
    failure: {
      kind: 'unreadable',
      file: 'estimate.xml',
      place: expect.stringMatching(/^line \d+, LaborHours$/),
      why: 'not-a-number',
    },
  });
  expect(await count()).toBe(before);
});

test('an estimate chosen in the dialog is read with the files beside it', async () => {
  for (const [name, bytes] of inventedSet()) writeFileSync(path.join(out, name), bytes);
  chosen.path = path.join(out, '4b53232a.lin');
  expect(await ask('import.choose', {})).toMatchObject({
    format: 'ems',
    system: 'C',
    owner: 'Zimmerhoff, René',
    key: '4b53232a',
  });
});

test('an EMS export is read by another program, with the header bytes that dBase says and its memo', async () => {
  const workfileId = await importNew(inventedSet());
  chosen.path = out;
  const written = await ask('export.ems', { workfileId, tables: [...emsTableNames] });
  expect(written).toMatchObject({ files: 15, remarks: [] });
  const file = (ending: string) => path.join(out, `${written?.file}.${ending}`);
  const lines = await (await DBFFile.open(file('lin'))).readRecords();
  expect(lines.map(({ LINE_DESC, ACT_PRICE, MOD_LB_HRS }) => [LINE_DESC, ACT_PRICE, MOD_LB_HRS])).toContainEqual([
    'LT Door shell',
    560.28,
    4.5,
  ]);
  const [vehicle] = await (await DBFFile.open(file('veh'))).readRecords();
  expect(vehicle?.V_MEMO).toMatch(/^Step bars\s+Tonneau cover$/);
  const head = readFileSync(file('veh'));
  expect([head[0], head.readUInt16LE(8), head.at(-1)]).toEqual([0x83, 32 + 28 * 32 + 1, 0x1a]);
  expect(readFileSync(file('lin'))[0]).toBe(0x03);
});

test('a choice of tables leaves the others out', async () => {
  const workfileId = await importNew(inventedSet());
  chosen.path = out;
  const written = await ask('export.ems', { workfileId, tables: ['env', 'lin', 'ttl'] });
  expect(readdirSync(out).toSorted()).toEqual(['env', 'lin', 'ttl'].map((ending) => `${written?.file}.${ending}`));
});

test('a table for spreadsheets computes nothing: text that begins like a formula is text', async () => {
  const workfileId = await importNew(bms());
  const { estimate } = await ask('workfile.open', { workfileId });
  await ask('line.add', {
    estimateId: estimate.id,
    after: null,
    lines: [{ text: { description: '=HYPERLINK("x")' } }],
  });
  chosen.path = path.join(out, 'lines.csv');
  await ask('export.csv', { workfileId });
  expect(readFileSync(chosen.path, 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
});

test('rows that the program adds go out as lines, so that a file comes to what the estimate comes to', async () => {
  const workfileId = await importNew(inventedSet());
  const { estimate, rates } = await ask('workfile.open', { workfileId });
  await ask('rates.change', { ratesId: rates.id, group: 'labor', value: { ...rates.labor, refinish: 6000 } });
  await ask('line.add', {
    estimateId: estimate.id,
    after: null,
    lines: [{ text: { description: 'Hood' }, refinish: { tenths: 30, included: false }, panel: hood }],
  });
  const sheet = await ask('workfile.open', { workfileId });
  const { totals } = priceEstimate(sheet);
  expect(totals.labor.find(({ type }) => type === 'refinish')?.tenths).toBe(30 + 12 + paintTenths(sheet));

  chosen.path = path.join(out, 'rows.xml');
  await ask('export.bms', { workfileId, people: true, profile: true });
  const offer = unwrap(await drop(new Map([['rows.xml', new Uint8Array(readFileSync(chosen.path))]])));
  expect(offer?.figures.filter((figure) => differenceOf(figure) !== 0)).toEqual([]);
  expect(offer?.figures.find(({ key }) => key === 'gross')?.statedCents).toBe(totals.grandTotal);

  chosen.path = path.join(out, 'rows.csv');
  await ask('export.csv', { workfileId });
  expect(readFileSync(chosen.path, 'utf8')).toContain('Add for Clear Coat');

  const again = unwrap(await drop(inventedSet()));
  const compared = await ask('import.compare', { ticket: again?.ticket ?? '', workfileId });
  expect(compared.beforeCents).toBe(totals.grandTotal);
  await ask('import.apply', { ticket: again?.ticket ?? '', workfileId });
  expect(priceEstimate(await ask('workfile.open', { workfileId })).totals.grandTotal).toBe(compared.afterCents);
});

test('a BMS document is written with or without people, and read again', async () => {
  const workfileId = await importNew(bms());
  chosen.path = path.join(out, 'estimate.xml');
  const written = async (people: boolean) => {
    await ask('export.bms', { workfileId, people, profile: true });
    return readFileSync(chosen.path ?? '', 'utf8');
  };
  expect(await written(false)).not.toContain('Underhill');
  const whole = await written(true);
  expect(whole).toContain('Underhill');
  const offer = unwrap(await drop(new Map([['again.xml', new TextEncoder().encode(whole)]])));
  expect(offer).toMatchObject({ format: 'bms', owner: 'Underhill, Harriet', lines: 6 });
});

test('an estimate that is not wanted is let go, and nothing is imported', async () => {
  const before = (await ask('workfile.list', page)).total;
  await drop(bms());
  expect(await ask('import.cancel', {})).toBeNull();
  expect((await ask('workfile.list', page)).total).toBe(before);
});

const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import dbfread']).status === 0);
/** What Python's reader finds in a table: the fields that are named, record by record. */
function readByPython(file: string, ...fields: readonly string[]): unknown {
  const program = [
    'import sys, json, dbfread',
    'table = dbfread.DBF(sys.argv[1], encoding="cp1252")',
    'print(json.dumps([[str(record[name] or "") for name in sys.argv[2:]] for record in table]))',
  ].join('\n');
  return JSON.parse(execFileSync(python ?? '', ['-c', program, file, ...fields], { encoding: 'utf8' }));
}
test.runIf(python !== undefined)('Python reads our EMS export: lines, people, memo, totals and suppliers', async () => {
  const workfileId = await importNew(inventedSet());
  chosen.path = out;
  const written = await ask('export.ems', { workfileId, tables: [...emsTableNames] });
  const read = (ending: string, ...fields: readonly string[]) =>
    readByPython(path.join(out, `${written?.file}.${ending}`), ...fields);
  expect(read('lin', 'LINE_DESC', 'ACT_PRICE', 'MOD_LB_HRS')).toContainEqual(['LT Door shell', '560.28', '4.5']);
  expect(read('ad1', 'OWNR_LN', 'OWNR_FN', 'LOSS_DATE')).toEqual([['Zimmerhoff', 'René', '2026-11-01']]);
  expect(read('veh', 'V_MEMO')).toEqual([[expect.stringMatching(/^Step bars\s+Tonneau cover$/)]]);
  expect(read('ttl', 'G_TTL_AMT', 'N_TTL_AMT')).toEqual([['1533.19', '1033.19']]);
  expect(read('ven', 'VND_CO_ID', 'VND_CO_NM', 'VND_CITY')).toEqual([['09AP', 'Harbor Parts', 'Fairview']]);
});

test('a watched folder tells of a set once it is whole, and once only', async () => {
  const watched = path.join(out, 'exports');
  chosen.path = watched;
  execFileSync('mkdir', [watched]);
  await ask('watch.choose', {});
  const files = inventedSet();
  writeFileSync(path.join(watched, '4b53232a.lin'), files.get('4b53232a.lin') ?? new Uint8Array());
  const found = async () => (await ask('watch.read', {})).found.map(({ key }) => key);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await found()).toEqual([]);
  for (const [name, bytes] of files) writeFileSync(path.join(watched, name), bytes);
  await expect.poll(found, { timeout: 20_000 }).toEqual(['4b53232a']);
  expect(await ask('watch.take', { key: '4b53232a' })).toMatchObject({ key: '4b53232a', lines: 4 });
  expect(told.at(-1)).toMatchObject({ found: [] });
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await found()).toEqual([]);
  for (const [name, bytes] of files) writeFileSync(path.join(watched, name.replace('4b53232a', '4b53232b')), bytes);
  await expect.poll(found, { timeout: 20_000 }).toEqual(['4b53232b']);
  expect((await ask('watch.skip', { key: '4b53232b' })).found).toEqual([]);
  await ask('watch.stop', {});
}, 60_000);

test('the owner of a file becomes the customer that is chosen, who stays as they are, or a new one', async () => {
  const another = () => {
    const text = inventedBms()
      .replace('DOC-77', `DOC-${++copies.made}`)
      .replace('555-0142', '616-555-0142');
    return new Map([['estimate.xml', new TextEncoder().encode(text)]]);
  };
  const customers = async () => (await ask('library.read', {})).customers;
  const first = unwrap(await drop(another()));
  expect(first?.customers).toEqual([]);
  const made = await ask('import.apply', { ticket: first?.ticket ?? '', workfileId: null, customer: 'new' });
  const [owner] = (await ask('workfile.open', { workfileId: made })).contacts;
  const [kept] = await customers();
  expect(owner?.customer).toEqual({ customerId: kept?.id });
  expect(kept).toMatchObject({ name: { first: 'Harriet', last: 'Underhill' }, address: owner?.address });
  const customerId = kept?.id ?? ('' as CustomerId);
  await ask('customer.change', { customerId, group: 'business', value: { number: '(616) 555-0177' } });
  await ask('customer.change', {
    customerId,
    group: 'name',
    value: { first: 'Harry', last: 'Underhill', company: '' },
  });
  const second = unwrap(await drop(another()));
  expect(second?.customers).toEqual([{ customerId, name: 'Underhill, Harry', likeness: 'phone' }]);
  const joined = await ask('import.apply', { ticket: second?.ticket ?? '', workfileId: null, customer: customerId });
  const [taken] = (await ask('workfile.open', { workfileId: joined })).contacts;
  expect(taken).toMatchObject({
    customer: { customerId },
    name: { first: 'Harriet', last: 'Underhill' },
    business: { number: '(616) 555-0177' },
  });
  expect(await customers()).toHaveLength(1);
  expect((await customers())[0]?.name.first).toBe('Harry');
});

test('an owner is nobody’s customer while nothing is chosen, and one that is gone is refused', async () => {
  const offer = unwrap(await drop(bms()));
  expect(
    await reply('import.apply', { ticket: offer?.ticket ?? '', workfileId: null, customer: missingCustomer }),
  ).toMatchObject({ failure: { kind: 'not-found', what: 'customer' } });
  const workfileId = await importNew(bms());
  expect((await ask('workfile.open', { workfileId })).contacts[0]?.customer).toBeUndefined();
});
