/** New records: each group needs its permission, each parent must be there, and what a workfile has one of stays one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import type { JsonObject, Verdict } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let estimator: Pc;
let office: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
  estimator = await openPc(cloud.url, await shop.hire('estimator'));
  office = await openPc(cloud.url, await shop.hire('office'));
});
afterAll(() => cloud.close());

const codes = (verdicts: readonly Verdict[]) =>
  verdicts.map((one) => (one.verdict === 'refused' ? one.code : one.verdict));
const singles = ['vehicle', 'insurance', 'rates', 'estimate'] as const;

const hourly = (cents: number): JsonObject => ({
  ...{ body: cents, refinish: cents, mechanical: 0, structural: 0, frame: 0, glass: 0, diagnostic: 0, electrical: 0 },
  ...{ user1: 0, user2: 0, user3: 0, user4: 0 },
});
const charges = { towingCents: 5_000, storageCents: 0, otherCents: 0 };

async function begin(pc: Pc): Promise<string> {
  const workfileId = freshId();
  expect(codes(await pc.push(pc.create('workfile', workfileId, {})))).toEqual(['applied']);
  return workfileId;
}

const inWorkfile = (pc: Pc, kind: RecordKind, workfileId: string, groups: Readonly<Record<string, JsonObject>> = {}) =>
  pc.create(kind, freshId(), { parent: { workfileId }, ...groups });

test('a role that may begin a workfile begins it whole, at the usual prices', async () => {
  const parent = await begin(office);
  const edits = singles.map((kind) =>
    inWorkfile(office, kind, parent, kind === 'rates' ? { labor: hourly(6_200) } : {}),
  );
  expect(codes(await office.push(...edits))).toEqual(singles.map(() => 'applied'));
});

test('a group that is not empty needs its own permission in a new record, known or not', async () => {
  const parent = await begin(office);
  const verdicts = await office.push(
    inWorkfile(office, 'rates', parent, { surcharge: { cents: 1 } }),
    inWorkfile(office, 'estimate', parent, { charges }),
    inWorkfile(office, 'estimate', parent, { surcharge: { cents: 1 } }),
    inWorkfile(office, 'estimate', parent, { charges: { towingCents: 0 }, surcharge: {} }),
  );
  expect(codes(verdicts)).toEqual(['forbidden', 'forbidden', 'forbidden', 'applied']);
  const labelled = inWorkfile(estimator, 'estimate', parent, { version: { label: 'S01' } });
  expect(codes(await estimator.push(labelled)), 'what commands alone write').toEqual(['cloud']);
  const rich = inWorkfile(estimator, 'rates', parent, { surcharge: { cents: 1 } });
  expect(codes(await estimator.push(rich))).toEqual(['applied']);
});

test('a new record whose parent is not there is refused, also when the parent was refused just before', async () => {
  const technician = await openPc(cloud.url, await shop.hire('technician'));
  const { edits } = newSheet(technician);
  expect(codes(await technician.push(...edits))).toEqual(edits.map(() => 'forbidden'));
  const [workfileId, estimateId] = [freshId(), freshId()];
  const forged = estimator.create('workfile', workfileId, { number: { ro: '78' } });
  const line = estimator.create('line', freshId(), { parent: { workfileId, estimateId } });
  const verdicts = await estimator.push(forged, inWorkfile(estimator, 'contact', workfileId), line);
  expect(codes(verdicts)).toEqual(['cloud', 'missing', 'missing']);
});

test('a new record of something deleted is refused', async () => {
  const sheet = newSheet(estimator);
  await estimator.push(...sheet.edits);
  await inShop(cloud.database, shop.id, (sql) =>
    sql.query(`update record set deleted = true where kind = 'workfile' and id = $1`, [sheet.workfile]),
  );
  expect(codes(await estimator.push(inWorkfile(estimator, 'contact', sheet.workfile)))).toEqual(['deleted']);
});

test('a line of one workfile in the estimate of another is refused', async () => {
  const [mine, theirs] = [newSheet(estimator), newSheet(estimator)];
  await estimator.push(...mine.edits, ...theirs.edits);
  const parent = { workfileId: mine.workfile, estimateId: theirs.estimate };
  expect(codes(await estimator.push(estimator.create('line', freshId(), { parent })))).toEqual(['invalid']);
});

test('the second of what a workfile has one of is refused, whether the first came long before or just now', async () => {
  const parent = await begin(estimator);
  const first = singles.map((kind) => inWorkfile(estimator, kind, parent));
  const rival = await openPc(cloud.url, await shop.hire('estimator'));
  const second = singles.map((kind) => inWorkfile(rival, kind, parent));
  expect(codes(await estimator.push(...first, inWorkfile(estimator, 'rates', parent)))).toEqual([
    ...singles.map(() => 'applied'),
    'once',
  ]);
  expect(codes(await rival.push(...second))).toEqual(singles.map(() => 'once'));
  expect(codes(await rival.push(inWorkfile(rival, 'contact', parent), inWorkfile(rival, 'contact', parent)))).toEqual([
    'applied',
    'applied',
  ]);
  expect((await estimator.push(...first)).map((one) => one.verdict)).toEqual(singles.map(() => 'nothing'));
});

test('a record of a library needs no workfile, belongs to its own library, and takes nobody else in', async () => {
  const code = office.create('part-code', freshId(), { code: { code: 'FB12' } });
  expect(codes(await office.push(code))).toEqual(['forbidden']);
  const profile = { about: { name: 'Main', kind: 'facility', company: '', claimOffice: '' } };
  expect(codes(await estimator.push(estimator.create('profile', freshId(), profile)))).toEqual(['forbidden']);
  const [made, astray, guest] = await estimator.push(
    estimator.create('part-code', freshId(), { code: { code: 'FB12' } }),
    estimator.create('part-code', freshId(), { parent: { workfileId: libraries.canned }, code: { code: 'FB13' } }),
    inWorkfile(estimator, 'contact', libraries['part-code']),
  );
  expect(codes([made, astray, guest] as Verdict[])).toEqual(['applied', 'invalid', 'invalid']);
});
